import { zoneNamed } from '../../time/named-zone.ts';
import type { WallClock } from '../../time/zone.ts';
import { toLocal, utcMs } from '../../time/zone.ts';
import type { ResolvedLocal } from '../clock-change.ts';
import { resolveLocal } from '../clock-change.ts';

/** Reads wall-clock times of one zone. */
export type LocalTimes = (wall: WallClock) => ResolvedLocal | undefined;

const DAY = 86_400_000;
const MINUTE = 60_000;
const MOST_DAYS = 5000;

/**
 * As `resolveLocal`, for the many times of a table, which share few days: on a day in whose
 * neighbourhood no clock changes the offset is looked up once.
 */
export const createLocalTimes = (zone: string): LocalTimes => {
  /** Minutes east of Greenwich; null: clocks may change. */
  const offsets = new Map<number, number | null>();
  const offsetOn = (day: number): number | null => {
    const known = offsets.get(day);
    if (known !== undefined) return known;
    const [before, after] = [toLocal(day * DAY - DAY, zone), toLocal(day * DAY + 2 * DAY, zone)];
    const offset = before.offset === after.offset ? before.offset : null;
    if (offsets.size < MOST_DAYS) offsets.set(day, offset);
    return offset;
  };
  return (wall) => {
    const asUtc = utcMs(wall);
    if (asUtc === undefined) return undefined;
    const offset = offsetOn(Math.floor(asUtc / DAY));
    return offset === null ? resolveLocal(wall, zone) : { epochMs: asUtc - offset * MINUTE };
  };
};

/** Reads those of the zone that a row names, or of the file’s own; undefined where nobody knows that name. */
export type ZonedTimes = (name?: string) => LocalTimes | undefined;

/** A table with more names for zones has something else in that column. */
const MOST_ZONES = 100;

export const createZonedTimes = (timezone: string): ZonedTimes => {
  const own = createLocalTimes(timezone);
  const others = new Map<string, LocalTimes | undefined>();
  return (name = timezone) => {
    if (name === timezone) return own;
    if (others.has(name)) return others.get(name);
    const zone = zoneNamed(name);
    const times = zone === undefined ? undefined : createLocalTimes(zone);
    if (others.size < MOST_ZONES) others.set(name, times);
    return times;
  };
};
