import { utf8Of } from '../../core/utf8.ts';

/** How the records of a list are set apart, the same between any two. */
export interface Layout {
  /** From the end of a record to the beginning of the next. */
  readonly separator: string;
  /** The same in UTF-8. */
  readonly bytes: Uint8Array;
  /** Where in it the record ends, the comma stands, and the next record begins. */
  readonly end: number;
  readonly comma: number;
  readonly start: number;
  /** What stands between the comma and the next record. */
  readonly between: string;
  /** Line breaks between its beginning and that of the next record. */
  readonly lines: number;
  /** Any way of writing it, for files that somebody edited. */
  readonly pattern: RegExp;
  /** How a record begins that has another mapping around what it says. */
  readonly opening: RegExp;
}

/** First keys that are tried: more would be records that all are broken. */
const MOST_TRIES = 50;

const FIRST_KEY = /^\s{0,99}\{\s{0,99}("(?:[^"\\]|\\.){1,99}")/u;

/** Keys of archives, for files whose first record is too broken to tell. */
const KNOWN_KEY = /\{\s{0,99}("(?:tweet|like|noteTweet|follower|following)")\s{0,99}:/u;

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const quoted = (key: string): string => key.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

const layoutOf = (
  whole: string,
  closing: string,
  opening: string,
): Omit<Layout, 'pattern' | 'opening'> => {
  // Keys may come in another order; without a line break the brace alone could stand in a text.
  const separator = closing.includes('\n') ? whole.slice(0, whole.length - opening.length) : whole;
  const start = whole.length - opening.length - 1;
  const comma = separator.indexOf(',', closing.length);
  return {
    separator,
    bytes: utf8Of(separator),
    end: closing.length,
    comma,
    start,
    between: separator.slice(comma + 1, start),
    lines: separator.slice(0, start).split('\n').length - 1,
  };
};

/**
 * Learns from the beginning of a list how its records are set apart: by the first key of the first
 * record, which begins the others too. In a text that key would stand behind backslashes, so that no
 * text can look like the end of its own record. Undefined: one record is all there is so far.
 * `isLong`: there is enough for many records, so that the first one may be taken to be broken.
 */
export const findLayout = (text: string, isLong: boolean): Layout | undefined => {
  const key = (FIRST_KEY.exec(text) ?? KNOWN_KEY.exec(text))?.[1];
  if (key === undefined) return undefined;
  const source = `(\\s{0,99}\\})\\s{0,99},\\s{0,99}\\{(\\s{0,99}${quoted(key)})(?=\\s{0,99}:)`;
  const pattern = new RegExp(source, 'gu');
  const opening = new RegExp(`\\{\\s{0,99}${quoted(key)}\\s{0,99}:\\s{0,99}\\{`, 'gu');
  let first: Layout | undefined;
  let tries = 0;
  for (const { 0: whole, 1: closing = '', 2: start = '', index } of text.matchAll(pattern)) {
    const layout = { ...layoutOf(whole, closing, start), pattern, opening };
    const record = text.slice(0, index + closing.length);
    // Keys of what is inside a record may be called like its first one.
    if (isJson(record)) return record.includes(layout.separator) ? undefined : layout;
    // Of records that all are broken, what is inside them is set in by more.
    if (!first || layout.between.length < first.between.length) first = layout;
    tries += 1;
    if (tries === MOST_TRIES) break;
  }
  return isLong ? first : undefined;
};
