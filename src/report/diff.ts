import type { Span } from '../core/span.ts';
import { cells } from './cells.ts';
import type { Style } from './options.ts';

export interface Side {
  readonly text: string;
  readonly masks: readonly Span[];
}

/** A change longer than this is shown as its beginning. */
const LONGEST = 1200;

/** The lines that differ between two texts, without the equal ones before and after. */
const changedLines = (before: string, after: string): readonly [Span, Span] => {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  const lineStart = before.lastIndexOf('\n', head - 1) + 1;
  const start = head === 0 ? 0 : lineStart;
  const endOf = (text: string): number => {
    const end = text.indexOf('\n', text.length - tail);
    return end === -1 ? text.length : end;
  };
  return [
    { start, end: endOf(before) },
    { start, end: endOf(after) },
  ];
};

/** Rows of at most `room` columns, broken at spaces; those that begin a line carry the sign. */
const rowsOf = (
  { text, masks }: Side,
  span: Span,
  room: number,
  sign: string,
): readonly string[] => {
  const end = Math.min(span.end, span.start + LONGEST);
  const rows: string[] = [];
  let lead = sign;
  let row = '';
  let used = 0;
  let word = '';
  let wide = 0;
  const flushRow = (nextLead: string): void => {
    rows.push(`${lead} ${row}`.trimEnd());
    lead = nextLead;
    row = '';
    used = 0;
  };
  const flushWord = (): void => {
    if (used + wide > room && row !== '') flushRow(' ');
    row += word;
    used += wide;
    word = '';
    wide = 0;
  };
  for (const cell of cells(text, { start: span.start, end }, masks)) {
    const shown = text.slice(cell.start, cell.end);
    if (shown === '\n') {
      flushWord();
      flushRow(sign);
    } else if (shown === ' ') {
      flushWord();
      if (used < room) row += ' ';
      used = Math.min(room, used + 1);
    } else if (shown !== '\r' || text[cell.end] !== '\n') {
      if (wide + cell.width > room) flushWord();
      word += cell.shown;
      wide += cell.width;
    }
  }
  flushWord();
  flushRow(' ');
  return end < span.end ? [...rows, '  …'] : rows;
};

/** What goes and what comes, each in full where it fits: the new text is there to be copied. */
export const diff = (
  before: Side,
  after: Side,
  width: number,
  removed: Style,
  added: Style,
): readonly string[] => {
  const [old, fresh] = changedLines(before.text, after.text);
  const gone = old.start === old.end ? [] : rowsOf(before, old, width - 2, '-');
  const come = fresh.start === fresh.end ? [] : rowsOf(after, fresh, width - 2, '+');
  return [...gone.map((row) => removed(row)), ...come.map((row) => added(row))];
};
