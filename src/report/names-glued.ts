import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';

/** A capitalised word right behind a sequence that colours a terminal: its last letter sticks to it. */
const BEHIND_ESCAPE = pattern(
  /\p{Cc}\[?[\d;]{0,16}[A-Za-z](\p{Lu}[\p{L}\p{M}]{1,40})[ ’'-]{1,2}/gu,
);

/** Such words before a name: where a report begins to mask, the given name must not be left over. */
export const namesGlued = (text: string, names: readonly Span[]): readonly Span[] => {
  const begins = new Set(names.map(({ start }) => start));
  return [...BEHIND_ESCAPE.matchAll(text)].flatMap(({ 0: found, 1: word = '', index }) => {
    const start = index + found.lastIndexOf(word);
    return begins.has(index + found.length) ? [{ start, end: start + word.length }] : [];
  });
};
