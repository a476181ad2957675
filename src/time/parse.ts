import { toInstants, utcMs } from './zone.ts';

/** An instant, or why the text names none, in words that say what to write. */
export type ParsedTime = { readonly epochMs: number } | { readonly error: string };

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;
const CLOCK = /^(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?$/u;
const OFFSET = /^(?:z|([+-])(\d{2})(?::?(\d{2}))?)$/iu;

const MINUTE = 60_000;

const HOW = 'write the date and time as 2026-11-23T17:42 or 2026-11-23T17:42:00+00:00';

/** The date, the time of day and the offset, as far as they are written. */
const split = (written: string): readonly [string, string, string] => {
  const time = /[t ]/iu.exec(written)?.index ?? written.length;
  const clock = written.slice(time + 1).trim();
  const offset = /z|[+-]/iu.exec(clock)?.index ?? clock.length;
  return [written.slice(0, time), clock.slice(0, offset).trim(), clock.slice(offset)];
};

/** Minutes east of Greenwich; no zone is further than 14 hours from it. */
const findOffset = (written: string): number | undefined => {
  const match = OFFSET.exec(written);
  if (!match) return undefined;
  const [, sign, hours = '0', minutes = '0'] = match;
  const ahead = Number(hours) * 60 + Number(minutes);
  if (ahead > 14 * 60 || Number(minutes) > 59) return undefined;
  return sign === '-' ? -ahead : ahead;
};

const fromZone = (instants: readonly number[], zone: string): ParsedTime => {
  const [first] = instants;
  if (first === undefined) {
    return { error: `clocks in ${zone} skip this time when they go forward: choose another` };
  }
  if (instants.length > 1) {
    return {
      error: `clocks in ${zone} show this time twice when they go back: add the offset, as +01:00 or +00:00`,
    };
  }
  return { epochMs: first };
};

/**
 * Reads ISO 8601: with an offset an instant, without one a wall-clock time in `zone`.
 * Parts of a second are dropped. A wall-clock time that clocks skip or show twice is an error,
 * never a guess.
 */
export const parseTime = (written: string, zone: string): ParsedTime => {
  const [day, clock, offset] = split(written.trim());
  const date = DATE.exec(day);
  const time = CLOCK.exec(clock);
  if (!date || !time) return { error: HOW };
  const wall = {
    year: Number(date[1]),
    month: Number(date[2]),
    day: Number(date[3]),
    hour: Number(time[1]),
    minute: Number(time[2]),
    second: Number(time[3] ?? 0),
  };
  const asUtc = utcMs(wall);
  if (asUtc === undefined) {
    return { error: 'this date or time does not exist: check the day and the hour' };
  }
  if (offset === '') return fromZone(toInstants(wall, zone), zone);
  const minutes = findOffset(offset);
  return minutes === undefined ? { error: HOW } : { epochMs: asUtc - minutes * MINUTE };
};
