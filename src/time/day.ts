import { toInstants, toLocal, utcMs } from './zone.ts';
import type { WallClock } from './zone.ts';

const HOUR = 3_600_000;

const two = (value: number): string => String(value).padStart(2, '0');

/** The day of an instant in a zone, as 2026-11-23. */
export const dayOf = (epochMs: number, timezone: string): string => {
  const { year, month, day } = toLocal(epochMs, timezone);
  return [String(year).padStart(4, '0'), two(month), two(day)].join('-');
};

/** The first instant at which clocks show this time; one that they skip counts an hour later. */
export const firstInstant = (wall: WallClock, zone: string): number => {
  const [first] = toInstants(wall, zone);
  if (first !== undefined) return first;
  const asUtc = utcMs(wall);
  if (asUtc === undefined) throw new RangeError('no such day');
  return firstInstant(toLocal(asUtc + HOUR, 'UTC'), zone);
};

/** When a day, written as 2026-11-23, begins in a zone: not everywhere at midnight. */
export const startOfDay = (day: string, zone: string): number => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return firstInstant({ year, month, day: date, hour: 0, minute: 0, second: 0 }, zone);
};

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** `3 September 2025`. */
export const dayInWords = (day: string): string => {
  const [year = '', month, date] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
};
