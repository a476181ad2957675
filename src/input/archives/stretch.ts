import { findDamage } from '../damage.ts';
import { walkJson } from '../json-walk.ts';
import type { Layout } from './layout.ts';
import type { Mark, Marks } from './marks.ts';
import { marksAt, marksByOpening, marksByPattern, marksOf } from './marks.ts';
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
  readonly elements: readonly Element[];
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

/** The place of an offset of a record. */
export const placeIn = (
  text: string,
  offset: number,
  { line, indent }: Position,
): { readonly line: number; readonly column: number } => {
  const before = text.slice(0, offset);
  const last = before.lastIndexOf('\n');
  const lines = last < 0 ? 0 : before.split('\n').length - 1;
  return { line: line + lines, column: last < 0 ? indent + offset : offset - last };
};

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

/** One record at a time: a broken one costs itself alone. */
const readEach = (text: string, layout: Layout | undefined, at: Position): Stretch => {
  const elements: Element[] = [];
  const next = (): number => at.records + elements.length + 1;
  const tell = (own: string, start: number): void => {
    const error = findDamage(own) ?? walkJson(own, 0, () => undefined);
    elements.push({
      broken: error?.message ?? 'this is no record',
      ...placeIn(text, start + (error?.offset ?? 0), at),
      record: next(),
    });
  };
  const read = ({ start, end, lines }: Mark, isWhole: boolean): void => {
    const own = text.slice(start, end);
    const values = findDamage(own) ? undefined : parse(`[${own}]`);
    for (const value of values ?? []) {
      elements.push({ value, line: at.line + lines, record: next() });
    }
    if (values) return;
    const parts = isWhole && layout ? marksByOpening(`[${own}]`, layout) : undefined;
    if (!parts) return tell(own, start);
    const shifted = (mark: Mark): Mark => ({
      start: mark.start + start - 1,
      end: mark.end + start - 1,
      lines: mark.lines + lines,
    });
    for (const part of parts.records) read(shifted(part), false);
  };
  const { records, lines } = marksByPattern(text, layout);
  for (const mark of records) read(mark, true);
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
