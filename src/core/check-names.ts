import type { Condition, Policy } from './policy.ts';

const inCondition = (condition: Condition | undefined): readonly string[] => {
  if (!condition) return [];
  const { check, all = [], any = [], not } = condition;
  return [
    ...(check === undefined ? [] : [check]),
    ...[...all, ...any].flatMap(inCondition),
    ...inCondition(not),
  ];
};

/** The checks that the rules of a policy and their conditions ask. */
export const checkNamesOf = ({ rules }: Policy): ReadonlySet<string> =>
  new Set(
    rules.flatMap(({ check, when, unless }) => [
      check,
      ...inCondition(when),
      ...inCondition(unless),
    ]),
  );
