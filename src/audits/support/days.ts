import { addMonths } from '../../core/calendar-dates.ts';
import { dayInWords } from '../../time/day.ts';

/** The last day that a date may mean: `2019-09` lasts to its 30th, `2019` to its 31 December. */
export const lastDayOf = (written: string): string => {
  const [year = '', month = '12', day] = written.split('-');
  if (day !== undefined) return written;
  const last = new Date(0);
  last.setUTCFullYear(Number(year), Number(month), 0);
  return last.toISOString().slice(0, 10);
};

/** The last day that so many months after a date may mean. */
export const lastDayAfter = (written: string, months: number): string => {
  const [year = '', month = '12', day] = written.split('-');
  const first = `${year}-${month}-${day ?? '01'}`;
  return day === undefined
    ? lastDayOf(addMonths(first, months).slice(0, 7))
    : addMonths(first, months);
};

/** `11 September 2025`, `September 2025`, `2025`. */
export const dateInWords = (written: string): string => {
  const [year = '', month, day] = written.split('-');
  if (day !== undefined) return dayInWords(written);
  return month === undefined ? year : dayInWords(`${written}-01`).replace(/^1 /u, '');
};

const A_DAY = 86_400_000;

/** Days since 1970 of an ISO day, and back. */
export const dayNumber = (day: string): number =>
  Math.round(Date.parse(`${day}T00:00:00Z`) / A_DAY);
export const dayOfNumber = (days: number): string =>
  new Date(days * A_DAY).toISOString().slice(0, 10);
