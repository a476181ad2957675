// Precision and recall per flag on labelled school posts: npm run bench:posts [-- FILE.jsonl …] [--misses FLAG]
import { existsSync } from 'node:fs';
import process from 'node:process';
import { isFlagged, lintLabelled } from './support/lint.ts';
import { POSTS, printMisses, readLabelled } from './support/school-posts.ts';
import { SCORE_HEADING, scoreCells, scoreOf } from './support/score.ts';
import { printTable } from './support/table.ts';

/** The words of the labels for our concepts. */
const CONCEPTS: Readonly<Record<string, string>> = {
  'child-named': 'child-named',
  'individual-praise': 'individual-praise',
  'mention-other': 'mention-other',
  reply: 'reply',
  'out-of-hours': 'posting-window',
  'negative-tone': 'negative-tone',
  'meet-up': 'meet-up',
  'photo-individual-child': 'photo-individual-child',
  'media-names-child': 'media-alt-names',
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
const judged = await lintLabelled(labelled);

const verdictsOn = (flag: string, concept: string) =>
  judged.map((post, index) => ({
    post: labelled[index]!,
    isLabelled: labelled[index]!.flags.includes(flag),
    isFound: isFlagged(post, concept),
  }));

console.log(`${file}: ${labelled.length} posts`);
printTable(
  ['flag', ...SCORE_HEADING],
  Object.entries(CONCEPTS).map(([flag, concept]) => [
    flag,
    ...scoreCells(scoreOf(verdictsOn(flag, concept))),
  ]),
);
if (wanted !== undefined) printMisses(verdictsOn(wanted, CONCEPTS[wanted] ?? wanted));

const others = judged.flatMap(({ findings }, index) =>
  labelled[index]!.flags.length > 0 ? [] : findings.filter(({ severity }) => severity !== 'info'),
);
const byRule = new Map<string, number>();
for (const { rule } of others) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
console.log('\nfindings in posts without any label, by rule:');
for (const [rule, times] of byRule) console.log(`  ${rule} ${times}`);
