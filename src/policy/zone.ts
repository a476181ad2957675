import { didYouMean } from '../syntax/closest.ts';
import type { Mistake, Path } from '../syntax/place.ts';
import { quote } from '../syntax/words.ts';

/** Known without asking: the first use of Intl costs more than reading a policy. */
const KNOWN: ReadonlySet<string> = new Set(['Europe/London', 'UTC']);

const isZone = (name: string): boolean => {
  // Offsets such as +01:00, which some runtimes take, know no daylight saving.
  if (!/^[A-Za-z][\w+\-/]*$/u.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** A zone that the runtime does not know, with the one that was probably meant. */
export const zoneMistake = (zone: unknown, path: Path): readonly Mistake[] => {
  if (typeof zone !== 'string' || zone.trim() === '' || KNOWN.has(zone) || isZone(zone)) return [];
  const hint =
    didYouMean(zone, [...KNOWN, ...Intl.supportedValuesOf('timeZone')]) ||
    ': write it as Europe/London';
  return [{ kind: 'wrong', path, message: `there is no time zone ${quote(zone)}${hint}` }];
};
