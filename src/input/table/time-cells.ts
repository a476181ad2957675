import { parseTime } from '../../time/parse.ts';
import type { WallClock } from '../../time/zone.ts';
import type { DateOrder } from '../reading.ts';
import type { Day, WrittenTime } from './date-shapes.ts';
import { readWritten } from './date-shapes.ts';
import type { Columns } from './columns.ts';
import type { LocalTimes } from './local-times.ts';
import { readSplitDate } from './split-date.ts';

/** The cells of a row that say when: the column that a complaint points at, and what they hold. */
export interface TimeCells {
  readonly column: number;
  /** Undefined: no time that anybody could read. */
  readonly written: WrittenTime | { readonly epochMs: number } | undefined;
}

const OFFSET = /\d[ t]+\d{1,2}:\d{2}.*(?:z|[+-]\d{2}(?::?\d{2})?)$/iu;

/** ISO 8601 with an offset is an instant in any file. */
const readInstant = (cell: string): { readonly epochMs: number } | undefined => {
  if (cell.length > 40 || !OFFSET.test(cell)) return undefined;
  const time = parseTime(cell, 'UTC');
  return 'epochMs' in time ? time : undefined;
};

const filled = (cells: readonly string[], columns: readonly number[]): number | undefined =>
  columns.find((column) => (cells[column] ?? '').trim() !== '');

const readOne = (cell: string): TimeCells['written'] => {
  const trimmed = cell.trim();
  return readInstant(trimmed) ?? readWritten(trimmed);
};

const splitColumns = ({ year, month, day, hour, minute }: Columns): readonly number[] =>
  [year, month, day, hour, minute].flat().sort((a, b) => a - b);

const readSplit = (cells: readonly string[], columns: Columns): TimeCells | undefined => {
  const column = filled(cells, splitColumns(columns));
  if (column === undefined) return undefined;
  const cell = (of: readonly number[]): string | undefined => cells[of[0] ?? -1];
  const { year, month, day, hour, minute } = columns;
  const split = { year: cell(year), month: cell(month), day: cell(day) };
  return {
    column,
    written: readSplitDate({ ...split, hour: cell(hour), minute: cell(minute) }),
  };
};

/** What a row says of its time; undefined: nothing. */
export const readTimeCells = (
  cells: readonly string[],
  columns: Columns,
): TimeCells | undefined => {
  if (columns.year.length > 0) return readSplit(cells, columns);
  const whole = filled(cells, columns.at);
  if (whole !== undefined) return { column: whole, written: readOne(cells[whole]!) };
  const [dateAt, timeAt] = [filled(cells, columns.date), filled(cells, columns.time)];
  if (dateAt === undefined) {
    return timeAt === undefined ? undefined : { column: timeAt, written: readOne(cells[timeAt]!) };
  }
  const date = readOne(cells[dateAt]!);
  if (timeAt === undefined || date === undefined || 'epochMs' in date)
    return { column: dateAt, written: date };
  const time = readOne(cells[timeAt]!);
  if (time === undefined || 'epochMs' in time) return { column: timeAt, written: time };
  return { column: dateAt, written: { ...date, ...(time.clock && { clock: time.clock }) } };
};

/** A time that may still be open, or why it cannot be read. */
export type TimeOfRow =
  { readonly epochMs: number; readonly notice?: string } | 'open' | { readonly error: string };

export const HOW =
  'no date and time can be read here: write it as 2026-11-23 17:42, or leave the cell empty';
const NO_SUCH = 'this date or time does not exist: check the day and the hour';
const EITHER =
  'this date reads both ways, and others of this file are written day first and month first: write it as 2026-11-23, or set queue: dates: in policy-lint.yaml';
const NO_DATE = 'a time stands here without a date: write it as 2026-11-23 17:42';

const dayIn = (
  day: Day,
  order: DateOrder | 'mixed',
): Pick<WallClock, 'year' | 'month' | 'day'> | undefined => {
  if ('day' in day) return day;
  const { year, first, second } = day;
  const dayFirst = { year, month: second, day: first };
  const monthFirst = { year, month: first, day: second };
  // What only one order makes a date of needs no other opinion.
  if (first > 12 || first === second) return dayFirst;
  if (second > 12) return monthFirst;
  if (order === 'mixed') return undefined;
  return order === 'day-first' ? dayFirst : monthFirst;
};

/** Whether a day reads both ways, and as two days. */
export const isAmbiguous = (day: Day): boolean =>
  'first' in day && day.first <= 12 && day.second <= 12 && day.first !== day.second;

const NOON = { hour: 12, minute: 0, second: 0 };

/** The instant of a row. A date alone leaves it open when the post goes out. */
export const timeOf = (
  written: TimeCells['written'],
  order: () => DateOrder | 'mixed',
  local: LocalTimes,
): TimeOfRow => {
  if (written === undefined) return { error: HOW };
  if ('epochMs' in written) return written;
  const { day, clock } = written;
  if (!day) return { error: NO_DATE };
  const date = dayIn(day, isAmbiguous(day) ? order() : 'mixed');
  if (!date) return { error: EITHER };
  const { year, month, day: dayOfMonth } = date;
  const { hour, minute, second } = clock ?? NOON;
  const resolved = local({ year, month, day: dayOfMonth, hour, minute, second });
  if (!resolved) return { error: NO_SUCH };
  return clock ? resolved : 'open';
};
