import type { Parsed } from './batch.ts';
import { parseBatch } from './batch.ts';
import { countBreaks, lastLineEnd } from '../line-breaks.ts';
import { blankLines, endOfRecord } from './record-end.ts';
import type { TextWindow } from './text-window.ts';
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
  readonly column?: number;
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
/** No post is longer, with all its cells. */
const MOST_LETTERS = 1024 * 1024;
/** How far away a quotation mark is looked for that closes a cell. */
const LOOK_AHEAD = 8 * MOST_LETTERS;
/** Each one costs another look at what it swallowed; a file with more of them is no table. */
const MOST_BAD_ROWS = 25;

const HOW = 'close it, and write each one inside a text twice';
const NEVER_CLOSED = `a quotation mark that opens in this row is never closed: ${HOW}`;
const CLOSED_FAR_AWAY = `a quotation mark that opens in this row is not closed within eight million characters: ${HOW}`;
const TOO_LONG = 'this row is longer than a million characters: no post is';

const unreadRest = (lines: number): string =>
  `too many rows of this file cannot be read: its last ${lines} lines, from here on, were left out`;

/** Ends with a quotation mark of another cell, lines below: its own was never closed. */
const isMisquoted = (cell: string, raw: string): boolean =>
  cell.startsWith('"') && /[\r\n]/u.test(cell) && !raw.includes(`"${cell.replaceAll('"', '""')}"`);

const endsInBreak = (raw: string): boolean => raw.endsWith('\n') || raw.endsWith('\r');

const toRow = (
  { cells }: Parsed,
  raw: string,
  breaks: number,
  place: { readonly line: number; readonly record: number },
): Row => ({ cells, ...place, raw, isMultiLine: breaks > (endsInBreak(raw) ? 1 : 0) });

/** Whole records to be parsed at once, or why the first of them cannot be, and what is lost with it. */
type Stretch =
  { readonly end: number } | { readonly message: string; readonly lost: number | 'line' };

/** The first record of a window, which may be long. */
const firstRecord = (window: TextWindow, delimiter: string): Stretch => {
  for (;;) {
    const text = window.text();
    const found = endOfRecord(text, delimiter, window.isAtEnd());
    if ('end' in found) {
      const { end } = found;
      return end > MOST_LETTERS ? { message: TOO_LONG, lost: end } : { end };
    }
    if (found.open === 'quotes') {
      if (window.isAtEnd()) return { message: NEVER_CLOSED, lost: 'line' };
      if (text.length > LOOK_AHEAD) return { message: CLOSED_FAR_AWAY, lost: 'line' };
    } else if (text.length > LOOK_AHEAD) return { message: TOO_LONG, lost: 'line' };
    // Twice as much each time: a long record is not looked at again and again.
    window.fill(2 * text.length + BATCH);
  }
};

/** As many whole lines as a batch takes. */
const wholeLines = (window: TextWindow, batch: number): number =>
  window.text().length <= batch ? window.wholeLines() : lastLineEnd(window.text().slice(0, batch));

/**
 * The records of a text that comes a piece at a time, in memory that does not grow with it; lines
 * that hold nothing are counted and left out. A quotation mark that is never closed costs its line;
 * reading goes on at the next.
 */
export function* readRows(
  pieces: Iterable<string>,
  { delimiter, skipsFirstLine = false, batch = BATCH }: RowOptions,
): Generator<Row | BadRow> {
  const window = createTextWindow(pieces);
  let [line, record, badRows] = [1, 0, 0];
  window.fill(batch);
  if (skipsFirstLine) {
    window.dropLine();
    line += 1;
  }
  /** Whether the next record did not fit into a batch. */
  let isLong = false;
  for (; window.text() !== '' || !window.isAtEnd(); window.fill(batch)) {
    const lines = isLong ? 0 : wholeLines(window, batch);
    const stretch = lines > 0 ? { end: lines } : firstRecord(window, delimiter);
    let bad: Exclude<Stretch, { end: number }> | undefined;
    let at = 0;
    if ('message' in stretch) bad = stretch;
    else {
      const text = window.text().slice(0, stretch.end);
      const { records, isOpen } = parseBatch(text, delimiter);
      const skipBlank = (): void => {
        const breaks = countBreaks(text.slice(at, (at = blankLines(text, at, delimiter))));
        line += breaks;
        record += breaks;
      };
      for (const parsed of records) {
        skipBlank();
        const raw = text.slice(at, parsed.end);
        const breaks = countBreaks(raw);
        if (breaks > 0 && parsed.cells.some((cell) => isMisquoted(cell, raw))) {
          bad = { message: NEVER_CLOSED, lost: 'line' };
          break;
        }
        record += 1;
        yield toRow(parsed, raw, breaks, { line, record });
        line += breaks;
        at = parsed.end;
      }
      if (!bad) {
        skipBlank();
        if (!isOpen) at = stretch.end;
        else if (lines === 0) bad = { message: NEVER_CLOSED, lost: 'line' };
      }
      isLong = isOpen && !bad;
    }
    window.drop(at);
    if (!bad) continue;
    isLong = false;
    yield { line, message: bad.message };
    badRows += 1;
    record += 1;
    if (bad.lost === 'line') {
      window.dropLine();
      line += 1;
    } else {
      line += countBreaks(window.text().slice(0, bad.lost));
      window.drop(bad.lost);
    }
    if (badRows === MOST_BAD_ROWS) {
      const rest = window.dropAll();
      if (rest > 0) yield { line, message: unreadRest(rest) };
    }
  }
}
