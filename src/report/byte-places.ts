import type { Post } from '../core/post.ts';
import { countLines, quotesIn } from './counted-lines.ts';

/** 1-based line and column of a file, the column in bytes of UTF-8; absent where it cannot be known. */
export interface BytePlace {
  readonly line: number;
  readonly column?: number;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Bytes that the unit at `at` adds; those of a pair are counted with its first half. */
const bytesAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (isHigh(unit) && isLow(text.charCodeAt(at + 1))) return 4;
  return isLow(unit) && isHigh(text.charCodeAt(at - 1)) ? 0 : 3;
};

export const utf8Length = (text: string, start = 0, end = text.length): number => {
  let bytes = 0;
  for (let at = start; at < end; at += 1) bytes += bytesAt(text, at);
  return bytes;
};

/**
 * Where offsets of a post’s text stand in its file, for a post whose text the file holds as it is.
 * What stands before the text on its first line is not known, so a column there is not either.
 */
export const bytePlaces = ({ text, origin }: Post): ((offset: number) => BytePlace) => {
  const countAt = countLines(
    text,
    (start, end) =>
      utf8Length(text, start, end) + (origin.doublesQuotes ? quotesIn(text, start, end) : 0),
  );
  return (offset) => {
    const counted = countAt(offset);
    const line = (origin.textLine ?? origin.line) + counted.line;
    const isKnown = counted.line > 0 || (origin.textColumn ?? 1) === 1;
    return isKnown ? { line, column: counted.before + 1 } : { line };
  };
};
