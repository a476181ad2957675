import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';

/** A word of a part; the span counts the part's folded text. */
export interface Word {
  readonly part: Part;
  readonly span: Span;
  readonly text: string;
  /** For look-ups: lower case, without accents. */
  readonly key: string;
  /** First word of the part, of a line, or after a full stop, question or exclamation mark, or colon. */
  readonly startsSentence: boolean;
}

/** Letters and digits, with apostrophes and hyphens inside: `O'Neill's`, `don't`, `4B`, `Mary-Ann`. */
const WORD = pattern(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu);
const MARK = pattern(/\p{M}/gu);
const SENTENCE_END = /[.!?:\n\r\u2026]/u;

/** Lower case without accents: `Zoë` and `zoe` are one name. */
export const toKey = (text: string): string => {
  const lower = text.toLowerCase();
  if (/^[\0-\x7f]*$/u.test(lower)) return lower;
  const apart = lower.normalize('NFD');
  return apart.replace(MARK.fit(apart), '');
};

const wordsIn = (part: Part): Word[] => {
  let before = 0;
  return [...WORD.matchAll(part.text)].map(({ 0: text, index }) => {
    const gap = part.text.slice(before, index);
    const startsSentence = before === 0 || SENTENCE_END.test(gap);
    before = index + text.length;
    return { part, span: { start: index, end: before }, text, key: toKey(text), startsSentence };
  });
};

/** The words of every part, in reading order. */
export const words: Detector<Word> = ({ parts }) => parts.flatMap(wordsIn);
