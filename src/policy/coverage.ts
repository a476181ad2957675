import type { Clause, Policy } from '../core/policy.ts';
import { groupBy } from '../core/group-by.ts';
import { CADENCE_WORDS } from '../core/policy.ts';

/** What answers for a clause; `nothing` is a hole. */
export const CLAUSE_STATUSES = ['rule', 'audit', 'sign-off', 'outside', 'nothing'] as const;
export type ClauseStatus = (typeof CLAUSE_STATUSES)[number];

export interface CoveredClause {
  readonly clause: Clause;
  readonly status: ClauseStatus;
  /** Ids of its rules, and of what the audit of an archive asks. */
  readonly rules: readonly string[];
  readonly audits: readonly string[];
  /** What says so: whose sign-off, why it is outside, why a rule is off. */
  readonly by?: string;
}

export interface Coverage {
  readonly policy: Policy;
  readonly clauses: readonly CoveredClause[];
}

const statusOf = (
  { kind, signOff, why }: Clause,
  rules: readonly string[],
  audits: readonly string[],
): ClauseStatus => {
  if (rules.length > 0) return 'rule';
  if (audits.length > 0) return 'audit';
  if (signOff) return 'sign-off';
  return kind === 'outside' && why !== undefined ? 'outside' : 'nothing';
};

const byWhat = ({ signOff, why }: Clause, status: ClauseStatus): string | undefined => {
  if (status === 'sign-off') return `${signOff!.owner}, ${CADENCE_WORDS[signOff!.every]}`;
  return status === 'outside' ? why : undefined;
};

/** What answers for each clause of a policy, in the order of the document. */
export const coverageOf = (policy: Policy): Coverage => {
  const rules = groupBy(policy.rules, ({ clause }) => clause);
  const asked = groupBy(policy.audits, ({ clause }) => clause);
  const off = groupBy(policy.off, ({ clause }) => clause);
  return {
    policy,
    clauses: policy.clauses.map((clause) => {
      const own = (rules.get(clause.id) ?? []).map(({ id }) => id);
      const audits = (asked.get(clause.id) ?? []).map(({ id }) => id);
      const status = statusOf(clause, own, audits);
      const switched = (off.get(clause.id) ?? []).map(
        ({ rule, reason }) => `${rule} is switched off: ${reason}`,
      );
      const by = [byWhat(clause, status) ?? [], switched].flat().join('; ');
      return { clause, status, rules: own, audits, ...(by !== '' && { by }) };
    }),
  };
};
