import type { Rule } from '../core/policy.ts';
import type { WaiverTerms } from '../core/waiver.ts';
import type { Mistake } from '../syntax/place.ts';
import { addDays, daysBetween, isDate } from '../core/calendar-dates.ts';
import type { Wrong } from './waiver-people.ts';

/** The days of a waiver as they are written; absent: not text, or not there. */
export interface WaiverDays {
  readonly approved?: string | undefined;
  readonly expires?: string | undefined;
}

const isDayLike = (written: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(written);

/** Days that are none, or not in the order that they must be in. What is no day at all is a matter of shape. */
export const dayMistakes = (
  { approved, expires }: WaiverDays,
  today: string,
  wrong: Wrong,
): readonly Mistake[] => {
  const unreal = Object.entries({ approved, expires }).flatMap(([key, day]) =>
    day !== undefined && isDayLike(day) && !isDate(day)
      ? [wrong(key, `there is no day ${day}: write one as 2026-11-23`)]
      : [],
  );
  if (approved === undefined || !isDate(approved)) return unreal;
  const isBackwards = expires !== undefined && isDate(expires) && expires < approved;
  return [
    ...unreal,
    ...(approved > today
      ? [wrong('approved', `${approved} is still to come: write the day on which it was approved`)]
      : []),
    ...(isBackwards
      ? [wrong('expires', `${expires} is before ${approved}, when it was approved`)]
      : []),
  ];
};

/** A waiver that lasts longer than its rule allows. */
export const windowMistakes = (
  { approved, expires }: WaiverDays,
  { severity, waiver }: Rule,
  { maxDays }: WaiverTerms,
  wrong: Wrong,
): readonly Mistake[] => {
  if (approved === undefined || expires === undefined) return [];
  if (!isDate(approved) || !isDate(expires)) return [];
  const length = daysBetween(approved, expires);
  if (length <= maxDays) return [];
  const isOwn = waiver !== undefined && waiver !== 'never' && waiver.maxDays !== undefined;
  const which = isOwn ? 'this rule' : `a rule of severity ${severity}`;
  const message = `${length} days are too many: ${which} may be waived for ${maxDays} at most, here until ${addDays(approved, maxDays)}`;
  return [wrong('expires', message)];
};
