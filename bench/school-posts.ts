// Precision and recall per flag on labelled school posts: npm run bench:posts [-- FILE.jsonl …] [--misses FLAG]
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { CHECKS } from '../src/checks/index.ts';
import type { Media, Post } from '../src/core/post.ts';
import type { JudgedPost } from '../src/core/report.ts';
import { UNKNOWN_SCHOOL } from '../src/core/school.ts';
import { lintPosts } from '../src/engine/lint.ts';
import { loadPolicy } from '../src/policy/load.ts';
import { parseTime } from '../src/time/parse.ts';

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

interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly at?: string | null;
  readonly account?: string;
  readonly reply_to?: string | null;
  readonly event?: boolean;
  readonly urgent?: boolean;
  readonly media?: readonly Media[];
  readonly flags: readonly string[];
}

const toPost = (labelled: Labelled, index: number): Post => {
  const { id, text, at, account, reply_to, event, urgent, media = [] } = labelled;
  const time = at ? parseTime(at, 'Europe/London') : undefined;
  if (time && 'error' in time) throw new Error(`${id}: ${time.error}`);
  return {
    id,
    text,
    origin: { file: 'posts', line: index + 1, record: index + 1 },
    at: time ? { kind: 'instant', epochMs: time.epochMs } : { kind: 'unscheduled' },
    media,
    ...(account !== undefined && { account }),
    ...(typeof reply_to === 'string' && { replyTo: reply_to }),
    ...(event && { event }),
    ...(urgent && { urgent }),
  };
};

const isFlagged = ({ findings }: JudgedPost, concept: string): boolean =>
  findings.some(
    (finding) =>
      finding.concept === concept &&
      finding.severity !== 'info' &&
      finding.confidence !== 'possible',
  );

const args = process.argv.slice(2);
const missesAt = args.indexOf('--misses');
const wanted = missesAt < 0 ? undefined : args[missesAt + 1];
const files =
  missesAt < 0 ? args : args.filter((_, index) => index < missesAt || index > missesAt + 1);
const [file = '../shared/data/school-posts/posts.jsonl'] = files;
if (!existsSync(file)) {
  console.log(`no labelled posts at ${file}: nothing measured`);
  process.exit(0);
}
const labelled = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Labelled);

const { policy, problems } = loadPolicy(
  readFileSync('rules/use-of-twitter-2018.yaml', 'utf8'),
  'rules/use-of-twitter-2018.yaml',
  CHECKS,
);
if (!policy) throw new Error(JSON.stringify(problems));

const school = {
  ...UNKNOWN_SCHOOL,
  accounts: [
    { name: 'school', kind: 'school' as const, handle: 'OakfieldPrimary' },
    { name: 'science', kind: 'department' as const, subject: 'science', handle: 'OakfieldSci' },
  ],
};
const bench = { policies: [policy], checks: CHECKS, school, nowMs: 0 };
const judged: JudgedPost[] = [];
for await (const post of lintPosts(labelled.map(toPost), bench)) judged.push(post);

console.log(`${file}: ${labelled.length} posts`);
console.log('flag'.padEnd(24), 'labelled', ' found', ' right', ' precision', ' recall', '  F1');
for (const [flag, concept] of Object.entries(CONCEPTS)) {
  const pairs = judged.map((post, index) => ({
    post,
    isLabelled: labelled[index]!.flags.includes(flag),
    isFound: isFlagged(post, concept),
  }));
  const yes = pairs.filter(({ isLabelled }) => isLabelled).length;
  const found = pairs.filter(({ isFound }) => isFound).length;
  const right = pairs.filter(({ isFound, isLabelled }) => isFound && isLabelled).length;
  const [precision, recall] = [right / found, right / yes];
  const f1 = (2 * precision * recall) / (precision + recall);
  console.log(
    flag.padEnd(24),
    String(yes).padStart(8),
    String(found).padStart(6),
    String(right).padStart(6),
    precision.toFixed(3).padStart(10),
    recall.toFixed(3).padStart(7),
    f1.toFixed(3).padStart(5),
  );
  if (flag !== wanted) continue;
  for (const { post, isLabelled, isFound } of pairs) {
    if (isLabelled === isFound) continue;
    console.log(
      isFound ? '  FALSE ALARM' : '  MISSED     ',
      post.post.id,
      JSON.stringify(post.post.text),
    );
  }
}
const others = judged.flatMap(({ findings }, index) =>
  labelled[index]!.flags.length > 0 ? [] : findings.filter(({ severity }) => severity !== 'info'),
);
const byRule = new Map<string, number>();
for (const { rule } of others) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
console.log('\nfindings in posts without any label, by rule:');
for (const [rule, times] of byRule) console.log(`  ${rule} ${times}`);
