import type { Column, QueueOptions } from '../reading.ts';
import type { HeadedFormat, TableFormat } from './format.ts';
import { isHeaded } from './format.ts';
import { formatsNamed } from './formats/index.ts';
import type { Head } from './head.ts';
import { headerRows } from './head.ts';
import { columnOfLetters, headingKey, meaningOf } from './headings.ts';
import type { Layout } from './layout.ts';
import { configuredColumn, configuredRoles, countKnown, nameOf, usesOf } from './layout.ts';
import type { Row } from './rows.ts';
import { isSurelyHeadings } from './surely-headings.ts';

/** A way in which a table may be read; of several the one with the highest score counts. */
export interface Candidate {
  readonly layout: Layout;
  readonly delimiter: string;
  readonly score: number;
}

export interface Wanted {
  /** Name of the format that was asked for; absent: guess. */
  readonly format?: string | undefined;
  readonly columns?: QueueOptions['columns'];
}

/** Formats of one's own mind count for more than what headings happen to mean. */
const MARKED = 100;
const CONFIGURED = 1000;

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** Headings of a row in words. */
export const headingsIn = (cells: readonly string[]): string =>
  quoted(
    cells
      .filter((cell) => cell.trim() !== '')
      .slice(0, 20)
      .map(nameOf),
  );

const isMarked = ({ marks }: HeadedFormat, keys: ReadonlySet<string>): boolean =>
  marks.some((set) => set.every((key) => keys.has(key)));

/** One known heading is enough where it is that of the text and nothing beside it is a value. */
const isTextHeader = (rows: readonly Row[]): boolean =>
  rows[0]!.cells.some((cell) => meaningOf(headingKey(cell))?.use === 'text') &&
  isSurelyHeadings(rows);

/** Whether the first of some rows may be one of headings for a format; undefined: for none in particular. */
const isHeader = (
  rows: readonly Row[],
  format: HeadedFormat | undefined,
  wanted: Wanted,
): boolean => {
  const { cells } = rows[0]!;
  const known = countKnown(cells, format);
  if (format === undefined)
    return known > 1 || (known === 1 && (cells.length === 1 || isTextHeader(rows)));
  if (wanted.format === format.name) return known > 0;
  return isMarked(format, new Set(cells.map(headingKey)));
};

/** Where the configured columns stand, and which of them are nowhere. */
const findConfigured = (cells: readonly string[], { columns = {} }: Wanted) => {
  const found = new Map<number, Column>();
  const missing: string[] = [];
  let byName = 0;
  for (const [role, heading] of configuredRoles(columns)) {
    const column = configuredColumn(heading, cells);
    if (column === undefined) missing.push(heading);
    else {
      found.set(column, role);
      if (columnOfLetters(heading) !== column) byName += 1;
    }
  }
  return { found, missing, byName };
};

/** Configured columns that are not among those of a row of headings, one sentence each. */
export const missingIn = (cells: readonly string[], wanted: Wanted): readonly string[] =>
  findConfigured(cells, wanted).missing.map(
    (heading) =>
      `queue: columns: in policy-lint.yaml names “${heading}”, and no heading is called that (there are ${headingsIn(cells)})`,
  );

/** Whether the configuration says where columns stand, and no program was named. */
const isOwnTable = ({ format, columns = {} }: Wanted): boolean =>
  format === undefined && configuredRoles(columns).length > 0;

const lacksOf = (
  cells: readonly string[],
  uses: readonly (string | null)[],
  format: HeadedFormat | undefined,
  wanted: Wanted,
): readonly string[] => {
  const lacks = [...missingIn(cells, wanted)];
  // What is missing may be that very column under another name.
  if (!format || lacks.length > 0) return lacks;
  const what = isOwnTable(wanted) ? 'table' : `${format.title} file`;
  const say = (name: string): number =>
    lacks.push(
      `this ${what} has no column “${name}” (there are ${headingsIn(cells)}): put it back, or say which column it is in policy-lint.yaml, under queue: columns:`,
    );
  if (!uses.includes('text')) say(format.expected.text);
  if (!uses.some((use) => use === 'at' || use === 'date')) say(format.expected.at);
  return lacks;
};

/** The first of some rows as headings of the others. */
const candidateOf = (
  rows: readonly Row[],
  format: HeadedFormat | undefined,
  delimiter: string,
  wanted: Wanted,
): Candidate | undefined => {
  const { cells, line, record, raw } = rows[0]!;
  const { found, missing, byName } = findConfigured(cells, wanted);
  // Configured columns make no other program’s table of what has none of its headings.
  const isConfigured = byName > 0 && (format === undefined || wanted.format === format.name);
  if (!isConfigured && !isHeader(rows, format, wanted)) return undefined;
  const uses = usesOf(cells, format, found);
  if (!format && !uses.includes('text') && missing.length === 0) return undefined;
  const title = format && !isOwnTable(wanted) ? format.title : 'a table with headings';
  const because =
    format && wanted.format === format.name ? 'it was asked for' : `its headings on line ${line}`;
  const columns = cells.map((cell, column) => ({ name: nameOf(cell, column), use: uses[column]! }));
  const header = { line, record, raw };
  const lacks = lacksOf(cells, uses, format, wanted);
  return {
    delimiter,
    layout: { ...(format && { format }), title, because, columns, header, lacks },
    score:
      countKnown(cells, format) + (format ? MARKED : 0) + byName * CONFIGURED - lacks.length * 10,
  };
};

const headedFormats = (named: readonly TableFormat[]): readonly HeadedFormat[] =>
  named.filter(isHeaded);

/** Every way in which the first rows hold a row of headings. */
export const headedCandidates = (head: Head, wanted: Wanted): readonly Candidate[] => {
  const formats = headedFormats(formatsNamed(wanted.format));
  // A format that was asked for needs no second opinion, unless it has no headings of its own.
  const all = wanted.format !== undefined && formats.length > 0 ? formats : [...formats, undefined];
  return headerRows(head).flatMap((_, index) => {
    const rows = head.rows.slice(index);
    return all.flatMap((format) => candidateOf(rows, format, head.delimiter, wanted) ?? []);
  });
};
