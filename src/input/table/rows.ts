import type { Parsed } from './batch.ts';
import { parseBatch } from './batch.ts';
import { countBreaks } from '../line-breaks.ts';
import { createTextWindow } from './text-window.ts';

/** A record of a table. Lines and records count from 1, as editors and spreadsheets do. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
  readonly record: number;
  /** As it stands in the file, its line break included. */
  readonly raw: string;
  /** Whether a line break stands in one of its cells. */
  readonly isMultiLine: boolean;
}

/** What could not be read as a record. */
export interface BadRow {
  readonly line: number;
  readonly message: string;
}

export interface RowOptions {
  readonly delimiter: string;
  /** The line `sep=;` that Excel understands, which is no record. */
  readonly skipsFirstLine?: boolean;
  /** Letters that are parsed at once. */
  readonly batch?: number;
}

const BATCH = 64 * 1024;
/** A record that goes on for longer has a quotation mark that is never closed. */
const MOST_LETTERS = 1024 * 1024;
const MOST_LINES = 2000;
/** Each one costs another look at what it swallowed; a file with more of them is no table. */
const MOST_BAD_ROWS = 25;

const NEVER_CLOSED =
  'a quotation mark that opens in this row is never closed: close it, and write each one inside a text twice';
const TOO_LONG = 'this row is longer than a million characters: no post is';

const unreadRest = (lines: number): string =>
  `too many rows of this file cannot be read: its last ${lines} lines, from here on, were left out`;

/** Ends with a quotation mark of another cell, lines below: its own was never closed. */
const isMisquoted = (cell: string, raw: string): boolean =>
  cell.startsWith('"') && /[\r\n]/u.test(cell) && !raw.includes(`"${cell.replaceAll('"', '""')}"`);

const findMistake = (cells: readonly string[], raw: string, breaks: number): string | undefined => {
  if (raw.length > MOST_LETTERS) return breaks > 1 ? NEVER_CLOSED : TOO_LONG;
  if (breaks > MOST_LINES) return NEVER_CLOSED;
  return breaks > 0 && cells.some((cell) => isMisquoted(cell, raw)) ? NEVER_CLOSED : undefined;
};

const endsInBreak = (raw: string): boolean => raw.endsWith('\n') || raw.endsWith('\r');

const toRow = (
  { cells }: Parsed,
  raw: string,
  breaks: number,
  place: { readonly line: number; readonly record: number },
): Row => ({ cells, ...place, raw, isMultiLine: breaks > (endsInBreak(raw) ? 1 : 0) });

/**
 * The records of a text that comes a piece at a time, in memory that does not grow with it. A
 * quotation mark that is never closed costs its line; reading goes on at the next.
 */
export function* readRows(
  pieces: Iterable<string>,
  { delimiter, skipsFirstLine = false, batch = BATCH }: RowOptions,
): Generator<Row | BadRow> {
  const window = createTextWindow(pieces);
  window.fill(batch);
  let [line, record, badRows] = [1, 0, 0];
  if (skipsFirstLine) {
    window.dropLine();
    line += 1;
  }
  while (window.text() !== '' || !window.isAtEnd()) {
    const cut = window.wholeLines();
    const text = window.text().slice(0, cut);
    const { records, isOpen } = parseBatch(text, delimiter);
    let at = 0;
    let mistake: string | undefined;
    for (const parsed of records) {
      const raw = text.slice(parsed.start, parsed.end);
      const breaks = countBreaks(raw);
      mistake = findMistake(parsed.cells, raw, breaks);
      if (mistake !== undefined) break;
      record += 1;
      yield toRow(parsed, raw, breaks, { line, record });
      line += breaks;
      at = parsed.end;
    }
    if (mistake === undefined && !isOpen) at = cut;
    window.drop(at);
    mistake ??= whyUnfinished(window.text(), cut - at, isOpen, window.isAtEnd());
    if (mistake === undefined) {
      // Twice as much each time: a long record is not looked at again and again.
      window.fill(at > 0 ? batch : 2 * window.text().length + batch);
      continue;
    }
    yield { line, message: mistake };
    badRows += 1;
    window.dropLine();
    line += 1;
    record += 1;
    if (badRows === MOST_BAD_ROWS) {
      const lines = window.dropAll();
      if (lines > 0) yield { line, message: unreadRest(lines) };
    } else window.fill(batch);
  }
}

/** Why what is left when all whole records were read will never become one. */
const whyUnfinished = (
  rest: string,
  wholeLines: number,
  isOpen: boolean,
  isAtEnd: boolean,
): string | undefined => {
  if (!isOpen) return wholeLines === 0 && rest.length > MOST_LETTERS ? TOO_LONG : undefined;
  const isLong = rest.length > MOST_LETTERS || countBreaks(rest) > MOST_LINES;
  return isAtEnd || isLong ? NEVER_CLOSED : undefined;
};
