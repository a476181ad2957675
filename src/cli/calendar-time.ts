import type ICAL from 'ical.js';
import { zoneNamed } from '../time/named-zone.ts';
import { toInstants, toLocal, utcMs } from '../time/zone.ts';
import type { WallClock } from '../time/zone.ts';

const HOUR = 3_600_000;

/** The zone that a calendar's name for it means; one that nobody knows is taken for the school's own. */
export const zoneOf = (tzid: unknown, school: string): string =>
  (typeof tzid === 'string' ? zoneNamed(tzid) : undefined) ?? school;

export const wallClockOf = ({
  year,
  month,
  day,
  hour,
  minute,
  second,
  isDate,
}: ICAL.Time): WallClock =>
  isDate
    ? { year, month, day, hour: 0, minute: 0, second: 0 }
    : { year, month, day, hour, minute, second };

/** The first instant at which clocks show this time; one that they skip counts an hour later. */
export const instantOf = (wall: WallClock, zone: string): number => {
  const [first] = toInstants(wall, zone);
  if (first !== undefined) return first;
  const asUtc = utcMs(wall);
  if (asUtc === undefined) throw new RangeError('no such day');
  return instantOf(toLocal(asUtc + HOUR, 'UTC'), zone);
};
