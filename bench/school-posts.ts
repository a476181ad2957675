// Precision and recall per flag on labelled school posts: npm run bench:posts [-- FILE.jsonl …] [--misses FLAG]
import { existsSync } from 'node:fs';
import process from 'node:process';
import type { Finding } from '../src/core/finding.ts';
import type { JudgedPost } from '../src/core/report.ts';
import { ALL_FIVE, isFlagged, lintLabelled } from './support/lint.ts';
import { POSTS, printMisses, readLabelled } from './support/school-posts.ts';
import { SCORE_HEADING, scoreCells, scoreOf } from './support/score.ts';
import { printTable } from './support/table.ts';

/** The words of the labels for our concepts. */
const CONCEPTS: Readonly<Record<string, readonly string[]>> = {
  'child-named': ['child-named'],
  'individual-praise': ['individual-praise'],
  'mention-other': ['mention-other'],
  reply: ['reply'],
  'out-of-hours': ['posting-window'],
  'contact-details': ['contact-details'],
  'meet-up': ['meet-up'],
  'unsafe-link': ['unsafe-link', 'executable-download'],
  'spam-chain': ['chain-mail-spam'],
  'first-person-reply': ['first-person-reply'],
  'personal-views-no-disclaimer': ['disclaimer-personal-views'],
  'media-names-child': ['media-alt-names'],
  'abusive-language': [
    'profanity',
    'respectful-conduct',
    'cyberbullying',
    'discriminatory-language',
  ],
  'personal-gain': ['personal-gain'],
  'political-opinion': ['political-opinion'],
  'uncredited-content': ['uncredited-content'],
  'personal-info': ['personal-info', 'outing'],
  'photo-individual-child': ['photo-individual-child'],
  'negative-tone': ['negative-tone'],
  disrepute: ['school-in-disrepute', 'confidential-info'],
  'off-topic': ['off-topic-department'],
};

const args = process.argv.slice(2);
const missesAt = args.indexOf('--misses');
const wanted = missesAt < 0 ? undefined : args[missesAt + 1];
const files =
  missesAt < 0 ? args : args.filter((_, index) => index < missesAt || index > missesAt + 1);
const [file = POSTS] = files;
if (!existsSync(file)) {
  console.log(`no labelled posts at ${file}: nothing measured`);
  process.exit(0);
}
const labelled = readLabelled(file);
const usual = await lintLabelled(labelled);
const judged = await lintLabelled(labelled, ALL_FIVE);

const verdictsOn = (flag: string, concepts: readonly string[]) =>
  judged.map((post, index) => ({
    post: labelled[index]!,
    isLabelled: labelled[index]!.flags.includes(flag),
    isFound: isFlagged(post, concepts),
  }));

console.log(`${file}: ${labelled.length} posts, all five policies active`);
printTable(
  ['flag', ...SCORE_HEADING],
  Object.entries(CONCEPTS).map(([flag, concepts]) => [
    flag,
    ...scoreCells(scoreOf(verdictsOn(flag, concepts))),
  ]),
);
if (wanted !== undefined) printMisses(verdictsOn(wanted, CONCEPTS[wanted] ?? [wanted]));

/** What a run would report of a post. */
const alarmsIn = ({ findings }: JudgedPost): readonly Finding[] =>
  findings.filter(({ severity, confidence }) => severity !== 'info' && confidence !== 'possible');

const printAlarms = (title: string, posts: readonly JudgedPost[]): void => {
  const clean = posts.filter((_, index) => labelled[index]!.flags.length === 0);
  const alarms = clean.flatMap(alarmsIn);
  const alarmed = clean.filter((post) => alarmsIn(post).length > 0).length;
  console.log(
    `\n${title}: ${alarmed} of ${clean.length} posts without any label have an error or a warning`,
  );
  const byRule = new Map<string, number>();
  for (const { rule } of alarms) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  for (const [rule, times] of byRule) console.log(`  ${rule} ${times}`);
};

printAlarms('default policy', usual);
printAlarms('all five policies', judged);
