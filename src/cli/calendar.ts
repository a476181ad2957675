import type ICAL from 'ical.js';
import type { Loaded, Problem } from '../core/problem.ts';
import type { CalendarEvent } from '../core/school.ts';
import type { WallClock } from '../time/zone.ts';
import { toLocal } from '../time/zone.ts';
import { instantOf, wallClockOf, zoneOf } from './calendar-time.ts';

export interface CalendarOptions {
  /** What problems call the calendar. */
  readonly file: string;
  /** The school's IANA zone: of all-day events, and of times that name no zone. */
  readonly timezone: string;
  readonly nowMs: number;
}

const DAY = 86_400_000;
/** Events that repeat are followed this far into the past and the future. */
const WINDOW = 2 * 366 * DAY;
/** Fifty years of a daily event; rules that yield more were made to exhaust us. */
const MAX_REPEATS = 20_000;

const FREQUENCIES: readonly unknown[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];

/** One point of an event: on the clocks of its zone, and in time. */
interface Moment {
  readonly wall: WallClock;
  readonly zone: string;
  readonly isDate: boolean;
  readonly ms: number;
}

const isTime = (value: unknown): value is ICAL.Time =>
  typeof value === 'object' && value !== null && 'isDate' in value;

const momentOf = (
  property: ICAL.Property,
  value: unknown,
  timezone: string,
): Moment | undefined => {
  if (!isTime(value)) return undefined;
  const zone =
    value.zone?.tzid === 'UTC' ? 'UTC' : zoneOf(property.getFirstParameter('tzid'), timezone);
  const wall = wallClockOf(value);
  const inZone = value.isDate ? timezone : zone;
  return { wall, zone: inZone, isDate: value.isDate, ms: instantOf(wall, inZone) };
};

const momentsOf = (event: ICAL.Component, name: string, timezone: string): readonly Moment[] =>
  event
    .getAllProperties(name)
    .flatMap((property) =>
      property.getValues().flatMap((value: unknown) => momentOf(property, value, timezone) ?? []),
    );

/** The same clock time some days later: a day is not always 24 hours long. */
const laterBy = ({ wall, zone }: Moment, days: number): number => {
  const noon = Date.UTC(wall.year, wall.month - 1, wall.day + days, 12);
  const { year, month, day } = toLocal(noon, 'UTC');
  return instantOf({ ...wall, year, month, day }, zone);
};

/** When an occurrence ends. Feeds write a single day with an end on the same day, or none: a whole day. */
const endOf = (
  event: ICAL.Component,
  start: Moment,
  timezone: string,
): ((from: Moment) => number) => {
  const [end] = momentsOf(event, 'dtend', timezone);
  const duration: unknown = event.getFirstPropertyValue('duration');
  const seconds =
    typeof duration === 'object' && duration !== null && 'toSeconds' in duration
      ? Number((duration as { toSeconds(): number }).toSeconds())
      : 0;
  const length = end ? end.ms - start.ms : seconds * 1000;
  if (!start.isDate) return (from) => from.ms + Math.max(0, length);
  const days = Math.max(1, Math.round(length / DAY));
  return (from) => laterBy(from, days);
};

/** Starts of a repeating event by its rules; throws where a rule cannot be followed. */
function* repeats(
  ical: typeof ICAL,
  event: ICAL.Component,
  start: Moment,
  nowMs: number,
): Generator<Moment> {
  const untilMs = nowMs + WINDOW;
  const firstYear = toLocal(nowMs - WINDOW, 'UTC').year - 1;
  for (const property of event.getAllProperties('rrule')) {
    const rule = property.getFirstValue() as unknown as ICAL.Recur;
    if (!FREQUENCIES.includes(rule.freq)) throw new RangeError('repeats too often');
    const floating = (wall: WallClock, isDate: boolean): ICAL.Time =>
      ical.Time.fromData({ ...wall, isDate });
    // A rule's end may be written in UTC: it is compared on the clocks of the event's own zone.
    if (rule.until?.zone?.tzid === 'UTC' && !rule.until.isDate) {
      const local = toLocal(instantOf(wallClockOf(rule.until), 'UTC'), start.zone);
      rule.until = floating(local, false);
    }
    const iterator = rule.iterator(floating(start.wall, start.isDate));
    for (let count = 0; ; count += 1) {
      if (count > MAX_REPEATS) throw new RangeError('repeats too often');
      const next = iterator.next();
      if (!next) break;
      const wall = wallClockOf(next);
      // Long ago: not worth the question what the clocks said then.
      if (wall.year < firstYear) continue;
      const ms = instantOf(wall, start.zone);
      if (ms > untilMs) break;
      yield { ...start, wall, ms };
    }
  }
}

const isCancelled = (event: ICAL.Component): boolean =>
  String(event.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED';

const uidOf = (event: ICAL.Component): string => String(event.getFirstPropertyValue('uid') ?? '');

const titleOf = (event: ICAL.Component): string =>
  String(event.getFirstPropertyValue('summary') ?? '').trim();

/** Occurrences that stand in the calendar on their own, as `uid` and the start they replace. */
const replacedStarts = (events: readonly ICAL.Component[], timezone: string): ReadonlySet<string> =>
  new Set(
    events.flatMap((event) =>
      momentsOf(event, 'recurrence-id', timezone).map(({ ms }) => `${uidOf(event)} ${ms}`),
    ),
  );

const occurrences = (
  ical: typeof ICAL,
  event: ICAL.Component,
  replaced: ReadonlySet<string>,
  { timezone, nowMs }: CalendarOptions,
): readonly CalendarEvent[] => {
  const [start] = momentsOf(event, 'dtstart', timezone);
  if (!start) throw new RangeError('no start');
  const end = endOf(event, start, timezone);
  const isOwn = event.hasProperty('recurrence-id');
  const uid = uidOf(event);
  const excluded = new Set(momentsOf(event, 'exdate', timezone).map(({ ms }) => ms));
  const starts = new Map<number, Moment>();
  if (!event.hasProperty('rrule') || isOwn) starts.set(start.ms, start);
  for (const moment of momentsOf(event, 'rdate', timezone)) starts.set(moment.ms, moment);
  if (!isOwn) {
    for (const moment of repeats(ical, event, start, nowMs)) starts.set(moment.ms, moment);
  }
  const isRepeating = starts.size > 1 || event.hasProperty('rrule');
  return [...starts.values()]
    .filter(({ ms }) => isOwn || !(excluded.has(ms) || replaced.has(`${uid} ${ms}`)))
    .map((moment) => ({ title: titleOf(event), startMs: moment.ms, endMs: end(moment) }))
    .filter(
      ({ startMs, endMs }) =>
        !isRepeating || (endMs >= nowMs - WINDOW && startMs <= nowMs + WINDOW),
    );
};

const NO_CALENDAR = 'this calendar cannot be read: export it again as an .ics file';

/** Every event of a file; undefined when it is no calendar. */
const findEvents = (ical: typeof ICAL, text: string): readonly ICAL.Component[] | undefined => {
  try {
    const parsed: unknown = ical.parse(text);
    if (!Array.isArray(parsed)) return undefined;
    const calendars: readonly unknown[] = typeof parsed[0] === 'string' ? [parsed] : parsed;
    const components = calendars.map((calendar) => new ical.Component(calendar as unknown[]));
    if (components.length === 0 || components.some(({ name }) => name !== 'vcalendar'))
      return undefined;
    return components.flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  } catch {
    // ical.js throws errors of several classes at whatever it cannot parse.
    return undefined;
  }
};

/** Reads an .ics calendar. An event that cannot be read is a problem, counted and never named. */
export const readCalendar = async (
  text: string,
  options: CalendarOptions,
): Promise<Loaded<readonly CalendarEvent[]>> => {
  const { default: ical } = await import('ical.js');
  const { file, timezone } = options;
  const events = findEvents(ical, text);
  if (!events) return { value: [], problems: [{ file, message: NO_CALENDAR }] };
  const value: CalendarEvent[] = [];
  const problems: Problem[] = [];
  const refuse = (index: number): void => {
    problems.push({
      file,
      message: `event ${index + 1} of this calendar cannot be read: check its dates and how often it repeats`,
    });
  };
  let replaced: ReadonlySet<string> = new Set();
  try {
    replaced = replacedStarts(events, timezone);
  } catch {
    // The event whose date cannot be read is reported below.
  }
  for (const [index, event] of events.entries()) {
    try {
      if (!isCancelled(event)) value.push(...occurrences(ical, event, replaced, options));
    } catch {
      refuse(index);
    }
  }
  return { value: value.sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs), problems };
};
