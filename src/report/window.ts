import type { Span } from '../core/span.ts';
import type { Cell } from './cells.ts';
import { cells } from './cells.ts';
import type { Line } from './lines.ts';

/** An edge of a window moves this far to meet a space. */
const SNAP = 12;

/** A line, or the window of a long one, with the marks that it shows. */
export interface Row {
  readonly line: Line;
  readonly cells: readonly Cell[];
  readonly cutLeft: boolean;
  readonly cutRight: boolean;
}

const sum = (row: readonly Cell[]): number => row.reduce((total, { width }) => total + width, 0);

const onCharacter = (text: string, offset: number): number => {
  const code = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  return code >= 0xdc00 && code < 0xe000 && before >= 0xd800 && before < 0xdc00
    ? offset - 1
    : offset;
};

/** Cells from `start` on that fit, and where they end. */
const fit = (row: readonly Cell[], start: number, room: number): number => {
  let used = 0;
  let end = start;
  while (end < row.length && used + row[end]!.width <= room) {
    used += row[end]!.width;
    end += 1;
  }
  return end;
};

const fitBack = (row: readonly Cell[], end: number, room: number): number => {
  let used = 0;
  let start = end;
  while (start > 0 && used + row[start - 1]!.width <= room) {
    used += row[start - 1]!.width;
    start -= 1;
  }
  return start;
};

const isSpace = (cell: Cell | undefined): boolean => cell?.shown === ' ';

const snapStart = (row: readonly Cell[], start: number, latest: number): number => {
  if (start === 0 || isSpace(row[start - 1])) return start;
  for (let i = start; i < Math.min(start + SNAP, latest); i += 1) if (isSpace(row[i])) return i + 1;
  return start;
};

const snapEnd = (row: readonly Cell[], end: number, earliest: number): number => {
  if (end === row.length || isSpace(row[end])) return end;
  for (let i = end - 1; i > Math.max(end - SNAP, earliest); i -= 1) if (isSpace(row[i])) return i;
  return end;
};

/** The stretch of a line round a mark that fits into `room` columns. */
export const windowRow = (
  { text, masks }: { readonly text: string; readonly masks: readonly Span[] },
  line: Line,
  mark: Span,
  room: number,
): Row => {
  const reach = room * 6;
  const from = onCharacter(text, Math.max(line.start, mark.start - reach));
  const to = onCharacter(text, Math.min(line.end, mark.start + reach * 2));
  const row = cells(text, { start: from, end: to }, masks);
  const isWhole = from === line.start && to === line.end;
  if (isWhole && sum(row) <= room) return { line, cells: row, cutLeft: false, cutRight: false };

  const found = row.findIndex(({ end }) => end > mark.start);
  const first = found === -1 ? row.length - 1 : found;
  const past = row.findIndex(({ start }) => start >= mark.end);
  const last = Math.max(past === -1 ? row.length : past, first + 1);
  const inner = room - 2;
  const context = Math.max(0, Math.floor((inner - sum(row.slice(first, last))) / 2));
  let start = fitBack(row, first, context);
  if (fitBack(row, Math.min(last, fit(row, first, inner)), inner) === 0) start = 0;
  let end = fit(row, start, inner);
  if (end === row.length) start = Math.min(start, fitBack(row, end, inner));
  start = snapStart(row, start, first);
  end = snapEnd(row, end, last);
  return {
    line,
    cells: row.slice(start, Math.max(end, start + 1)),
    cutLeft: start > 0 || from > line.start,
    cutRight: end < row.length || to < line.end,
  };
};

/** A mark of no length still shows where it stands. */
export const widened = ({ start, end }: Span, line: Line): Span => ({
  start: Math.max(start, line.start),
  end: Math.max(Math.min(end, line.end), Math.max(start, line.start) + 1),
});
