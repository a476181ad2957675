import {
  array,
  boolean,
  minLength,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
} from 'valibot';
import type { Weekday } from '../core/policy.ts';
import { DAY_NAMES, WEEKDAYS } from '../core/policy.ts';
import type { LocalTime } from '../time/zone.ts';
import { addDays } from '../core/calendar-dates.ts';
import type { School } from '../core/school.ts';
import { HOLIDAY_YEARS, findBankHoliday } from '../time/holidays.ts';
import { toInstants, toLocal } from '../time/zone.ts';
import { defineCheck } from './check.ts';

const CLOCK = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/u;
const clock = pipe(string(), regex(CLOCK, 'write the time as 08:00, from 00:00 to 24:00'));

/** Minutes after the midnight that begins the day; `to` passes 1440 when the window crosses midnight. */
interface Window {
  readonly days: readonly Weekday[];
  readonly from: number;
  readonly to: number;
  readonly endInclusive: boolean;
  /** What holiday keeps the account silent on a day; absent where none does. */
  readonly findHoliday: ((day: string) => string | undefined) | undefined;
}

interface Params {
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
  readonly endInclusive: boolean;
  readonly holidays: 'open' | 'closed';
}

const DAY = 1440;
/** A window of Mondays may miss two over Christmas, and one that a clock change swallows. */
const DAYS_AHEAD = 29;

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** Flags a post that goes out on a day or at an hour when the account is silent. */
export const postingWindow = defineCheck({
  name: 'posting-window',
  params: strictObject({
    days: optional(pipe(array(picklist(WEEKDAYS)), minLength(1)), [
      'mon',
      'tue',
      'wed',
      'thu',
      'fri',
    ]),
    from: optional(clock, '08:00'),
    to: optional(clock, '18:00'),
    endInclusive: optional(boolean(), true),
    hours: optional(picklist(['set', 'unset']), 'set'),
    holidays: optional(picklist(['open', 'closed']), 'open'),
  }),
  lacks({ hours, holidays }, { document, atMs, timezone }) {
    if (hours === 'unset') return 'no posting hours are set (hours, from and to of the rule)';
    if (holidays === 'open' || document.school.holidays === 'none' || atMs === null) {
      return undefined;
    }
    const { year } = toLocal(atMs, timezone);
    const { first, last } = HOLIDAY_YEARS;
    return year < first || year > last
      ? `bank holidays of years before ${first} and after ${last}`
      : undefined;
  },
  tells: ['day', 'time', 'zone', 'window', 'next'],
  *run(params, { document, atMs, timezone }) {
    if (atMs === null || params.hours === 'unset') return;
    const window = windowOf(params, document.school.holidays);
    const local = toLocal(atMs, timezone);
    if (isInside(window, local)) return;
    const nextMs = findNext(window, atMs, timezone);
    const next = nextMs === undefined ? '' : inWords(toLocal(nextMs, timezone));
    const day = `${dateInWords(local)} ${local.year}`;
    const time = clockInWords(local) + secondsThatMatter(window, local);
    const holiday = window.findHoliday?.(dateOf(local));
    const except = params.holidays === 'closed' ? ', bank holidays excepted' : '';
    const hours = `${daysInWords(params.days)}, ${hoursInWords(params)}${except}`;
    const is = holiday === undefined ? '' : `, a bank holiday (${holiday}),`;
    yield {
      where: 'at',
      range: null,
      confidence: 'certain',
      evidence: [`${day}, ${time} in ${timezone}${is} is outside ${hours}`],
      data: { day, time, zone: timezone, window: hours, next },
      remedies: nextMs === undefined ? [] : [{ title: `Send it on ${next}`, postAtMs: nextMs }],
    };
  },
});

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const windowOf = (
  { days, from, to, endInclusive, holidays }: Params,
  division: School['holidays'],
): Window => {
  const opens = minutesOf(from);
  const closes = minutesOf(to);
  return {
    days,
    from: opens,
    to: closes > opens ? closes : closes + DAY,
    endInclusive,
    findHoliday: holidays === 'closed' ? (day) => findBankHoliday(day, division) : undefined,
  };
};

const dateOf = ({ year, month, day }: LocalTime): string =>
  [String(year).padStart(4, '0'), two(month), two(day)].join('-');

const dayBefore = (day: Weekday): Weekday => WEEKDAYS[(WEEKDAYS.indexOf(day) + 6) % 7]!;

/** Judged by what clocks on the wall show: an hour shown twice is twice inside or twice outside. */
const isInside = (
  { days, from, to, endInclusive, findHoliday }: Window,
  local: LocalTime,
): boolean => {
  const { weekday, hour, minute, second } = local;
  const holds = (day: Weekday, daysAgo: number, minutesSinceMidnight: number): boolean => {
    const time = minutesSinceMidnight + second / 60;
    const isOpen = days.includes(day) && time >= from && (endInclusive ? time <= to : time < to);
    return isOpen && findHoliday?.(addDays(dateOf(local), -daysAgo)) === undefined;
  };
  const now = hour * 60 + minute;
  return holds(weekday, 0, now) || holds(dayBefore(weekday), 1, now + DAY);
};

/** Instants of a wall-clock minute, `days` after the day of `from`; days beyond a month's end roll over. */
const instantsOf = (from: LocalTime, days: number, minutes: number, zone: string) => {
  const day = new Date(Date.UTC(from.year, from.month - 1, from.day + days, 0, minutes));
  return toInstants(
    {
      year: day.getUTCFullYear(),
      month: day.getUTCMonth() + 1,
      day: day.getUTCDate(),
      hour: day.getUTCHours(),
      minute: day.getUTCMinutes(),
      second: 0,
    },
    zone,
  );
};

/** The first whole minute inside the window after `atMs`; the minute that clocks skip is none. */
const findNext = (window: Window, atMs: number, zone: string): number | undefined => {
  const today = toLocal(atMs, zone);
  const isOpen = (epochMs: number): boolean =>
    epochMs > atMs && isInside(window, toLocal(epochMs, zone));
  for (let days = -1; days <= DAYS_AHEAD; days += 1) {
    const weekday = WEEKDAYS[(WEEKDAYS.indexOf(today.weekday) + days + 7) % 7]!;
    if (!window.days.includes(weekday)) continue;
    const opening = instantsOf(today, days, window.from, zone);
    // Clocks that go forward may skip the opening: then the window opens when they show it again.
    const first = opening.length > 0 ? opening : firstShownAfter(window, today, days, zone);
    const open = first.find(isOpen);
    if (open !== undefined) return open;
  }
  return undefined;
};

const firstShownAfter = (
  { from, to }: Window,
  today: LocalTime,
  days: number,
  zone: string,
): readonly number[] => {
  for (let minutes = from + 1; minutes <= to; minutes += 1) {
    const instants = instantsOf(today, days, minutes, zone);
    if (instants.length > 0) return instants;
  }
  return [];
};

const two = (value: number): string => String(value).padStart(2, '0');

const clockInWords = ({ hour, minute }: LocalTime): string => `${hour}:${two(minute)}`;

/** Only the minute that closes the window is late by seconds. */
const secondsThatMatter = ({ to }: Window, { hour, minute, second }: LocalTime): string =>
  second > 0 && hour * 60 + minute === to % DAY ? `:${two(second)}` : '';

const dateInWords = ({ weekday, day, month }: LocalTime): string =>
  `${DAY_NAMES[weekday]} ${day} ${MONTHS[month - 1]}`;

const inWords = (local: LocalTime): string => `${dateInWords(local)} at ${clockInWords(local)}`;

const hoursInWords = ({ from, to }: Params): string =>
  [from, to].map((time) => time.replace(/^0/u, '')).join(' to ');

/** `Monday to Friday`, `Monday, Wednesday and Friday`, `any day`. */
const daysInWords = (days: readonly Weekday[]): string => {
  const ordered = WEEKDAYS.filter((day) => days.includes(day));
  const names = ordered.map((day) => DAY_NAMES[day]);
  if (names.length === 7) return 'any day';
  const first = WEEKDAYS.indexOf(ordered[0]!);
  const isRun = ordered.every((day, index) => WEEKDAYS.indexOf(day) === first + index);
  if (names.length > 2 && isRun) return `${names[0]} to ${names.at(-1)}`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0]!;
};
