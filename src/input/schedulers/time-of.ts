import type { PostTime } from '../../core/post.ts';
import type { Path } from '../../syntax/place.ts';
import { parseTime } from '../../time/parse.ts';
import type { WallClock } from '../../time/zone.ts';
import { isZone } from '../../time/zone.ts';
import { resolveLocal } from '../clock-change.ts';
import type { When } from './scheduler.ts';

interface Remark {
  readonly way: Path;
  readonly message: string;
}

/** A scheduler’s time in the words of a post of our own. */
export interface TimeRead {
  /** As the record of a post has it; undefined: it has none. */
  readonly at?: unknown;
  readonly otherwise: PostTime;
  readonly notice?: Remark;
  readonly wrong?: Remark;
}

/** The date and time of a text that names no offset. */
const wallClock = (written: unknown): WallClock | undefined => {
  if (typeof written !== 'string') return undefined;
  const time = parseTime(`${written.trim()}Z`, 'UTC');
  if (!('epochMs' in time)) return undefined;
  const date = new Date(time.epochMs);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
};

const UNKNOWN_ZONE = 'this time zone is unknown: write its name, such as Europe/London';

/** Reads times of one file, in which few zones come back again and again. */
export const createTimes = (timezone: string): ((when: When) => TimeRead) => {
  const known = new Map([[timezone, true]]);
  const isKnown = (zone: unknown): zone is string => {
    if (typeof zone !== 'string' || zone.length > 100) return false;
    const before = known.get(zone);
    if (before !== undefined) return before;
    const is = isZone(zone);
    if (known.size < 500) known.set(zone, is);
    return is;
  };
  const open: PostTime = { kind: 'unscheduled' };
  return (when) => {
    if (when.kind !== 'at') return { otherwise: when.kind === 'now' ? { kind: 'now' } : open };
    const { time, zone } = when;
    const wall = wallClock(time.value);
    // An offset says more than any zone; what is no time at all is complained of with the record.
    if (!wall) return { at: time.value, otherwise: open };
    if (zone === 'utc') return { at: `${String(time.value).trim()}Z`, otherwise: open };
    const name = zone ? zone.value : timezone;
    if (!isKnown(name)) {
      return { otherwise: open, wrong: { way: (zone ?? time).way, message: UNKNOWN_ZONE } };
    }
    const resolved = resolveLocal(wall, name);
    if (!resolved) return { at: time.value, otherwise: open };
    const { epochMs, notice } = resolved;
    return {
      at: new Date(epochMs).toISOString(),
      otherwise: open,
      ...(notice !== undefined && { notice: { way: time.way, message: notice } }),
    };
  };
};
