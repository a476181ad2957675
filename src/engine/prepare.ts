import type { Breach, Check, CheckInput } from '../checks/check.ts';
import type { Citation } from '../core/finding.ts';
import type { Policy, Rule } from '../core/policy.ts';
import type { Predicate } from './conditions.ts';
import { compileCondition } from './conditions.ts';

/** A rule with its check and conditions made ready once. */
export interface PreparedRule {
  readonly id: string;
  readonly rule: Rule;
  readonly citation: Citation;
  readonly applies: Predicate;
  readonly run: (input: CheckInput) => Iterable<Breach>;
}

export interface PreparedPolicy {
  readonly policy: Policy;
  readonly rules: readonly PreparedRule[];
}

const prepareRule = (
  policy: Policy,
  rule: Rule,
  checks: ReadonlyMap<string, Check>,
): PreparedRule => {
  const when = rule.when && compileCondition(rule.when, checks);
  const unless = rule.unless && compileCondition(rule.unless, checks);
  const clause = policy.clauses.find(({ id }) => id === rule.clause);
  return {
    id: `${policy.info.id}/${rule.id}`,
    rule,
    citation: {
      policy: policy.info.id,
      section: clause?.section ?? '',
      clause: rule.clause,
      requires: clause?.requires ?? '',
    },
    applies: (input) => (!when || when(input)) && !unless?.(input),
    run: checks.get(rule.check)!.prepare(rule.with),
  };
};

/** Makes a loaded policy ready for many posts. The loader has refused whatever could throw here. */
export const preparePolicy = (
  policy: Policy,
  checks: ReadonlyMap<string, Check>,
): PreparedPolicy => ({
  policy,
  rules: policy.rules.map((rule) => prepareRule(policy, rule, checks)),
});
