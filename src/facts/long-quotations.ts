import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import { creditCues } from './credit.ts';
import authors from './data/public-domain-authors.txt?raw';
import { quotedWords } from './quoted-words.ts';
import { wordSet } from './word-set.ts';
import { words } from './words.ts';

/** A quotation that is not the speech of pupils or visitors; the span counts the part’s folded text. */
export interface LongQuotation {
  readonly part: Part;
  readonly span: Span;
  readonly words: number;
  /** Set in lines, as poems and songs are. */
  readonly isVerse: boolean;
}

const FEWEST_WORDS = 10;
const FEWEST_BREAKS = 2;
const isFree = wordSet(authors);

/** Quotations of the text that are long enough to ask whose they are. */
export const longQuotations: Detector<LongQuotation> = (document) => {
  const { body } = document;
  const found = document.facts(quotedWords).filter((quote) => quote.words.length >= FEWEST_WORDS);
  if (found.length === 0) return [];
  if (document.facts(words).some(({ key }) => isFree(key.replace(/'s$/u, '')))) return [];
  if (document.facts(creditCues).some(({ kind }) => kind === 'speech')) return [];
  return found.map(({ part, span, words: inside }) => ({
    part,
    span,
    words: inside.length,
    isVerse: body.text.slice(span.start, span.end).split(/\n|\s\/\s/u).length > FEWEST_BREAKS,
  }));
};
