import { readFileSync } from 'node:fs';
import { CHECKS } from '../../src/checks/index.ts';
import { CATALOGUE } from '../../src/engine/catalogue.ts';
import type { Policy } from '../../src/core/policy.ts';
import type { JudgedPost } from '../../src/core/report.ts';
import { lintPosts } from '../../src/engine/lint.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import type { LabelledPost } from './school-posts.ts';
import { shippedEncoder } from '../../test/support/encoder.ts';
import { SCHOOL, toPost } from './school-posts.ts';

/** The policy of a school that names none. */
export const DEFAULT = ['use-of-twitter-2018'];
export const ALL_FIVE = [...DEFAULT, 'chestnuts-2014', 'challenges-us', 'st-lukes', 'three-rivers'];

/** A shipped policy with its examples. */
export const policyOf = (id: string): Policy => {
  const file = `rules/${id}.yaml`;
  const { policy, problems } = loadPolicy(readFileSync(file, 'utf8'), file, CATALOGUE);
  if (!policy) throw new Error(JSON.stringify(problems));
  return policy;
};

/** Labelled posts through the whole linter, under these policies. */
export const lintLabelled = async (
  posts: readonly LabelledPost[],
  policies: readonly string[] = DEFAULT,
): Promise<readonly JudgedPost[]> => {
  const loadEncoder = async () => shippedEncoder();
  const bench = {
    policies: policies.map(policyOf),
    checks: CHECKS,
    school: SCHOOL,
    nowMs: 0,
    loadEncoder,
  };
  const judged: JudgedPost[] = [];
  for await (const post of lintPosts(posts.map(toPost), bench)) judged.push(post);
  return judged;
};

/** Whether a post was flagged for one of these ideas, by more than a guess or a hint. */
export const isFlagged = ({ findings }: JudgedPost, concepts: readonly string[]): boolean =>
  findings.some(
    (finding) =>
      concepts.includes(finding.concept) &&
      finding.severity !== 'info' &&
      finding.confidence !== 'possible',
  );
