import type { Policy, Rule, RuleChange } from '../core/policy.ts';
import { waiverTermsOf } from '../core/waiver.ts';
import type { Mistake, Path } from '../syntax/place.ts';
import { either, quote } from '../syntax/words.ts';

/** What a school’s configuration may not do: exceptions are made easier in the policy alone. */
export const looserWaiver = (
  policy: Policy,
  rule: Rule,
  { waiver }: RuleChange,
  path: Path,
): readonly Mistake[] => {
  if (waiver === undefined || waiver === 'never') return [];
  const before = waiverTermsOf(policy, rule);
  const wrong = (where: Path, message: string): Mistake => ({
    kind: 'wrong',
    path: [...path, 'waiver', ...where],
    message,
  });
  if (!before) return [wrong([], 'waiver: the policy allows none, and only the policy can')];
  if (waiver === null) {
    return rule.waiver === undefined
      ? []
      : [wrong([], 'waiver: what the policy asks of one can only be changed in the policy')];
  }
  const { maxDays, roles } = waiver;
  const others = before.roles && roles?.filter((role) => !before.roles?.includes(role));
  return [
    ...(maxDays !== undefined && maxDays > before.maxDays
      ? [wrong(['maxDays'], `maxDays: the policy allows ${before.maxDays} at most`)]
      : []),
    ...(others ?? []).map((role) =>
      wrong(
        ['roles', roles!.indexOf(role)],
        `${quote(role)} may not approve one: the policy names ${either(before.roles!.map(quote))}`,
      ),
    ),
  ];
};
