import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import { words } from './words.ts';

/** From a sentence's first word to the next sentence's first word; the span counts folded text. */
export interface Sentence {
  readonly part: Part;
  readonly span: Span;
}

/** The sentences of every part, in reading order. A full stop inside `8.30` ends none. */
export const sentences: Detector<Sentence> = (document) => {
  const all = document.facts(words);
  const starts = all.filter(({ part, span, startsSentence }, at) => {
    const before = all[at - 1];
    if (before === undefined || before.part !== part) return true;
    return startsSentence && span.start - before.span.end > 1;
  });
  return starts.map(({ part, span }, at) => {
    const next = starts[at + 1];
    const end = next?.part === part ? next.span.start : part.text.length;
    return { part, span: { start: span.start, end } };
  });
};

/** Index of the last sentence that begins at or before an offset of a part; -1: none does. */
export const sentenceAt = (
  all: readonly Sentence[],
  parts: readonly Part[],
  part: Part,
  offset: number,
): number => {
  const order = parts.indexOf(part);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const sentence = all[middle]!;
    const place = parts.indexOf(sentence.part);
    if (place < order || (place === order && sentence.span.start <= offset)) low = middle + 1;
    else high = middle;
  }
  return all[low - 1]?.part === part ? low - 1 : -1;
};
