import { compare } from '../../core/compare.ts';
import type { Notice, Problem } from '../../core/problem.ts';

/** By file and place, whatever found them first. */
export const inOneOrder = <Told extends Problem | Notice>(list: readonly Told[]): readonly Told[] =>
  [...list].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      compare(a.line ?? 0, b.line ?? 0) ||
      compare(a.column ?? 0, b.column ?? 0) ||
      compare(a.message, b.message),
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
