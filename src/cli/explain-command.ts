import type { AuditRule, Clause, Policy, Rule } from '../core/policy.ts';
import type { CoveredClause } from '../policy/coverage.ts';
import { coverageOf } from '../policy/coverage.ts';
import type { ReportOptions } from '../report/options.ts';
import { PLAIN } from '../report/index.ts';
import { visible } from '../report/cells.ts';
import { explain } from '../report/explain.ts';
import { explainAudit } from '../report/explain-audit.ts';
import { explainClause } from '../report/explain-clause.ts';
import { didYouMean } from '../syntax/closest.ts';
import { wantsColour } from './colour.ts';
import type { Io, Outcome } from './io.ts';
import type { LintOptions } from './options.ts';
import { paintFor } from './paint.ts';
import { readPolicy } from './policies.ts';
import { shippedPolicies } from './shipped.ts';
import { refuse, say } from './say.ts';
import { setUp } from './setup.ts';

const isCalled = (named: string, { info }: Policy, { id }: Rule | AuditRule | Clause): boolean =>
  named === id || named === `${info.id}/${id}`;

/** Rules or audits that a name means: `policy/rule`, the rule alone, or the clause it stands for. */
const findAsked = <One extends Rule | AuditRule>(
  named: string,
  policy: Policy,
  all: readonly One[],
): readonly One[] =>
  all.filter(
    (one) =>
      isCalled(named, policy, one) ||
      named === one.clause ||
      named === `${policy.info.id}/${one.clause}`,
  );

const findClauses = (named: string, policy: Policy): readonly CoveredClause[] =>
  coverageOf(policy).clauses.filter(({ clause }) => isCalled(named, policy, clause));

const explainedAudits = async (
  named: string,
  policy: Policy,
  options: ReportOptions,
): Promise<readonly string[]> => {
  const found = findAsked(named, policy, policy.audits);
  if (found.length === 0) return [];
  const { AUDITS } = await import('../audits/index.ts');
  return found.map((audit) => {
    const about = AUDITS.get(audit.audit)?.about ?? '';
    return explainAudit({ policy, audit, about }, options);
  });
};

const explained = async (
  named: string,
  policy: Policy,
  options: ReportOptions,
): Promise<readonly string[]> => {
  const asked = [
    ...findAsked(named, policy, policy.rules).map((rule) => explain({ policy, rule }, options)),
    ...(await explainedAudits(named, policy, options)),
  ];
  if (asked.length > 0) return asked;
  return findClauses(named, policy).map((covered) => explainClause({ policy, covered }, options));
};

/** A rule that the school does without, with its reason. */
const switchedOff = (named: string, { info, off }: Policy): readonly string[] =>
  off
    .map(({ rule, reason }) => ({ rule, name: `${info.id}/${rule}`, reason }))
    .filter(({ rule, name }) => named === rule || named === name)
    .map(({ name, reason }) => `${visible(`${name} is switched off: ${reason}`)}\n`);

/** `policy-lint explain RULE`: what a rule or a clause asks, why, and posts that it flags and allows. */
export const explainCommand = async (
  named: string,
  options: LintOptions,
  io: Io,
): Promise<Outcome> => {
  const { policies, problems, notes } = await setUp(options, io, { withExamples: true });
  if (problems.length > 0) return refuse(problems, io, notes);
  const paint = wantsColour(options.color, io, false) ? await paintFor(true) : PLAIN;
  const how = { width: io.columns() ?? 80, reveal: true, paint };
  const told: string[] = [];
  for (const policy of policies) told.push(...(await explained(named, policy, how)));
  if (told.length > 0) return { exitCode: 0, stdout: told.join('\n'), stderr: say([], io, notes) };

  const off = policies.flatMap((policy) => switchedOff(named, policy));
  if (off.length > 0) return { exitCode: 0, stdout: off.join(''), stderr: say([], io, notes) };

  // Nobody has to make a policy active to read it.
  const active = new Set(policies.map(({ info }) => info.id));
  const all = [...policies];
  for (const id of shippedPolicies().filter((one) => !active.has(one))) {
    const { policy } = await readPolicy(id, io.cwd, { withExamples: true });
    if (!policy) continue;
    all.push(policy);
    told.push(...(await explained(named, policy, how)));
  }
  if (told.length > 0) return { exitCode: 0, stdout: told.join('\n'), stderr: say([], io, notes) };
  const names = all.flatMap(({ info, rules, audits, clauses }) =>
    [...rules, ...audits, ...clauses].flatMap(({ id }) => [id, `${info.id}/${id}`]),
  );
  const hint = didYouMean(named, names) || '.';
  const message = `there is no rule, audit or clause “${named}”${hint} “policy-lint policies” and “policy-lint coverage” list them all.`;
  return refuse([{ file: 'explain', message }], io, notes);
};
