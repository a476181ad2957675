/**
 * Writes src/facts/data/person-weights.txt: how much each cue round a word speaks for a child's name.
 * A logistic regression over the cues of src/facts/people/cues.ts, fitted on posts annotated by hand.
 *
 *     node scripts/run.mjs scripts/weigh-cues.ts POSTS.jsonl
 *
 * A line of POSTS: { text, people: [{ start, end, kind, form }] }, offsets in UTF-16 units.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { UNKNOWN_SCHOOL } from '../src/core/school.ts';
import { createDocument } from '../src/document/document.ts';
import { candidatesIn } from '../src/facts/people/candidates.ts';
import { cuesOf } from '../src/facts/people/cues.ts';
import { tokenLines } from '../src/facts/people/tokens.ts';

interface Row {
  readonly cues: readonly string[];
  readonly isChild: boolean;
}

interface Annotated {
  readonly text: string;
  readonly people: readonly { start: number; end: number; kind: string; form: string }[];
}

const RARE = 4;
const ROUNDS = 12;
const RATE = 0.15;
const DECAY = 0.005;
const HEADER = `# Weights in tenths of the cues that src/facts/people/cues.ts finds round a word; tab between.
# Fitted by scripts/weigh-cues.ts on some 6,200 invented school posts written for this project.
`;

const rowsOf = ({ text, people }: Annotated): Row[] => {
  const origin = { file: 'posts', line: 1, record: 1 };
  const post = { id: 'post', text, origin, at: { kind: 'now' }, media: [] } as const;
  const document = createDocument(post, UNKNOWN_SCHOOL, { twitter: null, grammar: null });
  return document
    .facts(tokenLines)
    .flatMap(candidatesIn)
    .map((candidate) => {
      const span = candidate.line.part.toSource(candidate.span);
      const isChild = people.some(
        ({ start, end, kind, form }) =>
          kind === 'child' && form !== 'initials' && start < span.end && span.start < end,
      );
      return { cues: cuesOf(candidate), isChild };
    });
};

/** A generator of our own: the same posts must give the same file. */
const shuffler = (): (<T>(items: T[]) => void) => {
  let seed = 7;
  return (items) => {
    for (let at = items.length - 1; at > 0; at -= 1) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      const other = seed % (at + 1);
      [items[at], items[other]] = [items[other]!, items[at]!];
    }
  };
};

const frequentCues = (rows: readonly Row[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { cues } of rows) for (const cue of cues) counts.set(cue, (counts.get(cue) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= RARE).map(([cue]) => cue);
};

/** Stochastic gradient descent with a rate of its own for each cue (AdaGrad). */
const fit = (
  rows: readonly Row[],
): { readonly cues: readonly string[]; weights: Float64Array; bias: number } => {
  const cues = frequentCues(rows);
  const index = new Map(cues.map((cue, at) => [cue, at]));
  const items = rows.map((row) => ({
    found: row.cues.flatMap((cue) => index.get(cue) ?? []),
    target: Number(row.isChild),
  }));
  const weights = new Float64Array(cues.length);
  const squares = new Float64Array(cues.length).fill(1e-6);
  const shuffle = shuffler();
  let bias = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(items);
    for (const { found, target } of items) {
      let sum = bias;
      for (const at of found) sum += weights[at]!;
      const error = 1 / (1 + Math.exp(-sum)) - target;
      bias -= DECAY * error;
      for (const at of found) {
        const gradient = error + DECAY * weights[at]!;
        squares[at]! += gradient * gradient;
        weights[at]! -= (RATE * gradient) / Math.sqrt(squares[at]!);
      }
    }
  }
  return { cues, weights, bias };
};

const [source] = process.argv.slice(2);
const posts = readFileSync(source!, 'utf8').trim().split('\n');
const { cues, weights, bias } = fit(posts.flatMap((line) => rowsOf(JSON.parse(line) as Annotated)));
const lines = [
  ...cues.map((cue, at) => [cue, Math.round(weights[at]! * 10)] as const),
  ['bias', Math.round(bias * 10)] as const,
]
  .filter(([, tenths]) => tenths !== 0)
  .map(([cue, tenths]) => `${cue}\t${tenths}`)
  .sort();
const target = 'src/facts/data/person-weights.txt';
writeFileSync(target, `${HEADER}${lines.join('\n')}\n`);
console.log(lines.length, 'weights');
