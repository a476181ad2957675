import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';

const LETTERS = pattern(/[\p{L}\p{M}]+/gu);

export const sliceOf = (text: string, { start, end }: Span): string => text.slice(start, end);

/** The runs of letters in a stretch of a text. */
export const wordsIn = (text: string, { start, end }: Span): readonly Span[] =>
  [...LETTERS.matchAll(text.slice(start, end))].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }));
