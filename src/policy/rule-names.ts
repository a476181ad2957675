import type { Policy, Rule } from '../core/policy.ts';
import { didYouMean, findClosest } from '../syntax/closest.ts';
import { quote } from '../syntax/words.ts';

/** `policy/rule`. */
export const fullId = ({ info }: Policy, { id }: Pick<Rule, 'id'>): string => `${info.id}/${id}`;

/**
 * Why a name means no rule of the active policies; undefined where it means one, or one of a policy
 * that is not active: nothing to ask, and nothing wrong. Only rules may be waived; audits are changed
 * as rules are.
 */
export const findUnknownRule = (
  name: string,
  policies: readonly Policy[],
  { withAudits = false } = {},
): string | undefined => {
  const known = policies.flatMap((policy) =>
    [...policy.rules, ...(withAudits ? policy.audits : [])].map((one) => fullId(policy, one)),
  );
  if (known.includes(name)) return undefined;
  const [prefix = '', bare] = name.split('/', 2);
  if (bare === undefined) {
    const meant = known.find((one) => one.endsWith(`/${name}`));
    const hint = meant === undefined ? didYouMean(name, known) : `: did you mean “${meant}”?`;
    return `${quote(name)} names no rule${hint || ': write it as policy/rule'}`;
  }
  const active = policies.map(({ info }) => info.id);
  const isElsewhere = !active.includes(prefix) && findClosest(prefix, active) === undefined;
  if (isElsewhere) return undefined;
  return `there is no rule ${quote(name)}${didYouMean(name, known)}`;
};
