/** Days of the calendar as ISO strings: no zone, no clock. */

const A_DAY = 86_400_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** Whether a day written as 2026-09-03 exists. */
export const isDate = (written: string): boolean => {
  if (!DAY.test(written)) return false;
  const day = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written);
};

const epochOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** How many days after `from` the day `to` is; negative when it is before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((epochOf(to) - epochOf(from)) / A_DAY);

/** The day so many days later; no further than the calendar has days. */
export const addDays = (day: string, days: number): string =>
  new Date(Math.min(epochOf(day) + days * A_DAY, epochOf('9999-12-31'))).toISOString().slice(0, 10);

/** The same day some months later, or the last of a shorter month. */
export const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(0);
  // `Date.UTC` takes the years 0 to 99 for those of a century ago.
  first.setUTCFullYear(year, month + months, 1);
  const last = new Date(first.getTime() - A_DAY).getUTCDate();
  first.setUTCFullYear(year, month - 1 + months, Math.min(date, last));
  return first.toISOString().slice(0, 10);
};
