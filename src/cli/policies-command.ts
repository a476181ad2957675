import { visible } from '../report/cells.ts';
import type { Policy } from '../core/policy.ts';
import type { Io, Outcome } from './io.ts';
import type { LintOptions } from './options.ts';
import { readPolicy, shippedPolicies } from './policies.ts';
import { refuse, say } from './say.ts';
import { setUp } from './setup.ts';

const describe = ({ info, clauses, rules }: Policy, isActive: boolean): string => {
  const columns = Math.max(...rules.map(({ id }) => id.length));
  const listed = rules.map(
    ({ id, severity, clause }) =>
      `  ${severity.padEnd(7)}  ${id.padEnd(columns)}  ${clauses.find((one) => one.id === clause)?.requires ?? ''}`,
  );
  const head = `${info.id}: ${info.title}${isActive ? ' (active)' : ''}`;
  return [head, ...listed].map((line) => `${visible(line)}\n`).join('');
};

/** `policy-lint policies`: the policies at hand, the active ones first, with their rules. */
export const policiesCommand = async (options: LintOptions, io: Io): Promise<Outcome> => {
  const { policies, problems, notes } = await setUp(options, io);
  if (problems.length > 0) return refuse(problems, io, notes);
  const active = new Set(policies.map(({ info }) => info.id));
  const others: Policy[] = [];
  for (const id of shippedPolicies().filter((one) => !active.has(one))) {
    const { policy } = await readPolicy(id, io.cwd);
    if (policy) others.push(policy);
  }
  const told = [
    ...policies.map((policy) => describe(policy, true)),
    ...others.map((policy) => describe(policy, false)),
  ];
  return { exitCode: 0, stdout: told.join('\n'), stderr: say([], io, notes) };
};
