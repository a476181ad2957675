import { pattern } from '../core/pattern.ts';
import { remembered } from '../core/remembered.ts';
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

const ASCII = /^[\0-\x7f]*$/;

/** Lower case without accents: `Zoë` and `zoe` are one name. */
export const toKey = (text: string): string => {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  const apart = lower.normalize('NFD');
  return apart.replace(MARK.fit(apart), '');
};

/** One string for all places of a word: what is looked up by it is found faster. */
const keyOf = remembered(toKey);

const wordsIn = (part: Part): Word[] => {
  let before = 0;
  return WORD.matchAll(part.text).map(({ 0: text, index }) => {
    const gap = part.text.slice(before, index);
    const startsSentence = before === 0 || (gap !== ' ' && SENTENCE_END.test(gap));
    before = index + text.length;
    return { part, span: { start: index, end: before }, text, key: keyOf(text), startsSentence };
  });
};

/** The words of every part, in reading order. */
export const words: Detector<Word> = ({ parts }) =>
  parts.length === 1 ? wordsIn(parts[0]!) : parts.flatMap(wordsIn);
