import type { Policy } from '../../core/policy.ts';
import type { Problem } from '../../core/problem.ts';
import type { Io } from '../io.ts';
import { readPolicy } from '../policies.ts';
import type { AuditOptions } from '../options.ts';

/** The next version of a policy mostly keeps its name. */
const apart = (policy: Policy, active: readonly Policy[]): Policy => {
  const { info } = policy;
  const isTaken = active.some((one) => one.info.id === info.id);
  return isTaken ? { ...policy, info: { ...info, id: `${info.id}-compared` } } : policy;
};

/** The policy that `--compare` names, under an id of its own. */
export const findCompared = async (
  { compare }: AuditOptions,
  active: readonly Policy[],
  { cwd }: Pick<Io, 'cwd'>,
): Promise<{ readonly policy?: Policy; readonly problems: readonly Problem[] }> => {
  if (compare === undefined) return { problems: [] };
  const { policy, problems } = await readPolicy(compare, cwd);
  const told = problems.map((one) =>
    one.file === '--policy' ? { ...one, file: '--compare' } : one,
  );
  return policy ? { policy: apart(policy, active), problems: told } : { problems: told };
};
