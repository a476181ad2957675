import type { Policy } from '../core/policy.ts';
import type { Io } from './io.ts';
import type { LintOptions } from './options.ts';
import { readPolicy } from './policies.ts';
import { PLATFORM_POLICY } from './shipped.ts';
import type { Setup } from './setup.ts';
import { setUp } from './setup.ts';

/** Several policies named one by one, or else those that are active for a run in this folder. */
export const setUpNamed = async (
  named: readonly string[],
  options: LintOptions,
  io: Io,
  { withExamples = false } = {},
): Promise<Setup> => {
  const setup = await setUp(options, io, { withExamples });
  if (named.length === 0 || setup.problems.length > 0) {
    const own = setup.policies.filter(({ info }) => info.id !== PLATFORM_POLICY);
    return { ...setup, policies: own };
  }
  const active = new Map(setup.policies.map((policy) => [policy.info.id, policy]));
  const policies: Policy[] = [];
  const problems = [...setup.problems];
  for (const name of named) {
    const known = active.get(name);
    const read = known
      ? { policy: known, problems: [] }
      : await readPolicy(name, io.cwd, { withExamples });
    problems.push(...read.problems);
    if (read.policy) policies.push(read.policy);
  }
  return { ...setup, policies, problems };
};
