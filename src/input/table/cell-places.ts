import type { Position } from '../../syntax/place.ts';
import type { Row } from './rows.ts';

/** Where a cell’s value starts in the record as the file has it. */
export interface CellStart {
  readonly offset: number;
  /** In a quoted cell each quotation mark of the value stands twice. */
  readonly isQuoted: boolean;
}

const isPadding = (unit: number): boolean => unit === 0x20 || unit === 0x09 || unit === 0x0c;

/** Whether a cell may end here: at a delimiter, a line break or the end. */
const endsCell = (raw: string, at: number, delimiter: number): boolean => {
  const unit = raw.charCodeAt(at);
  return at >= raw.length || unit === delimiter || unit === 0x0a || unit === 0x0d;
};

const QUOTE = 0x22;

/**
 * Where the values of a record start, up to column `last`. Each is checked against the record: from
 * the first that cannot be found on there are none.
 */
export const cellStarts = (
  { cells, raw }: Pick<Row, 'cells' | 'raw'>,
  delimiter: string,
  last: number,
): readonly CellStart[] => {
  const starts: CellStart[] = [];
  const between = delimiter.charCodeAt(0);
  let at = 0;
  for (let column = 0; column <= last && column < cells.length; column += 1) {
    const cell = cells[column]!;
    let unit = raw.charCodeAt(at);
    while (isPadding(unit) && unit !== between) unit = raw.charCodeAt((at += 1));
    if (unit === QUOTE) {
      const doubled = cell.includes('"') ? cell.replaceAll('"', '""') : cell;
      const end = at + doubled.length + 2;
      const isWhole = raw.charCodeAt(end - 1) === QUOTE && endsCell(raw, end, between);
      if (isWhole && raw.startsWith(doubled, at + 1)) {
        starts.push({ offset: at + 1, isQuoted: true });
        at = end + 1;
        continue;
      }
    }
    if (!endsCell(raw, at + cell.length, between) || !raw.startsWith(cell, at)) break;
    starts.push({ offset: at, isQuoted: false });
    at += cell.length + 1;
  }
  return starts;
};

/** The place in the file of an offset of a record. */
export const placeInRow = ({ raw, line, isMultiLine }: Row, offset: number): Position => {
  if (!isMultiLine) return { line, column: offset + 1 };
  const lines = raw.slice(0, offset).split(/\r\n|\r|\n/u);
  return { line: line + lines.length - 1, column: lines.at(-1)!.length + 1 };
};

/** The offset in the record of an offset of a cell’s value. */
export const offsetInRow = (
  { offset, isQuoted }: CellStart,
  value: string,
  inValue: number,
): number => {
  const doubled = isQuoted ? value.slice(0, inValue).split('"').length - 1 : 0;
  return offset + inValue + doubled;
};
