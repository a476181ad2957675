import type { Command } from 'commander';
import type { Io, Outcome } from '../io.ts';
import { readPolicy } from '../policies.ts';
import { PLATFORM_POLICY, shippedPolicies } from '../shipped.ts';
import { describe } from './describe.ts';
import type { Words } from './offers.ts';
import type { Shell } from './shells.ts';
import { SCRIPTS } from './shells.ts';

/** What the values are that have names but no list of choices. */
const wordsAtHand = async ({ cwd }: Pick<Io, 'cwd'>): Promise<Words> => {
  const policies = shippedPolicies().filter((id) => id !== PLATFORM_POLICY);
  const rules = new Set<string>();
  for (const id of shippedPolicies()) {
    const { policy } = await readPolicy(id, cwd);
    for (const rule of policy?.rules ?? []) rules.add(rule.id);
  }
  return new Map([
    ['policy', policies],
    ['policies', policies],
    ['rule', [...rules].sort()],
  ]);
};

/** `policy-lint completion bash`: prints what the shell needs to complete our command line. */
export const completionCommand = async (
  shell: Shell,
  program: Command,
  io: Pick<Io, 'cwd'>,
): Promise<Outcome> => ({
  exitCode: 0,
  stdout: SCRIPTS[shell](describe(program), await wordsAtHand(io)),
  stderr: '',
});
