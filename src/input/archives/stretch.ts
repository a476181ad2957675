import { findDamage } from '../damage.ts';
import { walkJson } from '../json-walk.ts';
import type { Layout } from './layout.ts';
import type { Mark, Marks } from './marks.ts';
import { marksAt, marksByOpening, marksOf } from './marks.ts';
import type { Decoded } from './pieces.ts';

/** An element of a list, or why it could not be read. Lines, columns and records count from 1. */
export type Element =
  | { readonly value: unknown; readonly line: number; readonly record: number }
  | {
      readonly broken: string;
      readonly line: number;
      readonly column: number;
      readonly record: number;
    };

/** What is wrong with a list itself. */
export interface Flaw {
  readonly flaw: string;
  readonly line?: number;
}

/** Where a stretch stands in its file. */
export interface Position {
  /** 1-based. */
  readonly line: number;
  /** Letters of that line before the stretch. */
  readonly indent: number;
  /** Records before it. */
  readonly records: number;
}

export interface Stretch {
  readonly elements: readonly (Element | Flaw)[];
  /** Line breaks in it. */
  readonly lines: number;
}

const parse = (text: string): readonly unknown[] | undefined => {
  try {
    return JSON.parse(text) as readonly unknown[];
  } catch {
    return undefined;
  }
};

/** Where the records of a list that is known to be right begin, by reading every letter of it. */
const startsByWalking = (text: string): readonly number[] => {
  const starts: number[] = [];
  walkJson(text, 0, (path, offset) => {
    if (path.length === 1) starts.push(offset);
  });
  return starts;
};

/** The places of offsets in a stretch, which are asked for in their order. */
const placesIn = (
  text: string,
  { line, indent }: Position,
): ((offset: number) => { readonly line: number; readonly column: number }) => {
  let breaks = 0;
  let last = -1;
  let next = text.indexOf('\n');
  return (offset) => {
    while (next >= 0 && next < offset) {
      breaks += 1;
      last = next;
      next = text.indexOf('\n', next + 1);
    }
    return { line: line + breaks, column: last < 0 ? indent + offset : offset - last };
  };
};

/** The place of an offset of a record. */
export const placeIn = (
  text: string,
  offset: number,
  at: Position,
): { readonly line: number; readonly column: number } => placesIn(text, at)(offset);

const withValues = (
  values: readonly unknown[],
  { records, lines }: Marks,
  at: Position,
): Stretch => ({
  elements: values.map((value, index) => ({
    value,
    line: at.line + records[index]!.lines,
    record: at.records + index + 1,
  })),
  lines,
});

const BEHIND =
  'something other than records stands behind the end of this list: somebody changed this file, or put two together';

/** How a list ends that stands inside a record. */
const END_INSIDE = /^\]\s*[,\]}]/u;

/** One record at a time: a broken one costs itself alone. */
const readEach = (text: string, layout: Layout | undefined, at: Position): Stretch => {
  const elements: (Element | Flaw)[] = [];
  let records = at.records;
  let isAfterBroken = false;
  const placeOf = placesIn(text, at);
  const keep = (values: readonly unknown[], line: number): void => {
    for (const value of values) elements.push({ value, line, record: (records += 1) });
    isAfterBroken = false;
  };
  const tell = (own: string, { start, lines }: Mark): void => {
    const damage = findDamage(own);
    const error = damage ?? walkJson(own, 0, () => undefined);
    const offset = error?.offset ?? 0;
    const place = placeOf(start + offset);
    const isEnd = !damage && own[offset] === ']';
    const before = isEnd ? parse(`[${own.slice(0, offset)}]`) : undefined;
    const isInside = END_INSIDE.test(own.slice(offset));
    // The last of a list inside a record that is broken further up.
    if (before && isInside && isAfterBroken) return;
    if (before && !isInside) {
      keep(before, at.line + lines);
      elements.push({ flaw: BEHIND, line: place.line });
      return;
    }
    const broken = error?.message ?? 'this is no record';
    elements.push({ broken, ...place, record: (records += 1) });
    isAfterBroken = true;
  };
  const read = (mark: Mark, isWhole: boolean): void => {
    const own = text.slice(mark.start, mark.end);
    const values = findDamage(own) ? undefined : parse(`[${own}]`);
    if (values) return keep(values, at.line + mark.lines);
    const shifted = ({ start, end, lines }: Mark): Mark => ({
      start: start + mark.start - 1,
      end: end + mark.start - 1,
      lines: lines + mark.lines,
    });
    const parts = isWhole && layout ? marksByOpening(`[${own}]`, layout) : undefined;
    if (parts) {
      for (const part of parts.records) read(shifted(part), false);
      return;
    }
    tell(own, mark);
  };
  const { records: marks, lines } = marksOf(text, layout);
  for (const mark of marks) read(mark, true);
  return { elements, lines };
};

/** The records of a stretch of a list, which stands between square brackets. */
export const readStretch = (
  { text, isDamaged }: Decoded,
  layout: Layout | undefined,
  at: Position,
): Stretch => {
  const values = isDamaged ? undefined : parse(text);
  if (!values) return readEach(text, layout, at);
  const marks = marksOf(text, layout);
  const isUniform = marks.records.length === values.length;
  if (values.length === 0) return { elements: [], lines: marks.lines };
  return withValues(values, isUniform ? marks : marksAt(text, startsByWalking(text)), at);
};
