import { dataLines } from '../core/data-lines.ts';
import { once } from '../core/once.ts';
import { remembered } from '../core/remembered.ts';
import type { DayRange, School } from '../core/school.ts';
import bankHolidays from './data/bank-holidays.txt?raw';

/** A bank holiday, as 2026-04-03. */
export interface Holiday {
  readonly day: string;
  readonly title: string;
}

const listed = once(() =>
  dataLines(bankHolidays).map((line) => {
    const [title = '', where = '', days = ''] = line.split('|');
    return { title, where: where.split(' '), days: days.split(' ') };
  }),
);

const holidaysOf = remembered(
  (division): ReadonlyMap<string, string> =>
    new Map(
      listed()
        .filter(({ where }) => where.includes(division))
        .flatMap(({ title, days }) => days.map((day) => [day, title] as const)),
    ),
);

/** The years of which all bank holidays are known, short of what is proclaimed later. */
export const HOLIDAY_YEARS = { first: 2012, last: 2028 } as const;

/** What bank holiday a day is. Outside the years that are known it is never one. */
export const findBankHoliday = (day: string, division: School['holidays']): string | undefined =>
  division === 'none' ? undefined : holidaysOf(division).get(day);

/** The bank holidays of a period, in order. */
export const bankHolidaysWithin = (
  { from, to }: DayRange,
  division: School['holidays'],
): readonly Holiday[] =>
  division === 'none'
    ? []
    : [...holidaysOf(division)]
        .filter(([day]) => from <= day && day <= to)
        .map(([day, title]) => ({ day, title }))
        .sort((a, b) => (a.day < b.day ? -1 : 1));

/** What to say of a period, if bank holidays of all its days are not known. */
export const unknownHolidays = (
  { from, to }: DayRange,
  division: School['holidays'],
): string | undefined => {
  const { first, last } = HOLIDAY_YEARS;
  const isKnown = from >= `${first}-01-01` && to <= `${last}-12-31`;
  return isKnown || division === 'none'
    ? undefined
    : `bank holidays are known from ${first} to ${last}: those of other years count as ordinary days`;
};

/** Whether the school teaches nobody on a day: a weekend, a bank holiday, a day off that it has told. */
export const isDayOff = (
  day: string,
  { holidays, daysOff }: Pick<School, 'holidays' | 'daysOff'>,
): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return (
    weekday === 0 ||
    weekday === 6 ||
    findBankHoliday(day, holidays) !== undefined ||
    daysOff.some(({ from, to }) => from <= day && day <= to)
  );
};
