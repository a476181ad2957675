import type ICAL from 'ical.js';
import type { Loaded, Notice, Problem } from '../core/problem.ts';
import type { CalendarEvent } from '../core/school.ts';
import { zoneNamed } from '../time/named-zone.ts';
import type { CalendarWindow, Repeats } from './calendar-repeats.ts';
import { createRepeats } from './calendar-repeats.ts';
import type { Moment, Zones } from './calendar-time.ts';
import { laterBy, momentsOf } from './calendar-time.ts';
import { findUid, replacedStarts, withoutOldVersions } from './calendar-versions.ts';

export interface CalendarOptions {
  /** What problems call the calendar. */
  readonly file: string;
  /** The school's IANA zone: of all-day events, and of times that name no zone. */
  readonly timezone: string;
  readonly nowMs: number;
  /** How far events that repeat are followed; two years each way when absent. */
  readonly window?: CalendarWindow;
}

export interface CalendarRead extends Loaded<readonly CalendarEvent[]> {
  /** What was taken for something else, once each. */
  readonly notices: readonly Notice[];
}

const DAY = 86_400_000;
const TWO_YEARS = 2 * 366 * DAY;

/** When an occurrence ends. Feeds write a single day with an end on the same day, or none: a whole day. */
const endOf = (event: ICAL.Component, start: Moment, zones: Zones): ((from: Moment) => number) => {
  const [end] = momentsOf(event, 'dtend', zones);
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

const isCancelled = (event: ICAL.Component): boolean =>
  String(event.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED';

const titleOf = (event: ICAL.Component): string =>
  String(event.getFirstPropertyValue('summary') ?? '').trim();

const isOwn = (event: ICAL.Component): boolean => event.hasProperty('recurrence-id');

interface Reading {
  readonly repeats: Repeats;
  readonly window: CalendarWindow;
  readonly zones: Zones;
  readonly replaced: ReadonlySet<string>;
}

const dayKey = ({ wall: { year, month, day } }: Moment): string => `${year} ${month} ${day}`;

const occurrences = (
  event: ICAL.Component,
  { repeats, window, zones, replaced }: Reading,
): readonly CalendarEvent[] => {
  const [start] = momentsOf(event, 'dtstart', zones);
  if (!start) throw new RangeError('no start');
  const end = endOf(event, start, zones);
  const own = isOwn(event);
  const uid = findUid(event);
  const excluded = momentsOf(event, 'exdate', zones);
  const excludedMs = new Set(excluded.map(({ ms }) => ms));
  // Some programs write only the day on which a repeating event is left out.
  const excludedDays = new Set(excluded.filter(({ isDate }) => isDate).map(dayKey));
  const starts = new Map<number, Moment>();
  if (!event.hasProperty('rrule') || own) starts.set(start.ms, start);
  for (const moment of momentsOf(event, 'rdate', zones)) starts.set(moment.ms, moment);
  if (!own) for (const moment of repeats.of(event, start)) starts.set(moment.ms, moment);
  const isRepeating = starts.size > 1 || event.hasProperty('rrule');
  const isLeftOut = (moment: Moment): boolean =>
    excludedMs.has(moment.ms) ||
    excludedDays.has(dayKey(moment)) ||
    replaced.has(`${uid ?? ''} ${moment.ms}`);
  return [...starts.values()]
    .filter((moment) => own || !isLeftOut(moment))
    .map((moment) => ({ title: titleOf(event), startMs: moment.ms, endMs: end(moment) }))
    .filter(
      ({ startMs, endMs }) => !isRepeating || (endMs >= window.fromMs && startMs <= window.toMs),
    );
};

const NO_CALENDAR = 'this calendar cannot be read: export it again as an .ics file';

const BARE_DATE = /^(DTSTART|DTEND|EXDATE|RDATE|RECURRENCE-ID)(;[^:\r\n]*)?:(?=\d{8}[\r\n,])/gimu;

/** Some programs write days without saying that they are no times. */
const withDates = (text: string): string =>
  text.replace(BARE_DATE, (whole, name: string, params = '') =>
    /;VALUE=DATE(?:;|$)/iu.test(String(params)) ? whole : `${name}${String(params)};VALUE=DATE:`,
  );

/** Every calendar of a file; undefined when it is none. */
const findCalendars = (ical: typeof ICAL, text: string): readonly ICAL.Component[] | undefined => {
  try {
    const parsed: unknown = ical.parse(withDates(text));
    if (!Array.isArray(parsed)) return undefined;
    const calendars: readonly unknown[] = typeof parsed[0] === 'string' ? [parsed] : parsed;
    const components = calendars.map((calendar) => new ical.Component(calendar as unknown[]));
    return components.length === 0 || components.some(({ name }) => name !== 'vcalendar')
      ? undefined
      : components;
  } catch {
    // ical.js throws errors of several classes at whatever it cannot parse.
    return undefined;
  }
};

const ignoringErrors = <T>(read: () => T, otherwise: T): T => {
  try {
    return read();
  } catch {
    // The event whose date cannot be read is reported where it is read itself.
    return otherwise;
  }
};

/** Names of zones come from the file: no longer than any real one, and on one line. */
const shownZone = (name: string): string => name.replace(/\s+/gu, ' ').slice(0, 60);

/** Reads an .ics calendar. An event that cannot be read is a problem, counted and never named. */
export const readCalendar = async (
  text: string,
  { file, timezone, nowMs, window: given }: CalendarOptions,
): Promise<CalendarRead> => {
  const { default: ical } = await import('ical.js');
  const calendars = findCalendars(ical, text);
  if (!calendars) return { value: [], problems: [{ file, message: NO_CALENDAR }], notices: [] };
  const window = given ?? { fromMs: nowMs - TWO_YEARS, toMs: nowMs + TWO_YEARS };
  const repeats = createRepeats(ical, window);
  const unknown = new Set<string>();
  const value: CalendarEvent[] = [];
  const problems: Problem[] = [];
  let index = 0;
  for (const calendar of calendars) {
    const named: unknown = calendar.getFirstPropertyValue('x-wr-timezone');
    const floating = (typeof named === 'string' ? zoneNamed(named) : undefined) ?? timezone;
    const zones: Zones = {
      school: timezone,
      floating,
      complain: (name) => unknown.add(shownZone(name)),
    };
    const all = calendar.getAllSubcomponents('vevent');
    const kept = new Set(withoutOldVersions(all));
    const replaced = ignoringErrors(() => replacedStarts([...kept], zones), new Set<string>());
    for (const event of all) {
      index += 1;
      if (!kept.has(event) || isCancelled(event)) continue;
      if (repeats.isExhausted() && event.hasProperty('rrule')) continue;
      try {
        const found = occurrences(event, { repeats, window, zones, replaced });
        for (const one of found) value.push(one);
      } catch {
        const rest = repeats.isExhausted()
          ? `the events of this calendar repeat too often: those that repeat are left out from event ${index} on`
          : `event ${index} of this calendar cannot be read: check its dates and how often it repeats`;
        problems.push({ file, message: rest });
      }
    }
  }
  const notices = [...unknown].map((name): Notice => ({
    kind: 'calendar',
    file,
    message: `this calendar has times of “${name}”, which names no place: they are taken for times of ${timezone}`,
  }));
  return {
    value: value.sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs),
    problems,
    notices,
  };
};
