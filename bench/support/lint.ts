import { readFileSync } from 'node:fs';
import { CHECKS } from '../../src/checks/index.ts';
import type { JudgedPost } from '../../src/core/report.ts';
import { lintPosts } from '../../src/engine/lint.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import type { LabelledPost } from './school-posts.ts';
import { shippedEncoder } from '../../test/support/encoder.ts';
import { SCHOOL, toPost } from './school-posts.ts';

const POLICY = 'rules/use-of-twitter-2018.yaml';

/** Labelled posts through the whole linter, under the policy whose words the labels speak. */
export const lintLabelled = async (
  posts: readonly LabelledPost[],
): Promise<readonly JudgedPost[]> => {
  const { policy, problems } = loadPolicy(readFileSync(POLICY, 'utf8'), POLICY, CHECKS);
  if (!policy) throw new Error(JSON.stringify(problems));
  const loadEncoder = async () => shippedEncoder();
  const bench = { policies: [policy], checks: CHECKS, school: SCHOOL, nowMs: 0, loadEncoder };
  const judged: JudgedPost[] = [];
  for await (const post of lintPosts(posts.map(toPost), bench)) judged.push(post);
  return judged;
};

export const isFlagged = ({ findings }: JudgedPost, concept: string): boolean =>
  findings.some(
    (finding) =>
      finding.concept === concept &&
      finding.severity !== 'info' &&
      finding.confidence !== 'possible',
  );
