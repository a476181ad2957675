import type { Columns } from './columns.ts';
import { isEmptyRow } from './head.ts';
import type { Row } from './rows.ts';

/** What keeps a row from being read, and its column; undefined column: the whole row. */
export interface Flaw {
  readonly column?: number;
  readonly message: string;
}

const NAMES: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
};

export const delimiterName = (delimiter: string): string => NAMES[delimiter] ?? `“${delimiter}”`;

/** What a spreadsheet leaves of a text that it took for a formula. */
const LOST = /^#(?:NAME\?|REF!|VALUE!|DIV\/0!|NULL!|NUM!|N\/A|SPILL!|ERROR!|CALC!)$/u;

const LOST_TEXT =
  'a spreadsheet took this text for a formula and lost it: type it again behind an apostrophe, so that it stays text';

const CUT_LINK =
  'here should be a link: if this is the rest of the text, put quotation marks round the whole text';

/** `"He said "hello", and left"` ends early: an odd quotation mark is left over. */
const isCutAtQuote = (cell: string, raw: string): boolean =>
  cell.startsWith('"') &&
  cell.split('"').length % 2 === 0 &&
  !raw.includes(`"${cell.replaceAll('"', '""')}"`);

const QUOTES =
  'this text ends at a quotation mark within it: write each quotation mark inside a quoted text twice';

const isNoLink = (cell: string): boolean =>
  /\S\s+\S/u.test(cell.trim()) && !/:\/\//u.test(cell) && /\p{L}/u.test(cell);

/** Why a row cannot be trusted to hold a whole text where one is looked for. */
export const findFlaw = (
  { cells, raw }: Row,
  columns: Columns,
  width: number,
  delimiter: string,
): Flaw | undefined => {
  const cut = columns.text.find((column) => isCutAtQuote(cells[column] ?? '', raw));
  if (cut !== undefined) return { column: cut, message: QUOTES };
  if (cells.length > width && !isEmptyRow({ cells: cells.slice(width) })) {
    const message = `this row has ${cells.length} cells and the table ${width} columns: put quotation marks round a text that holds a ${delimiterName(delimiter)}`;
    return { message };
  }
  const lost = columns.text.find((column) => LOST.test((cells[column] ?? '').trim()));
  if (lost !== undefined) return { column: lost, message: LOST_TEXT };
  const link = columns.link.find((column) => isNoLink(cells[column] ?? ''));
  return link === undefined ? undefined : { column: link, message: CUT_LINK };
};
