import type { Clause, Policy } from '../core/policy.ts';
import { groupBy } from '../core/group-by.ts';
import { CADENCE_WORDS } from '../core/policy.ts';
import { AUDITS } from './audits.ts';

/** What answers for a clause; `nothing` is a hole. */
export const CLAUSE_STATUSES = ['rule', 'audit', 'sign-off', 'outside', 'nothing'] as const;
export type ClauseStatus = (typeof CLAUSE_STATUSES)[number];

export interface CoveredClause {
  readonly clause: Clause;
  readonly status: ClauseStatus;
  /** Ids of its rules. */
  readonly rules: readonly string[];
  /** What says so: whose sign-off, what the audit looks at, why it is outside, why a rule is off. */
  readonly by?: string;
}

export interface Coverage {
  readonly policy: Policy;
  readonly clauses: readonly CoveredClause[];
}

const statusOf = ({ kind, audit, signOff, why }: Clause, rules: number): ClauseStatus => {
  if (rules > 0) return 'rule';
  if (audit !== undefined) return 'audit';
  if (signOff) return 'sign-off';
  return kind === 'outside' && why !== undefined ? 'outside' : 'nothing';
};

const byWhat = ({ audit, signOff, why }: Clause, status: ClauseStatus): string | undefined => {
  if (status === 'audit') return `${audit} (${AUDITS.get(audit ?? '') ?? ''})`;
  if (status === 'sign-off') return `${signOff!.owner}, ${CADENCE_WORDS[signOff!.every]}`;
  return status === 'outside' ? why : undefined;
};

/** What answers for each clause of a policy, in the order of the document. */
export const coverageOf = (policy: Policy): Coverage => {
  const rules = groupBy(policy.rules, ({ clause }) => clause);
  const off = groupBy(policy.off, ({ clause }) => clause);
  return {
    policy,
    clauses: policy.clauses.map((clause) => {
      const own = (rules.get(clause.id) ?? []).map(({ id }) => id);
      const status = statusOf(clause, own.length);
      const switched = (off.get(clause.id) ?? []).map(
        ({ rule, reason }) => `${rule} is switched off: ${reason}`,
      );
      const by = [byWhat(clause, status) ?? [], switched].flat().join('; ');
      return { clause, status, rules: own, ...(by !== '' && { by }) };
    }),
  };
};
