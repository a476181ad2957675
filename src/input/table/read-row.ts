import type { Reading } from '../reading.ts';
import { unread } from '../reading.ts';
import type { Columns } from './columns.ts';
import { findFlaw } from './flaws.ts';
import { createPlaces } from './row-places.ts';
import { rowPosts } from './row-posts.ts';
import { rowRecord } from './row-record.ts';
import { rowTexts } from './row-texts.ts';
import { rowTime } from './row-time.ts';
import type { Row } from './rows.ts';
import type { Table } from './table.ts';
import { readTimeCells } from './time-cells.ts';

const NO_TEXT =
  'this row holds no text and no picture: write the text of the post, or delete the row';

const SWITCH = /^\s*(?:true|false)\s*$/iu;

/** Switches and flags of networks stand in rows of a template that nobody has filled. */
const isNothing = ({ cells }: Row, { flags, text, comments }: Columns): boolean =>
  cells.every(
    (cell, at) =>
      cell.trim() === '' ||
      flags.some(({ column }) => column === at) ||
      (SWITCH.test(cell) && !text.includes(at) && !comments.includes(at)),
  );

/** The posts of a row, itself and its comments, or why it cannot be judged. Empty rows are nothing. */
export const readRow = (row: Row, table: Table): readonly Reading[] => {
  const { file, columns, layout, delimiter, last } = table;
  if (isNothing(row, columns)) return [];
  const places = createPlaces(row, delimiter, layout.columns, last);
  const flaw = findFlaw(row, columns, layout.columns.length, delimiter);
  if (flaw) return [unread(file, flaw.message, places.of(flaw.column))];

  const record = rowRecord(row.cells, columns);
  const texts = rowTexts(row, table, record);
  const time = readTimeCells(row.cells, columns);
  const { at, notices, problems } = rowTime(time, row, table, places);
  const missing = texts.length > 0 ? [] : [{ file, line: row.line, column: 1, message: NO_TEXT }];
  const [first, ...others] = [...missing, ...problems];
  if (first) return [{ problems: [first, ...others] }];
  return rowPosts(row, table, places, { texts, record, time, at, notices });
};
