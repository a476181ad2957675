import { dataLines } from '../core/data-lines.ts';
import { once } from '../core/once.ts';
import type { LessonTime, School } from '../core/school.ts';
import { TERM_SEASONS } from '../core/school.ts';
import lessonFree from './data/lesson-free.txt?raw';
import { dayOf } from './day.ts';
import { isDayOff } from './holidays.ts';
import type { DatedTerm } from './terms.ts';
import { createTerms } from './terms.ts';
import { toLocal } from './zone.ts';

const freeWords = once(() => dataLines(lessonFree));

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

const termsOfYears = new WeakMap<School['terms'], Map<number, readonly DatedTerm[]>>();

const termsOf = (year: number, told: School['terms']): readonly DatedTerm[] => {
  let known = termsOfYears.get(told);
  if (!known) termsOfYears.set(told, (known = new Map()));
  let terms = known.get(year);
  if (!terms) {
    const { find } = createTerms(told);
    terms = TERM_SEASONS.flatMap((season) => find(season, year) ?? []);
    known.set(year, terms);
  }
  return terms;
};

/** Whether a day lies in a term: as the school told it, or else as it is usual. */
const isInTerm = (day: string, { terms }: School): boolean =>
  termsOf(Number(day.slice(0, 4)), terms).some(({ from, to }) => from <= day && day <= to);

/**
 * The lesson that goes on at an instant, by the clocks of the zone; none on days on which nobody is
 * taught. `free`: more words of the calendar’s entries for such days.
 */
export const findLesson = (
  atMs: number,
  timezone: string,
  school: School,
  free: readonly string[] = [],
): LessonTime | undefined => {
  const { weekday, hour, minute } = toLocal(atMs, timezone);
  const now = hour * 60 + minute;
  const lesson = school.lessons?.find(
    ({ days, from, to }) => days.includes(weekday) && minutesOf(from) <= now && now < minutesOf(to),
  );
  if (!lesson) return undefined;
  const day = dayOf(atMs, timezone);
  if (isDayOff(day, school) || !isInTerm(day, school)) return undefined;
  const words = [...freeWords(), ...free.map((word) => word.toLowerCase())];
  const isFree = school.calendar.some(
    ({ title, startMs, endMs }) =>
      startMs <= atMs && atMs < endMs && words.some((word) => title.toLowerCase().includes(word)),
  );
  return isFree ? undefined : lesson;
};
