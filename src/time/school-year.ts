import { addDays, daysBetween } from '../core/calendar-dates.ts';
import { remembered } from '../core/remembered.ts';
import type { CalendarEvent, DayOff, Term } from '../core/school.ts';
import { dayOf } from './day.ts';
import { markOf, meaningsOf } from './school-year-meaning.ts';
import type { Marked } from './school-year-pairs.ts';
import { WRITE, onDay, pairDaysOff, pairTerms, span } from './school-year-pairs.ts';
import { readTitle } from './school-year-words.ts';

/** What a calendar says of the school year. */
export interface SchoolYear {
  readonly terms: readonly Term[];
  readonly daysOff: readonly DayOff[];
  /** The same events, with what they mark. */
  readonly events: readonly CalendarEvent[];
  /** What speaks of terms and could not be understood, a sentence each. */
  readonly unclear: readonly string[];
}

const HOUR = 3_600_000;
/** The shortest Christmas or Easter holidays are no shorter, but season and year differ then. */
const LONGEST_GAP = 24;

const markedIn = (events: readonly CalendarEvent[], timezone: string) => {
  const marked: Marked[] = [];
  const read = remembered(readTitle);
  const shown = events.map((event): CalendarEvent => {
    const title = read(event.title);
    if (!title) return event;
    const { startMs, endMs } = event;
    const range = {
      from: dayOf(startMs, timezone),
      to: dayOf(Math.max(startMs, endMs - 1), timezone),
    };
    const meanings = meaningsOf(title, { days: span(range), hours: (endMs - startMs) / HOUR });
    for (const meaning of meanings) marked.push({ ...range, title, meaning });
    const marks = markOf(title, meanings);
    return marks ? { ...event, marks } : event;
  });
  marked.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return { marked, events: shown };
};

/** The two halves of a term in one, and what lies between them. */
export const joinHalves = (
  stretches: readonly Term[],
): { readonly terms: readonly Term[]; readonly between: readonly DayOff[] } => {
  const terms: Term[] = [];
  const between: DayOff[] = [];
  const sorted = [...stretches].sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const stretch of sorted) {
    const last = terms.at(-1);
    const gap = last ? daysBetween(last.to, stretch.from) - 1 : Infinity;
    if (!last || last.season !== stretch.season || gap > LONGEST_GAP) {
      terms.push(stretch);
      continue;
    }
    if (gap > 2) {
      between.push({ kind: 'half-term', from: addDays(last.to, 1), to: addDays(stretch.from, -1) });
    }
    terms[terms.length - 1] = { ...last, to: stretch.to > last.to ? stretch.to : last.to };
  }
  return { terms, between };
};

const MOST_UNCLEAR = 20;

/** Reads terms and days off out of a calendar. What may be one or the other is told, not guessed. */
export const schoolYearIn = (calendar: readonly CalendarEvent[], timezone: string): SchoolYear => {
  const { marked, events } = markedIn(calendar, timezone);
  const unclear: string[] = [];
  const complain = (message: string): void => {
    unclear.push(message);
  };
  for (const marker of marked) {
    if (marker.meaning.is !== 'unclear') continue;
    const days = span(marker);
    complain(
      `${onDay(marker)} lasts ${days === 1 ? 'one day' : `${days} days`}: it was taken neither for a term nor for days off; ${WRITE}`,
    );
  }
  const { terms, between } = joinHalves(pairTerms(marked, complain));
  const daysOff = [...pairDaysOff(marked, complain), ...between];
  const more = unclear.length - MOST_UNCLEAR;
  return {
    terms,
    daysOff,
    events,
    unclear:
      more > 0
        ? [...unclear.slice(0, MOST_UNCLEAR), `${more} more such events were not understood`]
        : unclear,
  };
};
