import type { WallClock } from '../../time/zone.ts';

/** A clock that somebody wrote: 24 hours. */
export type Clock = Pick<WallClock, 'hour' | 'minute' | 'second'>;

/** A day that somebody wrote; of `first` and `second` only the order of the file says which is the day. */
export type Day =
  | Pick<WallClock, 'year' | 'month' | 'day'>
  | { readonly year: number; readonly first: number; readonly second: number };

/** What a cell says of a time, as far as its own letters tell. */
export interface WrittenTime {
  readonly day?: Day;
  readonly clock?: Clock;
}

/** No way of writing a date is longer. */
const MOST_LETTERS = 60;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/u;
const DAY_NAMED = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[- ]([a-z]{3,9})[.,]?[- ](\d{4}|\d{2})$/u;
const NAMED_DAY = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[.,]? /u;
/** Three numbers between full stops are a date. */
const CLOCK = /^(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?|\.(\d{2}))(?: ?([ap])\.?m\.?)?$/u;
const HOUR = /^(\d{1,2}) ?([ap])\.?m\.?$/u;
/** Days since the last but one day of 1899, which is how a spreadsheet keeps a time. */
const SERIAL = /^\d{5}(?:[.,]\d{1,12})?$/u;
const FRACTION = /^0?[.,]\d{1,17}$/u;
/** Where the clock starts that follows a date. */
const CLOCK_BEHIND = /(?<=[\dtz,a-z.])[ ,t]+(?=\d{1,2}(?:[:.]\d{2}(?:[:. ap]|$)| ?[ap]\.?m))/u;

const SECONDS_A_DAY = 86_400;
/** 1 January 1970 as a spreadsheet counts days. */
const EPOCH_DAY = 25_569;
/** The years 2000 to 2100: other numbers are no dates. */
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 73_415];

const toYear = (written: string): number =>
  written.length === 4 ? Number(written) : Number(written) + (Number(written) < 70 ? 2000 : 1900);

const clockOfSeconds = (seconds: number): Clock => ({
  hour: Math.floor(seconds / 3600),
  minute: Math.floor(seconds / 60) % 60,
  second: seconds % 60,
});

const readSerial = (written: string): WrittenTime | undefined => {
  const days = Number(written.replace(',', '.'));
  if (days < FIRST_SERIAL || days >= LAST_SERIAL) return undefined;
  const seconds = Math.round((days - EPOCH_DAY) * SECONDS_A_DAY);
  const date = new Date(Math.floor(seconds / SECONDS_A_DAY) * SECONDS_A_DAY * 1000);
  return {
    day: {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    },
    ...(/[.,]/u.test(written) && { clock: clockOfSeconds(seconds % SECONDS_A_DAY) }),
  };
};

/** 12 am is midnight; an hour behind noon is no 15 pm. */
const to24 = (hour: number, half: string | undefined): number | undefined => {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
};

const readClock = (written: string): Clock | undefined => {
  if (FRACTION.test(written)) {
    const seconds = Math.round(Number(written.replace(',', '.')) * SECONDS_A_DAY);
    return clockOfSeconds(Math.min(seconds, SECONDS_A_DAY - 1));
  }
  const [, hours, colon, second, stop, half] = CLOCK.exec(written) ?? [];
  const [, onlyHour, itsHalf] = HOUR.exec(written) ?? [];
  const hour = to24(Number(hours ?? onlyHour), half ?? itsHalf);
  if (hour === undefined || Number.isNaN(hour)) return undefined;
  return { hour, minute: Number(colon ?? stop ?? 0), second: Number(second ?? 0) };
};

const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3)) + 1;

const named = (month: number, day: string, year: string): Day | undefined =>
  month === 0 ? undefined : { year: toYear(year), month, day: Number(day) };

const readDay = (written: string): Day | undefined => {
  const iso = YEAR_FIRST.exec(written);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const numbers = YEAR_LAST.exec(written);
  if (numbers) {
    const [first, second] = [Number(numbers[1]), Number(numbers[2])];
    return { year: toYear(numbers[3]!), first, second };
  }
  const plain = written.replace(WEEKDAY, '');
  const behind = DAY_NAMED.exec(plain);
  if (behind) return named(monthOf(behind[2]!), behind[1]!, behind[3]!);
  const before = NAMED_DAY.exec(plain);
  return before ? named(monthOf(before[1]!), before[2]!, before[3]!) : undefined;
};

/** A time as schedulers and spreadsheets write it; undefined where the cell says something else. */
export const readWritten = (cell: string): WrittenTime | undefined => {
  if (cell.length > MOST_LETTERS) return undefined;
  const written = cell
    .trim()
    .replace(/\s+/gu, ' ')
    .toLowerCase()
    .replace(/ at (?=\d)/u, ' ');
  if (SERIAL.test(written)) return readSerial(written);
  const alone = readClock(written);
  if (alone) return { clock: alone };
  const between = CLOCK_BEHIND.exec(written);
  if (!between) {
    const day = readDay(written);
    return day && { day };
  }
  const day = readDay(written.slice(0, between.index).replace(/,$/u, ''));
  const clock = readClock(written.slice(between.index + between[0].length));
  return day && clock && { day, clock };
};
