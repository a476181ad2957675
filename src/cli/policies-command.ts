import type { Policy } from '../core/policy.ts';
import { PLAIN } from '../report/index.ts';
import { policyText } from '../report/policies.ts';
import { wantsColour } from './colour.ts';
import type { Io, Outcome } from './io.ts';
import type { LintOptions } from './options.ts';
import { paintFor } from './paint.ts';
import { readPolicy } from './policies.ts';
import { refuse, say } from './say.ts';
import { setUp } from './setup.ts';
import { shippedPolicies } from './shipped.ts';

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
  const paint = wantsColour(options.color, io, false) ? await paintFor(true) : PLAIN;
  const how = { width: io.columns() ?? 80, reveal: true, paint };
  const told = [...policies, ...others].map((policy) =>
    policyText({ policy, isActive: active.has(policy.info.id) }, how),
  );
  return { exitCode: 0, stdout: told.join('\n'), stderr: say([], io, notes) };
};
