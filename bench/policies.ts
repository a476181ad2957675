// What several policies cost, and what a school's own costs to load: npm run bench:policies [-- POSTS]
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { CHECKS } from '../src/checks/index.ts';
import { CATALOGUE } from '../src/engine/catalogue.ts';
import { UNKNOWN_SCHOOL } from '../src/core/school.ts';
import type { Post } from '../src/core/post.ts';
import { lintPosts } from '../src/engine/lint.ts';
import { loadPolicy } from '../src/policy/load.ts';
import { shippedEncoder } from '../test/support/encoder.ts';
import { inventPosts } from './posts.ts';
import { ALL_FIVE, DEFAULT, policyOf } from './support/lint.ts';
import { printTable } from './support/table.ts';

const [count = '1000'] = process.argv.slice(2);
const ROUNDS = 3;

const posts = inventPosts(Number(count)).map(({ id, text, at }, index): Post => ({
  id,
  text,
  origin: { file: 'bench', line: index + 1, record: index + 1 },
  at: { kind: 'instant', epochMs: Date.parse(at) },
  media: [],
}));

const secondsUnder = async (policies: readonly string[]): Promise<number> => {
  const bench = {
    policies: policies.map(policyOf),
    checks: CHECKS,
    school: UNKNOWN_SCHOOL,
    nowMs: 0,
    loadEncoder: async () => shippedEncoder(),
  };
  const start = performance.now();
  for await (const _ of lintPosts(posts, bench));
  return (performance.now() - start) / 1000;
};

/** A policy of about 500 lines: the first rules of one that is shipped. */
const ownPolicy = (): string => {
  const [head = '', rules = ''] = readFileSync('rules/st-lukes.yaml', 'utf8').split('\nrules:\n');
  const [policy = ''] = head.split('\nclauses:\n');
  const clauses = head.slice(policy.length, head.indexOf('\nquestions:\n'));
  const room = 500 - `${policy}${clauses}`.split('\n').length;
  const kept = rules.split(/\n(?= {2}- id: )/u).reduce((all, rule) => {
    const longer = all === '' ? rule : `${all}\n${rule}`;
    return all === '' || longer.split('\n').length <= room ? longer : all;
  }, '');
  return `${policy}${clauses}\nrules:\n${kept}\n`;
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1]!;

await secondsUnder(DEFAULT);
const usual: number[] = [];
const five: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  usual.push(await secondsUnder(DEFAULT));
  five.push(await secondsUnder(ALL_FIVE));
}
printTable(
  ['policies', 'seconds', 'posts/s', 'ratio'],
  [
    ['default', usual, 1],
    ['all five', five, median(five) / median(usual)],
  ].map(([name, seconds, ratio]) => {
    const taken = median(seconds as number[]);
    return [
      String(name),
      taken.toFixed(2),
      (posts.length / taken).toFixed(0),
      Number(ratio).toFixed(2),
    ];
  }),
);

const own = ownPolicy();
const loads = Array.from({ length: 9 }, () => {
  const start = performance.now();
  const { problems } = loadPolicy(own, 'own.yaml', CATALOGUE);
  if (problems.length > 0) throw new Error(JSON.stringify(problems[0]));
  return performance.now() - start;
});
console.log(
  `a policy of ${own.split('\n').length} lines is loaded in ${loads[0]!.toFixed(0)} ms the first time, then in ${median(loads).toFixed(0)} ms`,
);
