import type ICAL from 'ical.js';
import { firstInstant } from '../time/day.ts';
import { toLocal } from '../time/zone.ts';
import type { WallClock } from '../time/zone.ts';
import type { Moment } from './calendar-time.ts';
import { wallClockOf } from './calendar-time.ts';

/** Events that repeat are followed from one instant to the other, milliseconds since 1970 UTC. */
export interface CalendarWindow {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Fifty years of a daily event; rules that yield more were made to exhaust us. */
const MAX_REPEATS = 20_000;
/** Of all events of a calendar: two hundred clubs a week over thirty years. */
const MAX_STEPS = 300_000;

const FREQUENCIES: readonly unknown[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];

/** Follows the rules of a calendar’s events. */
export interface Repeats {
  /** Whether its events together repeat more often than any school’s. */
  readonly isExhausted: () => boolean;
  /** Starts of a repeating event by its rules; throws where a rule cannot be followed. */
  readonly of: (event: ICAL.Component, start: Moment) => Generator<Moment>;
}

export const createRepeats = (ical: typeof ICAL, window: CalendarWindow): Repeats => {
  let steps = 0;
  const firstYear = toLocal(window.fromMs, 'UTC').year - 1;
  const floating = (wall: WallClock, isDate: boolean): ICAL.Time =>
    ical.Time.fromData({ ...wall, isDate });
  function* follow(rule: ICAL.Recur, start: Moment): Generator<Moment> {
    if (!FREQUENCIES.includes(rule.freq)) throw new RangeError('repeats too often');
    // A rule's end may be written in UTC: it is compared on the clocks of the event's own zone.
    if (rule.until?.zone?.tzid === 'UTC' && !rule.until.isDate) {
      const local = toLocal(firstInstant(wallClockOf(rule.until), 'UTC'), start.zone);
      rule.until = floating(local, false);
    }
    const iterator = rule.iterator(floating(start.wall, start.isDate));
    for (let count = 0; ; count += 1) {
      steps += 1;
      if (count > MAX_REPEATS || steps > MAX_STEPS) throw new RangeError('repeats too often');
      const next = iterator.next();
      if (!next) return;
      const wall = wallClockOf(next);
      // Long ago: not worth the question what the clocks said then.
      if (wall.year < firstYear) continue;
      const ms = firstInstant(wall, start.zone);
      if (ms > window.toMs) return;
      yield { ...start, wall, ms };
    }
  }
  return {
    isExhausted: () => steps > MAX_STEPS,
    *of(event, start) {
      for (const property of event.getAllProperties('rrule')) {
        yield* follow(property.getFirstValue() as unknown as ICAL.Recur, start);
      }
    },
  };
};
