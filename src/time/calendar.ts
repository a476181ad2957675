import type { CalendarEvent } from '../core/school.ts';

/** An event that is on at an instant, or was shortly before, or will be. */
export interface EventAround {
  readonly event: CalendarEvent;
  /** Whole minutes since it ended, or until it begins; 0 while it is on. */
  readonly minutes: number;
  readonly when: 'during' | 'after' | 'before';
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Whole days may be 23 hours long; nobody is late for them. */
const WHOLE_DAY = 23 * HOUR;
/** Most events are shorter: they lie close to the instant that is asked about. */
const SHORT = 48 * HOUR;

interface Index {
  /** By their start. */
  readonly short: readonly CalendarEvent[];
  readonly long: readonly CalendarEvent[];
}

const indexes = new WeakMap<readonly CalendarEvent[], Index>();

const indexOf = (calendar: readonly CalendarEvent[]): Index => {
  let index = indexes.get(calendar);
  if (!index) {
    const isShort = ({ startMs, endMs }: CalendarEvent): boolean => endMs - startMs < SHORT;
    index = {
      short: calendar.filter(isShort).sort((a, b) => a.startMs - b.startMs),
      long: calendar.filter((event) => !isShort(event)),
    };
    indexes.set(calendar, index);
  }
  return index;
};

/** Position of the first event that starts at `ms` or later. */
const firstFrom = (events: readonly CalendarEvent[], ms: number): number => {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (events[middle]!.startMs < ms) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Whether an entry says nothing of hours: a day, several days, or from one day into another. */
export const isWholeDays = ({ startMs, endMs }: CalendarEvent): boolean =>
  endMs - startMs >= WHOLE_DAY;

const around = (event: CalendarEvent, atMs: number, margin: number): EventAround | undefined => {
  const { startMs, endMs } = event;
  if (startMs <= atMs && atMs < endMs) return { event, minutes: 0, when: 'during' };
  if (isWholeDays(event)) return undefined;
  const reach = margin * MINUTE;
  if (margin > 0 && atMs >= endMs && atMs - endMs <= reach) {
    return { event, minutes: Math.floor((atMs - endMs) / MINUTE), when: 'after' };
  }
  return atMs < startMs && startMs - atMs <= reach
    ? { event, minutes: Math.ceil((startMs - atMs) / MINUTE), when: 'before' }
    : undefined;
};

/** Whether an entry is an event: a term, a bank holiday or a day off goes on without anybody. */
export const isGoingOn = ({ event }: EventAround): boolean => event.marks === undefined;

const ORDER: readonly EventAround['when'][] = ['during', 'after', 'before'];

/**
 * Entries of a calendar that are on at an instant, or end or begin within `margin` minutes of it; the
 * closest first. Entries that only mark terms and days off are among them: see `isGoingOn`.
 */
export const eventsAround = (
  calendar: readonly CalendarEvent[],
  atMs: number,
  margin = 0,
): readonly EventAround[] => {
  if (calendar.length === 0) return [];
  const { short, long } = indexOf(calendar);
  const found: EventAround[] = [];
  const reach = margin * MINUTE;
  const add = (event: CalendarEvent): void => {
    const one = around(event, atMs, margin);
    if (one) found.push(one);
  };
  for (let at = firstFrom(short, atMs - SHORT - reach); at < short.length; at += 1) {
    if (short[at]!.startMs > atMs + reach) break;
    add(short[at]!);
  }
  for (const event of long) add(event);
  return found.length < 2
    ? found
    : found.sort((a, b) => a.minutes - b.minutes || ORDER.indexOf(a.when) - ORDER.indexOf(b.when));
};
