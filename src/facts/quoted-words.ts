import type { Detector } from '../document/document.ts';
import type { Quote } from './quotes.ts';
import { quotes } from './quotes.ts';
import type { Word } from './words.ts';
import { words } from './words.ts';

/** A quotation of the text and the words in it. */
export interface QuotedWords extends Quote {
  readonly words: readonly Word[];
}

export const quotedWords: Detector<QuotedWords> = (document) => {
  const { body } = document;
  const found = document.facts(quotes).filter(({ part }) => part === body);
  if (found.length === 0) return [];
  const all = document.facts(words);
  let at = 0;
  return found.map(({ part, span }) => {
    const inside: Word[] = [];
    for (; all[at]?.part === body && all[at]!.span.start < span.end; at += 1) {
      if (all[at]!.span.start > span.start) inside.push(all[at]!);
    }
    return { part, span, words: inside };
  });
};
