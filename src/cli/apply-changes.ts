import { CATALOGUE } from '../engine/catalogue.ts';
import type { Policy } from '../core/policy.ts';
import type { Answers } from '../policy/answers.ts';
import { applyAnswers } from '../policy/answers.ts';
import type { Settled } from '../policy/contradictions.ts';
import { applySettled } from '../policy/contradictions.ts';
import type { Overridden, Overrides } from '../policy/override.ts';
import { applyOverrides } from '../policy/override.ts';
import type { Sources } from '../policy/sources.ts';

/** What a configuration changes in the policies that are active. */
export interface PolicyChanges {
  readonly overrides?: Overrides;
  readonly answers?: Answers;
  readonly settled?: Settled;
  /** Files that parameters may name. */
  readonly sources: Sources;
}

const under = (key: string, { policies, mistakes }: Overridden): Overridden => ({
  policies,
  mistakes: mistakes.map((mistake) => ({ ...mistake, path: [key, ...mistake.path] })),
});

/** Answers first, then what the school changes in single rules, then whose word counts. */
export const applyChanges = (
  policies: readonly Policy[],
  { overrides = {}, answers = {}, settled = {}, sources }: PolicyChanges,
): Overridden => {
  const answered = under('answers', applyAnswers(policies, answers));
  const changed = under('rules', applyOverrides(answered.policies, overrides, CATALOGUE, sources));
  const decided = under('settle', applySettled(changed.policies, settled));
  return {
    policies: decided.policies,
    mistakes: [...answered.mistakes, ...changed.mistakes, ...decided.mistakes],
  };
};
