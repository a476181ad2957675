import type { WrittenTime } from './date-shapes.ts';

/** A time that a table keeps in a column for each of its numbers. */
export interface SplitDate {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly day: string | undefined;
  readonly hour: string | undefined;
  readonly minute: string | undefined;
}

const numberIn = (cell: string | undefined): number =>
  cell !== undefined && /^\s*\d{1,4}\s*$/u.test(cell) ? Number(cell) : NaN;

/** The time of five cells; undefined where one of them is no number. */
export const readSplitDate = (cells: SplitDate): WrittenTime | undefined => {
  const [year, month, day] = [numberIn(cells.year), numberIn(cells.month), numberIn(cells.day)];
  const [hour, minute] = [numberIn(cells.hour), numberIn(cells.minute)];
  if ([year, month, day, hour, minute].some(Number.isNaN)) return undefined;
  return {
    day: { year: year < 100 ? year + 2000 : year, month, day },
    clock: { hour, minute, second: 0 },
  };
};

export const isSplitDate = (cells: SplitDate): boolean =>
  /^\s*\d{4}\s*$/u.test(cells.year ?? '') && readSplitDate(cells) !== undefined;
