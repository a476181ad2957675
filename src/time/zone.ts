import { TZDate } from '@date-fns/tz';
import type { Weekday } from '../core/policy.ts';
import { WEEKDAYS } from '../core/policy.ts';
import { tabledOffset } from './offsets.ts';

/** A wall-clock time in some zone. Month and day count from 1; weekday by name. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: Weekday;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of Greenwich. */
  readonly offset: number;
}

export type WallClock = Pick<LocalTime, 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'>;

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Minutes east of Greenwich: from the table where it reaches, else by date-fns' time-zone package. */
const offsetAt = (zone: string, epochMs: number): number =>
  tabledOffset(zone, epochMs) ?? -new TZDate(epochMs, zone).getTimezoneOffset();

/**
 * Whether times can be judged in this zone: an IANA name such as `Europe/London`, or `UTC`.
 * Short names are refused: to some time-zone tables BST is Bangladesh.
 */
export const isZone = (name: string): boolean =>
  /^(?:UTC|GMT|[A-Za-z_]+\/[\w+\-/]+)$/u.test(name) && !Number.isNaN(new TZDate(0, name).getTime());

const localOf = (epochMs: number, zone: string): LocalTime => {
  const offset = offsetAt(zone, epochMs);
  const shifted = new Date(epochMs + offset * MINUTE);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: WEEKDAYS[(shifted.getUTCDay() + 6) % 7]!,
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    offset,
  };
};

let last:
  { readonly epochMs: number; readonly zone: string; readonly local: LocalTime } | undefined;

/** Rules, audits and reports ask it of one post after the other. */
export const toLocal = (epochMs: number, zone: string): LocalTime => {
  if (last?.epochMs !== epochMs || last.zone !== zone) {
    last = { epochMs, zone, local: localOf(epochMs, zone) };
  }
  return last.local;
};

/**
 * The wall-clock time read as if it were UTC; undefined for a date or hour that no calendar has,
 * such as 30 February or 25:00.
 */
export const utcMs = ({
  year,
  month,
  day,
  hour,
  minute,
  second,
}: WallClock): number | undefined => {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999; no post is that old.
  if (year < 100 || hour > 23 || minute > 59 || second > 59) return undefined;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(asUtc);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? asUtc : undefined;
};

/** Every instant at which clocks in `zone` show this time: none in a spring gap, two in an autumn overlap. */
export const toInstants = (wall: WallClock, zone: string): readonly number[] => {
  const asUtc = utcMs(wall);
  if (asUtc === undefined) return [];
  const before = offsetAt(zone, asUtc - DAY);
  const after = offsetAt(zone, asUtc + DAY);
  const offsets = before === after ? [before] : [before, after];
  return offsets
    .map((offset) => asUtc - offset * MINUTE)
    .filter((epochMs) => epochMs + offsetAt(zone, epochMs) * MINUTE === asUtc)
    .sort((a, b) => a - b);
};

const two = (value: number): string => String(value).padStart(2, '0');

/** ISO 8601 with the zone's offset: `2026-11-23T17:42:00+00:00`. */
export const toIso = (epochMs: number, zone: string): string => {
  const t = toLocal(epochMs, zone);
  const sign = t.offset < 0 ? '-' : '+';
  const ahead = Math.abs(t.offset);
  return (
    `${String(t.year).padStart(4, '0')}-${two(t.month)}-${two(t.day)}` +
    `T${two(t.hour)}:${two(t.minute)}:${two(t.second)}` +
    `${sign}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`
  );
};
