import { countWhile } from '../core/partition.ts';
import type { Span } from '../core/span.ts';
import type { Unit } from './units.ts';

/** A stretch where folded text and source part ways; between two of them both run in step. */
interface Change {
  readonly folded: number;
  readonly foldedEnd: number;
  readonly source: number;
  readonly sourceEnd: number;
}

const BELONGS = /^[\p{M}\u200D\u1160-\u11FF\uD7B0-\uD7FF\u{1F3FB}-\u{1F3FF}]/u;

const changesOf = (source: string, units: readonly Unit[]): Change[] => {
  const changes: Change[] = [];
  let folded = 0;
  let at = 0;
  for (const { text, start, end } of units) {
    const foldedEnd = folded + text.length;
    if (start > at) changes.push({ folded, foldedEnd: folded, source: at, sourceEnd: start });
    if (end - start !== text.length || !source.startsWith(text, start)) {
      changes.push({ folded, foldedEnd, source: start, sourceEnd: end });
    }
    folded = foldedEnd;
    at = end;
  }
  if (at < source.length) {
    changes.push({ folded, foldedEnd: folded, source: at, sourceEnd: source.length });
  }
  return changes;
};

/** The last change that begins at or before an offset of the folded text. */
const findChange = (changes: readonly Change[], offset: number): Change | undefined =>
  changes[countWhile(changes, ({ folded }) => folded <= offset) - 1];

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

const splitsPair = (text: string, at: number): boolean =>
  at > 0 && isLowSurrogate(text.charCodeAt(at)) && isHighSurrogate(text.charCodeAt(at - 1));

const splitsCharacter = (text: string, at: number): boolean => {
  if (at <= 0 || at >= text.length) return false;
  if (splitsPair(text, at)) return true;
  return text.charCodeAt(at) > 0x7f && BELONGS.test(String.fromCodePoint(text.codePointAt(at)!));
};

/** The way from spans of the folded text to whole characters of the source. */
export const sourceMap = (source: string, units: readonly Unit[]): ((span: Span) => Span) => {
  let changes: readonly Change[] | undefined;
  const find = (offset: number): Change | undefined => {
    changes ??= changesOf(source, units);
    return findChange(changes, offset);
  };
  const toStart = (offset: number): number => {
    const change = find(offset);
    if (change && offset < change.foldedEnd) return change.source;
    let at = change ? change.sourceEnd + offset - change.foldedEnd : offset;
    while (splitsCharacter(source, at)) at -= 1;
    return at;
  };
  /** End in the source of the character that ends at an offset of the folded text. */
  const toEnd = (offset: number): number => {
    const change = find(offset - 1);
    if (change && offset <= change.foldedEnd) return change.sourceEnd;
    let at = change ? change.sourceEnd + offset - change.foldedEnd : offset;
    while (splitsCharacter(source, at)) at += 1;
    return at;
  };
  return ({ start, end }) => {
    const from = toStart(start);
    return { start: from, end: end > start ? toEnd(end) : from };
  };
};
