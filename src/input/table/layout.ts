import type { Column, QueueOptions } from '../reading.ts';
import { COLUMNS } from '../reading.ts';
import type { HeadedFormat, TableFormat, Use } from './format.ts';
import { columnOfLetters, headingKey, lettersOfColumn, meaningOf } from './headings.ts';

/** A column of a table, by its position. */
export interface LayoutColumn {
  /** Its heading, or `column B`. */
  readonly name: string;
  /** Null: not read. */
  readonly use: Use | null;
}

/** How the rows of a table are to be read. */
export interface Layout {
  /** Absent: a table of no particular program. */
  readonly format?: TableFormat;
  readonly title: string;
  readonly because: string;
  readonly columns: readonly LayoutColumn[];
  /** The row of headings. */
  readonly header?: { readonly line: number; readonly record: number; readonly raw: string };
  /** What it lacks and ought to have, one sentence each. */
  readonly lacks: readonly string[];
}

type Configured = NonNullable<QueueOptions['columns']>;

const MOST_NAMED = 60;

/** What a column is called. */
export const nameOf = (heading: string | undefined, column: number): string => {
  const written = (heading ?? '').replace(/\s+/gu, ' ').trim();
  if (written === '') return `column ${lettersOfColumn(column)}`;
  return written.length > MOST_NAMED ? `${written.slice(0, MOST_NAMED - 1)}…` : written;
};

const sameHeading = (cell: string, wanted: string): boolean => {
  const key = headingKey(wanted);
  if (key !== '') return headingKey(cell) === key;
  return cell.trim().toLowerCase() === wanted.trim().toLowerCase();
};

/** Where the configuration says that a column stands; undefined where no heading is called that. */
export const configuredColumn = (
  wanted: string,
  headings: readonly string[],
): number | undefined => {
  const column = headings.findIndex((cell) => sameHeading(cell, wanted));
  if (column >= 0) return column;
  const lettered = columnOfLetters(wanted.trim());
  return lettered !== undefined && lettered < headings.length ? lettered : undefined;
};

export const configuredRoles = (columns: Configured): readonly (readonly [Column, string])[] =>
  COLUMNS.flatMap((role) => {
    const wanted = columns[role];
    return wanted === undefined ? [] : [[role, wanted] as const];
  });

/** Uses of which a row has one; of several columns the surest is read. */
const SINGLE: ReadonlySet<string> = new Set([
  ...['text', 'at', 'date', 'time', 'account', 'replyTo', 'event', 'urgent', 'id', 'author'],
  'networks',
  'zone',
]);
/** A column for the whole time makes those for its parts idle, and the other way round. */
const TIMES: ReadonlySet<string> = new Set(['at', 'date', 'time']);

interface Guess {
  readonly use: Use | null;
  /** The lower the surer: the configuration, the format, what headings mean. */
  readonly rank: number;
}

const CONFIGURED = -2;
const OF_FORMAT = -1;
const NOTHING: Guess = { use: null, rank: Infinity };

const guesses = (
  headings: readonly string[],
  format: HeadedFormat | undefined,
  configured: ReadonlyMap<number, Column>,
): readonly Guess[] => {
  const isTimeConfigured = [...configured.values()].some((role) => TIMES.has(role));
  return headings.map((heading, column): Guess => {
    const role = configured.get(column);
    if (role !== undefined) return { use: role, rank: CONFIGURED };
    const key = headingKey(heading);
    const ofFormat = format && Object.hasOwn(format.columns, key) ? format.columns[key] : undefined;
    const guess = ofFormat === undefined ? meaningOf(key) : { use: ofFormat, rank: OF_FORMAT };
    return !guess || guess.use === null || (isTimeConfigured && TIMES.has(guess.use))
      ? NOTHING
      : guess;
  });
};

/** What each column of a table with these headings is read as. */
export const usesOf = (
  headings: readonly string[],
  format: HeadedFormat | undefined,
  configured: ReadonlyMap<number, Column>,
): readonly (Use | null)[] => {
  const all = guesses(headings, format, configured);
  const best = new Map<Use, number>();
  for (const [column, { use, rank }] of all.entries()) {
    if (use === null || !SINGLE.has(use)) continue;
    const before = best.get(use);
    if (before === undefined || rank < all[before]!.rank) best.set(use, column);
  }
  return all.map(({ use }, column) =>
    use === null || !SINGLE.has(use) || best.get(use) === column ? use : null,
  );
};

/** How many headings of a row are known. */
export const countKnown = (headings: readonly string[], format?: HeadedFormat): number =>
  headings.filter((heading) => {
    const key = headingKey(heading);
    return (
      meaningOf(key) !== undefined || (format !== undefined && Object.hasOwn(format.columns, key))
    );
  }).length;
