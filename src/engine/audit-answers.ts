import type { Audit, AuditContext } from '../audits/audit.ts';
import type { AuditAnswer } from '../core/audit.ts';
import type { Policy } from '../core/policy.ts';
import type { JudgedPost } from '../core/report.ts';

/** What the audits of a run may look at; each policy has a zone of its own. */
export type AuditSettings = Omit<AuditContext, 'policy' | 'policies' | 'timezone'>;

/** Audits under way. Posts of the period come once each, in any order. */
export interface AuditsRun {
  readonly add: (judged: JudgedPost) => void;
  /** One for each audit of each policy, in the order in which the policies ask. */
  readonly end: () => readonly AuditAnswer[];
}

/** Starts every audit that the policies ask for. */
export const startAudits = (
  policies: readonly Policy[],
  audits: ReadonlyMap<string, Audit>,
  settings: AuditSettings,
): AuditsRun => {
  const asked = policies.flatMap((policy) => {
    const { info, timezone, clauses } = policy;
    const requires = new Map(clauses.map((clause) => [clause.id, clause.requires]));
    return policy.audits.map(({ id, clause, severity, audit: name, with: given, advice }) => {
      const audit = audits.get(name);
      if (!audit) throw new RangeError(`no audit is called ${name}`);
      const run = audit.start(given, { ...settings, policy, policies, timezone });
      const end = (): AuditAnswer => ({
        policy: info.id,
        rule: id,
        clause,
        requires: requires.get(clause) ?? '',
        severity,
        ...(advice !== undefined && { advice }),
        ...run.end(),
      });
      return { add: run.add, end };
    });
  });
  const adders = asked.flatMap(({ add }) => add ?? []);
  return {
    add(judged) {
      for (const add of adders) add(judged);
    },
    end: () => asked.map(({ end }) => end()),
  };
};
