import { readWritten } from './date-shapes.ts';
import { countKnown } from './layout.ts';
import type { Row } from './rows.ts';

/** Short words without figures and sentences; a name could be that too. */
const mayBeHeading = (cell: string): boolean =>
  cell.length <= 40 && !/[\d.!?@#:]/u.test(cell.replace(/\([^()]*\)/gu, ''));

/** What no heading is. */
const isDatum = (cell: string): boolean =>
  cell.length > 40 || readWritten(cell) !== undefined || /\d|[.!?@#]/u.test(cell);

/**
 * Whether a first row can be repeated in a message. Headings are short and stand above longer cells;
 * of a list of names no row can be told from the next.
 */
export const isSurelyHeadings = ([top, ...below]: readonly Row[]): boolean => {
  if (!top || below.length === 0) return false;
  const written = top.cells.filter((cell) => cell.trim() !== '');
  return (
    written.every(mayBeHeading) &&
    new Set(written).size === written.length &&
    (countKnown(top.cells) > 0 ||
      top.cells.some((cell, column) => {
        if (cell.trim() === '') return false;
        const others = below.map(({ cells }) => cells[column] ?? '').filter((one) => one !== '');
        return others.length > 0 && others.every(isDatum);
      }))
  );
};
