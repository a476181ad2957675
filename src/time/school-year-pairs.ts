import { addDays, daysBetween } from '../core/calendar-dates.ts';
import type { DayOff, DayRange, Term, TermSeason } from '../core/school.ts';
import { dayInWords } from './day.ts';
import type { Meaning } from './school-year-meaning.ts';
import type { TitleRead } from './school-year-words.ts';

/** An event, with one of the things that it says of the school year. */
export interface Marked extends DayRange {
  readonly title: TitleRead;
  readonly meaning: Meaning;
}

/** Days within which year groups come back, or leave, one after another. */
const STAGGERED = 7;
const SHORTEST = 14;
const LONGEST = 140;
/** Between the two halves of a term. */
const LONGEST_HALF_TERM = 16;

/** What to do about an event that was not understood. */
export const WRITE = 'write the dates under terms in policy-lint.yaml if they matter';

export const span = ({ from, to }: DayRange): number => daysBetween(from, to) + 1;

/** A spring term may begin in the last days of December, a Scottish autumn term in August. */
const seasonOf = ({ from }: DayRange): TermSeason => {
  const day = from.slice(5);
  if (day >= '08-01' && day < '12-27') return 'autumn';
  return day >= '03-20' && day < '08-01' ? 'summer' : 'spring';
};

/** Whether a term of that name may lie on those days: a calendar may name the wrong one by mistake. */
const isPlausible = (season: TermSeason, { from, to }: DayRange): boolean => {
  const [begins, ends] = [from.slice(5), to.slice(5)];
  if (season === 'autumn') return begins >= '08-01' && (ends >= '08-15' || ends <= '01-10');
  if (season === 'summer') return begins >= '03-20' && begins < '08-01' && ends < '08-15';
  return (begins >= '12-27' || begins < '04-01') && ends < '05-01';
};

export const onDay = ({ from, title }: Marked): string => `“${title.shown}” on ${dayInWords(from)}`;

/** Pairs the markers of the first and the last day of terms. */
export const pairTerms = (
  marked: readonly Marked[],
  complain: (message: string) => void,
): Term[] => {
  const made: Term[] = [];
  let open: Marked | undefined;
  const add = (range: DayRange, named: TermSeason | undefined, marker: Marked): void => {
    const season = named ?? seasonOf(range);
    if (isPlausible(season, range)) made.push({ season, ...range });
    else
      complain(
        `${onDay(marker)} names the ${season} term, which is at another time of the year; ${WRITE}`,
      );
  };
  const dropOpen = (): void => {
    if (open)
      complain(`${onDay(open)} begins a term, and nothing in the calendar ends it; ${WRITE}`);
    open = undefined;
  };
  for (const marker of marked) {
    const { meaning, from, to } = marker;
    if (meaning.is === 'stretch') add({ from, to }, meaning.season, marker);
    if (meaning.is === 'begin') {
      if (open && daysBetween(open.from, from) <= STAGGERED) continue;
      dropOpen();
      open = marker;
    }
    if (meaning.is !== 'end') continue;
    const last = made.at(-1);
    if (open && open.meaning.is === 'begin') {
      const range = { from: open.from, to };
      const named = open.meaning.season ?? meaning.season;
      if (span(range) >= SHORTEST && span(range) <= LONGEST) {
        const begun = open;
        open = undefined;
        add(range, named, begun);
        continue;
      }
      dropOpen();
    } else if (last && Math.abs(daysBetween(last.to, to)) <= STAGGERED) {
      made[made.length - 1] = { ...last, to: to > last.to ? to : last.to };
      continue;
    }
    complain(`${onDay(marker)} ends a term, and nothing in the calendar begins it; ${WRITE}`);
  }
  dropOpen();
  return made;
};

/** Pairs the markers of the first and the last day off, or of the school days round them. */
export const pairDaysOff = (
  marked: readonly Marked[],
  complain: (message: string) => void,
): DayOff[] => {
  const made: DayOff[] = [];
  let open: { readonly marker: Marked; readonly from: string } | undefined;
  const dropOpen = (): void => {
    if (open)
      complain(
        `${onDay(open.marker)} begins days off, and nothing in the calendar ends them; ${WRITE}`,
      );
    open = undefined;
  };
  for (const marker of marked) {
    const { meaning, from, to } = marker;
    if (meaning.is === 'off') made.push({ kind: meaning.kind, from, to });
    if (meaning.is === 'off-from' || meaning.is === 'school-to') {
      dropOpen();
      open = { marker, from: meaning.is === 'off-from' ? from : addDays(to, 1) };
    }
    if (meaning.is !== 'off-to' && meaning.is !== 'school-from') continue;
    const last = meaning.is === 'off-to' ? to : addDays(from, -1);
    const most = meaning.kind === 'half-term' ? LONGEST_HALF_TERM : LONGEST;
    if (open && open.from <= last && span({ from: open.from, to: last }) <= most) {
      made.push({ kind: meaning.kind, from: open.from, to: last });
      open = undefined;
    } else {
      complain(`${onDay(marker)} ends days off, and nothing in the calendar begins them; ${WRITE}`);
    }
  }
  dropOpen();
  return made;
};
