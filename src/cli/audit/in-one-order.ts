import type { Notice, Problem } from '../../core/problem.ts';

const order = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** By file and place, whatever found them first. */
export const inOneOrder = <Told extends Problem | Notice>(list: readonly Told[]): readonly Told[] =>
  [...list].sort(
    (a, b) =>
      order(a.file, b.file) ||
      order(a.line ?? 0, b.line ?? 0) ||
      order(a.column ?? 0, b.column ?? 0) ||
      order(a.message, b.message),
  );

const keyOf = ({ file, line, column, message }: Problem): string =>
  JSON.stringify([file, line, column, message]);

/** The same words are told once, whichever parts tell them; `before`: those that are told already. */
export const eachOnce = <Told extends Problem | Notice>(
  list: readonly Told[],
  before: readonly Told[] = [],
): readonly Told[] => {
  const known = new Set(before.map(keyOf));
  return [...new Map(list.map((one) => [keyOf(one), one]))].flatMap(([key, one]) =>
    known.has(key) ? [] : [one],
  );
};
