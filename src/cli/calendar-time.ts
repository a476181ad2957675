import type ICAL from 'ical.js';
import { isZone, toInstants, toLocal, utcMs } from '../time/zone.ts';
import type { WallClock } from '../time/zone.ts';
import windowsZones from './data/windows-zones.txt?raw';

const HOUR = 3_600_000;

const WINDOWS: ReadonlyMap<string, string> = new Map(
  windowsZones
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t') as [string, string]),
);

/** The zone that a calendar's name for it means; one that nobody knows is taken for the school's own. */
export const zoneOf = (tzid: unknown, school: string): string => {
  if (typeof tzid !== 'string') return school;
  const known = WINDOWS.get(tzid);
  if (known !== undefined) return known;
  return isZone(tzid) ? tzid : school;
};

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
