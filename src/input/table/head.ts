import { readRows } from './rows.ts';
import type { Row } from './rows.ts';

/** Titles may stand above the headings. */
const HEAD_ROWS = 10;
/** Rows by which a table without headings is known. */
const SAMPLE = 40;

/** The first rows of a text under one delimiter that are not empty. */
export interface Head {
  readonly delimiter: string;
  readonly rows: readonly Row[];
}

export const isEmptyRow = ({ cells }: Pick<Row, 'cells'>): boolean =>
  cells.every((cell) => cell.trim() === '');

export const readHead = (text: string, delimiter: string, skipsFirstLine: boolean): Head => {
  const rows: Row[] = [];
  for (const row of readRows([text], { delimiter, skipsFirstLine })) {
    if ('message' in row || isEmptyRow(row)) continue;
    rows.push(row);
    if (rows.length === SAMPLE) break;
  }
  return { delimiter, rows };
};

export const headerRows = ({ rows }: Head): readonly Row[] => rows.slice(0, HEAD_ROWS);
