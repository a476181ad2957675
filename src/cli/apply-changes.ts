import { CHECKS } from '../checks/index.ts';
import type { Policy } from '../core/policy.ts';
import type { Answers } from '../policy/answers.ts';
import { applyAnswers } from '../policy/answers.ts';
import type { Catalogue } from '../policy/catalogue.ts';
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

/** Few schools change an audit, and a draft that waits needs none of them. */
const NO_AUDITS: Catalogue['audits'] = new Map();

const auditsFor = async (
  policies: readonly Policy[],
  overrides: Overrides,
): Promise<Catalogue['audits']> => {
  const isChanged = policies.some(({ info, audits }) =>
    audits.some(({ id }) => Object.hasOwn(overrides, `${info.id}/${id}`)),
  );
  return isChanged ? (await import('../audits/index.ts')).AUDITS : NO_AUDITS;
};

/** Answers first, then what the school changes in single rules, then whose word counts. */
export const applyChanges = async (
  policies: readonly Policy[],
  { overrides = {}, answers = {}, settled = {}, sources }: PolicyChanges,
): Promise<Overridden> => {
  const catalogue = { checks: CHECKS, audits: await auditsFor(policies, overrides) };
  const answered = under('answers', applyAnswers(policies, answers));
  const changed = under('rules', applyOverrides(answered.policies, overrides, catalogue, sources));
  const decided = under('settle', applySettled(changed.policies, settled));
  return {
    policies: decided.policies,
    mistakes: [...answered.mistakes, ...changed.mistakes, ...decided.mistakes],
  };
};
