import nlp from 'compromise';
import type { Grammar } from './grammar.ts';

interface Sentence {
  readonly terms: readonly {
    readonly tags: readonly string[];
    readonly offset: { readonly start: number; readonly length: number };
  }[];
}

/** compromise's own tags; see its documentation of the tag set. */
const OTHER_THINGS = new Set([
  'Verb',
  'Modal',
  'Adverb',
  'Adjective',
  'Preposition',
  'Pronoun',
  'Place',
  'Organization',
  'Date',
]);

/** compromise tags no more than this; a longer text is not worth the time. */
const LONGEST = 4000;

/** Addresses are no sentences: blanks of the same length keep the offsets. */
const withoutAddresses = (text: string): string =>
  text.replace(/[@#]\S+|https?:\/\/\S+/gu, (address) => ' '.repeat(address.length));

export const grammar: Grammar = {
  otherThings(text) {
    if (text.length > LONGEST) return [];
    const sentences = nlp(withoutAddresses(text)).json({
      offset: true,
      terms: { offset: true, tags: true },
    }) as readonly Sentence[];
    return sentences
      .flatMap(({ terms }) => terms)
      .filter(({ tags }) => tags.some((tag) => OTHER_THINGS.has(tag)))
      .map(({ offset: { start, length } }) => ({ start, end: start + length }));
  },
};
