import type { Period } from '../../core/audit.ts';
import { remembered } from '../../core/remembered.ts';
import type { DayRange, School } from '../../core/school.ts';
import { TERM_SEASONS } from '../../core/school.ts';
import { dayOf } from '../../time/day.ts';
import { findBankHoliday } from '../../time/holidays.ts';
import { createTerms } from '../../time/terms.ts';
import type { AuditContext } from '../audit.ts';
import { dayNumber, dayOfNumber } from './days.ts';

/** Days in a row on which nothing was done; both belong to it. */
export interface Gap {
  readonly from: string;
  readonly to: string;
  /** Of these days, those that count. */
  readonly days: number;
}

/** Before a first post so long after the period began, the account was hardly there. */
const A_YEAR = 366;

const firstKnown = (
  { period, account, timezone }: Pick<AuditContext, 'period' | 'account' | 'timezone'>,
  active: ReadonlySet<string>,
): string => {
  const created = account?.profile.createdMs;
  if (created !== undefined) return dayOf(created, timezone);
  const [first = period.from] = [...active].sort();
  return dayNumber(first) - dayNumber(period.from) > A_YEAR ? first : period.from;
};

/** The part of the period of which the archive can tell anything; undefined where there is none. */
export const knownDays = (
  context: Pick<AuditContext, 'period' | 'account' | 'nowMs' | 'timezone'>,
  active: ReadonlySet<string>,
): DayRange | undefined => {
  const { period, account, nowMs, timezone } = context;
  // The day on which it was made is not over in it.
  const end = dayOf(Math.min(account?.exportedMs ?? nowMs, nowMs), timezone);
  const last = dayOfNumber(dayNumber(end) - 1);
  const first = firstKnown(context, active);
  const from = first > period.from ? first : period.from;
  const to = last < period.to ? last : period.to;
  return from <= to ? { from, to } : undefined;
};

/** Longer ago than any network, so that a period without an end costs nothing. */
const MOST_DAYS = 40_000;

/** Stretches without any activity, the longest first; `counts` says which days do. */
export const gapsBetween = (
  active: ReadonlySet<string>,
  { from, to }: Pick<Period, 'from' | 'to'>,
  counts: (day: string) => boolean = () => true,
): readonly Gap[] => {
  const gaps: Gap[] = [];
  let gap: { from: string; to: string; days: number } | undefined;
  const last = dayNumber(to);
  for (let at = Math.max(dayNumber(from), last - MOST_DAYS); at <= last; at += 1) {
    const day = dayOfNumber(at);
    if (active.has(day)) {
      if (gap) gaps.push(gap);
      gap = undefined;
    } else if (counts(day)) {
      gap = { from: gap?.from ?? day, to: day, days: (gap?.days ?? 0) + 1 };
    }
  }
  if (gap) gaps.push(gap);
  return gaps.sort((a, b) => b.days - a.days || (a.from < b.from ? -1 : 1));
};

/** Tells days of term from holidays, by what the school told, or else by what is usual in England. */
export const termDays = (school: School): ((day: string) => boolean) => {
  const terms = createTerms(school.terms);
  const ofYear = remembered((year): readonly DayRange[] =>
    TERM_SEASONS.flatMap((season) => terms.find(season, Number(year)) ?? []),
  );
  return (day) => {
    const isInTerm = ofYear(day.slice(0, 4)).some(({ from, to }) => from <= day && day <= to);
    return (
      isInTerm &&
      findBankHoliday(day, school.holidays) === undefined &&
      !school.daysOff.some(({ from, to }) => from <= day && day <= to)
    );
  };
};
