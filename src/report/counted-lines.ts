import { linesOf } from './lines.ts';

/** A line of a text, counted from 0, and how many units of it stand before an offset. */
export interface Counted {
  readonly line: number;
  readonly before: number;
}

/** What has been counted up to an offset. */
interface Mark {
  readonly number: number;
  readonly offset: number;
  readonly before: number;
}

/**
 * Counts lines, and units in them, for the many findings of one text: they come mostly from left to
 * right, so that even a very long line is counted about once.
 */
export const countLines = (
  text: string,
  unitsIn: (start: number, end: number) => number,
): ((offset: number) => Counted) => {
  const lines = linesOf(text);
  // The start and the end of one finding, which are asked for again.
  let marks: readonly Mark[] = [];
  return (offset) => {
    const number = lines.numberAt(offset);
    const lineStart: Mark = { number, offset: lines.line(number)?.start ?? 0, before: 0 };
    const from = marks
      .filter((mark) => mark.number === number && mark.offset <= offset)
      .reduce((best, mark) => (mark.offset > best.offset ? mark : best), lineStart);
    const before = from.before + unitsIn(from.offset, offset);
    marks = [{ number, offset, before }, ...marks.slice(0, 1)];
    return { line: number - 1, before };
  };
};

const QUOTE = 0x22;

/** Quotation marks in a stretch of a text. */
export const quotesIn = (text: string, start: number, end: number): number => {
  let quotes = 0;
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === QUOTE) quotes += 1;
  return quotes;
};
