import type { Period } from '../core/audit.ts';
import { addDays, daysBetween, isDate } from '../core/calendar-dates.ts';
import type { DayRange, Term } from '../core/school.ts';
import { dayInWords, dayOf, startOfDay } from './day.ts';
import { findTerm } from './named-term.ts';
import type { DatedTerm } from './terms.ts';
import { createTerms, termInWords, yearOf } from './terms.ts';

/** What was asked for, as it was written. */
export interface PeriodWanted {
  /** `autumn`, `Autumn term 2024`, `spring 2024/25`. */
  readonly term?: string;
  /** As 2025-09-01. */
  readonly from?: string;
  readonly to?: string;
}

/** The first and the last post of an archive, milliseconds since 1970 UTC. */
export interface ArchiveBounds {
  readonly firstMs: number;
  readonly lastMs: number;
}

export type PeriodFound =
  | {
      readonly period: Period;
      /** What the period is compared with. */
      readonly previous?: Period;
      /** What was assumed, a sentence each. */
      readonly notes: readonly string[];
    }
  | {
      /** Why there is no such period, and what to write instead. */
      readonly problem: string;
    };

/** No network is as old, and no post as late. */
const FIRST_DAY = '1970-01-01';
const LAST_DAY = '9999-12-30';

export const periodOf = (label: string, { from, to }: DayRange, timezone: string): Period => ({
  label,
  from,
  to,
  startMs: startOfDay(from, timezone),
  endMs: startOfDay(addDays(to, 1), timezone),
});

/** Terms as periods, for who draws them. */
export const termPeriods = (terms: readonly Term[], timezone: string): readonly Period[] =>
  terms.map((told) =>
    periodOf(termInWords({ season: told.season, year: yearOf(told) }), told, timezone),
  );

const assumedNote = (term: DatedTerm): string =>
  `nobody has told the days of ${theTerm(term)}: ${dayInWords(term.from)} to ${dayInWords(term.to)} is assumed, as is usual in England; write them under terms in policy-lint.yaml`;

const theTerm = (term: DatedTerm): string => {
  const words = termInWords(term);
  return `the ${words[0]!.toLowerCase()}${words.slice(1)}`;
};

const ofTerm = (
  written: string,
  told: readonly Term[],
  today: string,
  zone: string,
): PeriodFound => {
  const terms = createTerms(told);
  const term = findTerm(written, terms, today);
  if (typeof term === 'string') return { problem: term };
  const period = periodOf(termInWords(term), term, zone);
  const last = terms.findBefore(term);
  const notes = [term, ...(last ? [last] : [])]
    .filter(({ isAssumed }) => isAssumed)
    .map(assumedNote);
  if (!last) return { period, notes };
  const elapsed = daysBetween(term.from, today) + 1;
  const cut = addDays(last.from, elapsed - 1);
  // A term that has only begun is no match for a whole one.
  if (today >= term.to || cut >= last.to) {
    return { period, previous: periodOf(termInWords(last), last, zone), notes };
  }
  const label = `${termInWords(last)} up to ${dayInWords(cut)}`;
  const note = `${theTerm(term)} runs until ${dayInWords(term.to)}: its first ${elapsed} days are compared with the first ${elapsed} days of ${theTerm(last)}`;
  return {
    period,
    previous: periodOf(label, { from: last.from, to: cut }, zone),
    notes: [...notes, note],
  };
};

const dayMistake = (option: string, written: string | undefined): string | undefined => {
  if (written === undefined) return undefined;
  if (isDate(written) && written >= FIRST_DAY && written <= LAST_DAY) return undefined;
  return /^\d{4}-\d{2}-\d{2}$/u.test(written)
    ? `there is no day ${written}: check ${option}`
    : `write ${option} as a day such as 2025-09-01, not “${written}”`;
};

const rangeMistake = ({ from, to }: PeriodWanted, today: string): string | undefined => {
  const mistake = dayMistake('--from', from) ?? dayMistake('--to', to);
  if (mistake !== undefined) return mistake;
  if (from !== undefined && to !== undefined && to < from) {
    return `--to ${to} is before --from ${from}: swap them`;
  }
  return from !== undefined && from > today ? `--from ${from} is still to come` : undefined;
};

const ofRange = (
  wanted: PeriodWanted,
  today: string,
  zone: string,
  archive: ArchiveBounds | undefined,
): PeriodFound => {
  const mistake = rangeMistake(wanted, today);
  if (mistake !== undefined) return { problem: mistake };
  const { from, to = today } = wanted;
  if (from === undefined) {
    const first = archive ? dayOf(archive.firstMs, zone) : FIRST_DAY;
    const range = { from: first <= to ? first : to, to };
    return { period: periodOf(`Up to ${dayInWords(to)}`, range, zone), notes: [] };
  }
  const words = from === to ? dayInWords(from) : `${dayInWords(from)} to ${dayInWords(to)}`;
  const period = periodOf(words, { from, to }, zone);
  const days = daysBetween(from, to < today ? to : today) + 1;
  const before = { from: addDays(from, -days), to: addDays(from, -1) };
  const label = days === 1 ? 'The day before' : `The ${days} days before`;
  return { period, previous: periodOf(label, before, zone), notes: [] };
};

const whole = (archive: ArchiveBounds | undefined, zone: string): PeriodFound => {
  const range = archive
    ? { from: dayOf(archive.firstMs, zone), to: dayOf(archive.lastMs, zone) }
    : { from: FIRST_DAY, to: LAST_DAY };
  return { period: periodOf('The whole archive', range, zone), notes: [] };
};

/** A comparison with days of which the archive knows nothing, or not all, would flatter or alarm. */
const asFarAsKept = (
  found: PeriodFound,
  archive: ArchiveBounds | undefined,
  zone: string,
): PeriodFound => {
  if ('problem' in found || !found.previous || !archive) return found;
  if (archive.firstMs < found.previous.startMs) return found;
  const { period, previous, notes } = found;
  const first = dayInWords(dayOf(archive.firstMs, zone));
  if (archive.firstMs >= previous.endMs) {
    const note = `the archive begins on ${first}: there is nothing before the period to compare it with`;
    return { period, notes: [...notes, note] };
  }
  const note = `the archive begins on ${first}, within the time that the period is compared with`;
  return { period, previous, notes: [...notes, note] };
};

/**
 * The period that is looked at, and what it is compared with. Without a term and days it is the whole
 * archive; where its bounds are not known it is open at both ends.
 */
export const findPeriod = (
  wanted: PeriodWanted,
  terms: readonly Term[],
  todayMs: number,
  timezone: string,
  archive?: ArchiveBounds,
): PeriodFound => {
  const { term, from, to } = wanted;
  const today = dayOf(todayMs, timezone);
  const hasDays = from !== undefined || to !== undefined;
  if (term !== undefined && hasDays) {
    return { problem: 'give --term, or --from and --to, not both' };
  }
  if (term !== undefined) {
    return asFarAsKept(ofTerm(term, terms, today, timezone), archive, timezone);
  }
  if (!hasDays) return whole(archive, timezone);
  return asFarAsKept(ofRange(wanted, today, timezone, archive), archive, timezone);
};
