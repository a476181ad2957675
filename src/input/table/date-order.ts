import type { DateOrder, QueueOptions } from '../reading.ts';
import type { Columns } from './columns.ts';
import { createPlaces } from './row-places.ts';
import type { Row } from './rows.ts';
import { isAmbiguous, readTimeCells } from './time-cells.ts';

/** Where a date stands, and its figures as they are written there. */
interface Seen {
  readonly line: number;
  readonly column: number;
  readonly figures: string;
}

/** What the dates of a file say of their order. */
export interface Evidence {
  readonly dayFirst?: Seen;
  readonly monthFirst?: Seen;
  /** The first that reads both ways. */
  readonly either?: Seen;
}

/** The order in which a file’s dates are read, and why. */
export interface FileOrder {
  readonly order: DateOrder | 'mixed';
  readonly because: string;
  readonly either?: Seen;
  /** What deserves a word, and where. */
  readonly notice?: { readonly line: number; readonly column: number; readonly message: string };
}

const FIGURES = /\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/u;

const seenIn = (row: Row, column: number, delimiter: string): Seen => {
  const { line, column: at } = createPlaces(row, delimiter, [], column).of(column);
  return { line, column: at, figures: FIGURES.exec(row.cells[column]!)?.[0] ?? '' };
};

/** Looks at every date of a table whose order its own letters leave open. */
export const surveyDates = (rows: Iterable<Row>, columns: Columns, delimiter: string): Evidence => {
  const seen: { -readonly [Kind in keyof Evidence]: Evidence[Kind] } = {};
  for (const row of rows) {
    const time = readTimeCells(row.cells, columns);
    const written = time?.written;
    if (!time || !written || 'epochMs' in written || !written.day || 'day' in written.day) continue;
    const { first, second } = written.day;
    if (first === second) continue;
    const kind = isAmbiguous(written.day) ? 'either' : first > 12 ? 'dayFirst' : 'monthFirst';
    seen[kind] ??= seenIn(row, time.column, delimiter);
  }
  return seen;
};

const tells = ({ figures, line }: Seen): string => `${figures} on line ${line}`;

const inWords = (order: DateOrder): string => order.replace('-', ' ');

const BY_CONFIGURATION = 'queue: dates: in policy-lint.yaml';

const noticeAt = ({ line, column }: Seen, message: string): Pick<FileOrder, 'notice'> => ({
  notice: { line, column, message },
});

/** One kind of evidence decides, whatever is configured. */
const decidedBy = (
  order: DateOrder,
  seen: Seen,
  configured: QueueOptions['dates'],
): Omit<FileOrder, 'either'> => {
  const because = tells(seen);
  if (configured === undefined || configured === order) return { order, because };
  const message = `${seen.figures} shows that the dates of this file are ${inWords(order)}, though policy-lint.yaml says ${inWords(configured)} (queue: dates:)`;
  return { order, because, ...noticeAt(seen, message) };
};

const guessed = (order: DateOrder, because: string, either?: Seen): Omit<FileOrder, 'either'> => {
  if (!either) return { order, because };
  const message = `${either.figures} reads both ways: the dates of this file are taken ${inWords(order)} (to say otherwise, set queue: dates: in policy-lint.yaml)`;
  return { order, because, ...noticeAt(either, message) };
};

const decide = (
  { dayFirst, monthFirst, either }: Evidence,
  configured: QueueOptions['dates'],
  usual: DateOrder | undefined,
): Omit<FileOrder, 'either'> => {
  if (dayFirst && monthFirst && configured === undefined)
    return { order: 'mixed', because: `${tells(dayFirst)}, but ${tells(monthFirst)}` };
  if (dayFirst && !monthFirst) return decidedBy('day-first', dayFirst, configured);
  if (monthFirst && !dayFirst) return decidedBy('month-first', monthFirst, configured);
  if (configured) return { order: configured, because: BY_CONFIGURATION };
  return usual
    ? guessed(usual, 'its scheduler writes them so', either)
    : guessed('day-first', 'no date of the file says otherwise', either);
};

/** A file’s own dates decide; then what is configured, then what its scheduler writes; else day first. */
export const decideOrder = (
  evidence: Evidence,
  configured: QueueOptions['dates'],
  usual: DateOrder | undefined,
): FileOrder => ({
  ...decide(evidence, configured, usual),
  ...(evidence.either && { either: evidence.either }),
});
