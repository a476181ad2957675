import type { Cell, Origin } from '../../core/post.ts';
import type { Position } from '../../syntax/place.ts';
import { cellStarts, offsetInRow, placeInRow } from './cell-places.ts';
import type { Columns } from './columns.ts';
import type { LayoutColumn } from './layout.ts';
import { nameOf } from './layout.ts';
import type { Row } from './rows.ts';

/** Where the values of one row stand in the file. */
export interface RowPlaces {
  /** The beginning of a cell’s value, or of the row where it cannot be found. */
  of(column: number | undefined): Position;
  cell(column: number): Cell;
  /** Where a stretch of a cell’s value is to be found as it is, if it is. */
  text(column: number, offset: number, length: number): Partial<Origin>;
}

/** The last column whose place may be asked for. */
export const lastPlace = ({ flags: _, ...columns }: Columns): number =>
  Math.max(-1, ...Object.values(columns).flat());

export const createPlaces = (
  row: Row,
  delimiter: string,
  layout: readonly LayoutColumn[],
  last: number,
): RowPlaces => {
  const starts = cellStarts(row, delimiter, last);
  const of = (column: number | undefined): Position => {
    const start = column === undefined ? undefined : starts[column];
    return start ? placeInRow(row, start.offset) : { line: row.line, column: 1 };
  };
  return {
    of,
    cell(column) {
      const { line, column: at } = of(column);
      return { line, column: at, name: layout[column]?.name ?? nameOf(undefined, column) };
    },
    text(column, offset, length) {
      const start = starts[column];
      const value = row.cells[column] ?? '';
      const text = value.slice(offset, offset + length);
      // Lines are counted by their feeds alone where a finding is placed.
      if (!start || /\r(?!\n)/u.test(text)) return {};
      const place = placeInRow(row, offsetInRow(start, value, offset));
      return {
        textLine: place.line,
        textColumn: place.column,
        ...(start.isQuoted && text.includes('"') && { doublesQuotes: true as const }),
      };
    },
  };
};
