import type { Layout } from './layout.ts';

/** A record in a stretch of text: offsets, and how many line breaks stand before it. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly lines: number;
}

export interface Marks {
  readonly records: readonly Mark[];
  /** Line breaks in all of the stretch. */
  readonly lines: number;
}

/** Letters that may stand between two records. */
const MOST_BEHIND = 200;

const NOT_SPACE = /\S/gu;
const BRACE = 0x7d;

/** The first letter that is no space, at or behind an offset. */
export const firstLetter = (text: string, from: number): number => {
  NOT_SPACE.lastIndex = from;
  return NOT_SPACE.exec(text)?.index ?? from;
};

interface Cut {
  /** Where a record ends, and where the next one begins. */
  readonly end: number;
  readonly start: number;
}

/** Counts line breaks between cuts, which come in order. */
const marked = (text: string, cuts: Iterable<Cut>): Marks => {
  let next = text.indexOf('\n');
  let lines = 0;
  const linesBefore = (offset: number): number => {
    while (next >= 0 && next < offset) {
      lines += 1;
      next = text.indexOf('\n', next + 1);
    }
    return lines;
  };
  const records: Mark[] = [];
  let start = firstLetter(text, 1);
  for (const cut of cuts) {
    records.push({ start, end: cut.end, lines: linesBefore(start) });
    start = cut.start;
  }
  records.push({ start, end: text.length - 1, lines: linesBefore(start) });
  return { records, lines: linesBefore(text.length) };
};

function* cutsByPattern(text: string, pattern: RegExp): Generator<Cut> {
  for (const { 0: whole, 1: closing = '', 2: opening = '', index } of text.matchAll(pattern)) {
    yield { end: index + closing.length, start: index + whole.length - opening.length - 1 };
  }
}

function* cutsBySeparator(text: string, layout: Layout): Generator<Cut> {
  const { separator } = layout;
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) {
    yield { end: at + layout.end, start: at + layout.start };
  }
}

/** Separators that begin with a line break are met where lines are counted: one way does for both. */
const marksByLine = (
  text: string,
  { separator, end, start: next, lines: between }: Layout,
): Marks => {
  const records: Mark[] = [];
  const brace = separator.indexOf('}');
  let start = firstLetter(text, 1);
  let linesBefore = -1;
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (linesBefore < 0 && at > start) linesBefore = lines;
    if (text.charCodeAt(at + brace) === BRACE && text.startsWith(separator, at)) {
      records.push({ start, end: at + end, lines: linesBefore });
      start = at + next;
      linesBefore = lines + between;
    }
    lines += 1;
  }
  records.push({ start, end: text.length - 1, lines: linesBefore < 0 ? lines : linesBefore });
  return { records, lines };
};

/** The records of a stretch, which stands between square brackets, as their separator tells. */
export const marksOf = (text: string, layout: Layout | undefined): Marks => {
  if (!layout) return marked(text, []);
  return layout.separator.startsWith('\n')
    ? marksByLine(text, layout)
    : marked(text, cutsBySeparator(text, layout));
};

/** As `marksOf`, however each separator is written. */
export const marksByPattern = (text: string, layout: Layout | undefined): Marks =>
  marked(text, layout ? cutsByPattern(text, layout.pattern) : []);

const BEHIND = /[\s,]*$/u;

const isWhole = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Where records may begin in what should have been one. */
const openingsIn = (text: string, { opening, pattern }: Layout): readonly number[] => {
  const first = firstLetter(text, 1);
  const byOpening = [...text.matchAll(opening)].map(({ index }) => index);
  const byPattern = [...cutsByPattern(text, pattern)].map(({ start }) => start);
  const all = new Set([...byOpening, ...byPattern]);
  return [...all].filter((start) => start > first).sort((a, b) => a - b);
};

/**
 * The records of what should have been one: where a brace or a comma is missing, the next one begins
 * all the same. What stands as the value of a key or in a list belongs to the record around it, unless
 * it stands where records stand in their lines. Undefined: there is but one.
 */
export const marksByOpening = (text: string, layout: Layout): Marks | undefined => {
  const { between } = layout;
  const hasLines = between.includes('\n');
  const starts: number[] = [];
  let isInList = false;
  let denied: number | undefined;
  for (const start of openingsIn(text, layout)) {
    const isInLine = hasLines && text.endsWith(between, start);
    const before = text
      .slice(Math.max(0, start - MOST_BEHIND), start)
      .trimEnd()
      .at(-1);
    if (isInLine || (!isInList && !'[{:'.includes(before ?? ':'))) {
      starts.push(start);
      isInList = false;
      denied = undefined;
    } else {
      isInList ||= hasLines && before === '[';
      denied = start;
    }
  }
  // Nothing of the record around it follows: that one was cut off there.
  if (denied !== undefined && isWhole(text.slice(denied, -1))) starts.push(denied);
  if (starts.length === 0) return undefined;
  const cuts = starts.map((start) => {
    const before = text.slice(Math.max(0, start - MOST_BEHIND), start);
    return { start, end: start - BEHIND.exec(before)![0].length };
  });
  return marked(text, cuts);
};

/** As `marksOf`, where the beginnings of the records are known. */
export const marksAt = (text: string, starts: readonly number[]): Marks =>
  marked(
    text,
    starts.slice(1).map((start) => ({ end: start, start })),
  );
