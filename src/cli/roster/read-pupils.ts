import type { Problem } from '../../core/problem.ts';
import type { Pupil } from '../../facts/people/pupil-forms.ts';
import { toPupil } from '../../facts/people/pupil-forms.ts';
import { toNameKey } from '../../facts/people/lexicon.ts';
import type { Columns, Mapping } from './columns.ts';
import { countHeadings, isSafeToShow, readHeadings } from './columns.ts';
import type { Row, Table } from './table.ts';
import { readTable } from './table.ts';

/** Pupils of an exported list, and what became of every row: `rows` is the sum of the next three. */
export interface PupilsRead {
  readonly pupils: readonly Pupil[];
  readonly rows: number;
  readonly duplicates: number;
  /** 1-based lines of the rows in which no name stands. */
  readonly nameless: readonly number[];
  readonly empty: number;
  /** Headings of the columns that were read. */
  readonly headings: readonly string[];
}

const DELIMITERS = [',', ';', '\t', '|'];
/** Titles and dates may stand above the headings. */
const HEAD_ROWS = 15;
const HEAD_LETTERS = 20_000;
const MOST_SHOWN = 20;

const isEmpty = ({ cells }: Row): boolean => cells.every((cell) => cell.trim() === '');

const headOf = ({ rows }: Table): readonly Row[] =>
  rows.filter((row) => !isEmpty(row)).slice(0, HEAD_ROWS);

interface Header {
  readonly row: Row;
  readonly columns: Columns;
}

const headersIn = (head: readonly Row[], mapping: Mapping): readonly Header[] =>
  head.flatMap((row) => {
    const columns = readHeadings(row.cells, mapping);
    return columns ? [{ row, columns }] : [];
  });

const most = <Item>(items: readonly Item[], score: (item: Item) => number): Item | undefined =>
  items.reduce<Item | undefined>(
    (best, item) => (best === undefined || score(item) > score(best) ? item : best),
    undefined,
  );

const headingsIn =
  (mapping: Mapping) =>
  ({ cells }: Row): number =>
    countHeadings(cells, mapping);

const widestRow = (head: readonly Row[]): Row | undefined =>
  most(head, ({ cells }) => Math.min(cells.length, 2));

/** The delimiter under which the first rows read best as headings, or else the one that parts most. */
const findDelimiter = (text: string, mapping: Mapping): string => {
  const start = text.slice(0, HEAD_LETTERS);
  const scores = DELIMITERS.map((delimiter) => {
    const head = headOf(readTable(start, delimiter));
    const headers = headersIn(head, mapping).map(({ row }) => headingsIn(mapping)(row));
    return {
      delimiter,
      headings: Math.max(0, ...headers),
      cells: widestRow(head)?.cells.length ?? 0,
    };
  });
  return most(scores, ({ headings, cells }) => headings * 1000 + Math.min(cells, 999))!.delimiter;
};

const HOW = 'say which columns hold names with --column given=… and --column surname=…';

const whyNoHeader = (head: readonly Row[], mapping: Mapping): string => {
  const row = most(head, headingsIn(mapping));
  const shown = row && headingsIn(mapping)(row) > 0 ? row : widestRow(head);
  const asked = mapping.map(({ heading }) => `“${heading}”`).join(' and ');
  const wanted =
    mapping.length > 0
      ? `no row of headings holds ${asked}`
      : 'no column is called Forename, First name, Name or the like';
  if (!shown || !isSafeToShow(shown.cells))
    return `${wanted}, and the first row may be a pupil’s, so it is not repeated here: put a row of headings on top, such as Forename,Surname, or ${HOW}`;
  const seen = shown.cells.filter((cell) => cell.trim() !== '').slice(0, MOST_SHOWN);
  return `${wanted} (there are ${seen.map((cell) => `“${cell.trim()}”`).join(', ')}): ${HOW}`;
};

/** `Ada,Lovelace,Student` over `Alan,Turing,Student`: no headings, for a heading is no pupil’s cell. */
const isDatum = ({ row, columns }: Header, { rows }: Table): boolean => {
  const read = [...columns.given, ...columns.surname, ...columns.name];
  const whole = row.cells.join('\n');
  return rows
    .slice(rows.indexOf(row) + 1)
    .some(
      ({ cells }) =>
        cells.join('\n') !== whole && read.some((column) => cells[column] === row.cells[column]),
    );
};

/** What people write into a cell that must not stay empty. */
const IS_NOTHING = /^(?:n\/?a|tbc|none|null|unknown|not known)$/iu;

/** `Alexander (Alex)` and `Alexander "Alex"` are two names of one pupil. */
const namesIn = (cell: string): readonly string[] => {
  const aside = [...cell.matchAll(/[("“]([^()"“”]{1,60})[)"”]/gu)].map(([, name]) => name!);
  const rest = cell.replace(/[("“][^()"“”]{1,60}[)"”]/gu, ' ');
  return [rest, ...aside]
    .map((name) => name.trim())
    .filter((name) => /\p{L}/u.test(name) && !IS_NOTHING.test(name));
};

const pupilIn = ({ cells }: Row, { given, surname, name }: Columns): Pupil | undefined => {
  const at = (columns: readonly number[]): readonly string[] =>
    columns.flatMap((column) => namesIn(cells[column] ?? ''));
  const whole = at(name).map(toPupil);
  const pupil = {
    given: [...new Set([...at(given), ...whole.flatMap((one) => one.given)])],
    surnames: [...new Set([...at(surname), ...whole.flatMap((one) => one.surnames)])],
  };
  return pupil.given.length + pupil.surnames.length > 0 ? pupil : undefined;
};

const keyOf = ({ given, surnames }: Pupil): string =>
  [given, surnames].map((names) => names.map(toNameKey).join(';')).join('|');

/** Reads a list of pupils as school systems export it. Problems and counts never hold a name. */
export const readPupils = (
  text: string,
  file: string,
  mapping: Mapping = [],
): PupilsRead | { readonly problem: Problem } => {
  const table = readTable(text, findDelimiter(text, mapping));
  const head = headOf(table);
  const found = most(headersIn(head, mapping), ({ row }) => headingsIn(mapping)(row));
  const header = found && isDatum(found, table) ? undefined : found;
  if (table.mistake) return { problem: { file, ...table.mistake } };
  if (!header) return { problem: { file, message: whyNoHeader(head, mapping) } };
  const { row: top, columns } = header;
  const heading = top.cells.join('\n');
  const pupils = new Map<string, Pupil>();
  const nameless: number[] = [];
  let [rows, duplicates, empty] = [0, 0, 0];
  for (const row of table.rows.slice(table.rows.indexOf(top) + 1)) {
    // Long exports repeat their headings on each page.
    if (row.cells.join('\n') === heading) continue;
    if (isEmpty(row)) {
      empty += 1;
      continue;
    }
    rows += 1;
    const pupil = pupilIn(row, columns);
    const key = pupil && keyOf(pupil);
    if (!pupil || key === undefined) nameless.push(row.line);
    else if (pupils.has(key)) duplicates += 1;
    else pupils.set(key, pupil);
  }
  if (pupils.size === 0)
    return { problem: { file, message: 'this list holds no pupils: write one a line' } };
  const read = [...columns.given, ...columns.surname, ...columns.name];
  const headings = read.map((column) => top.cells[column]!.trim());
  return { pupils: [...pupils.values()], rows, duplicates, nameless, empty, headings };
};
