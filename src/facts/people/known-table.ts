import { sortedText, tabbed } from '../sorted-text.ts';
import type { KnownKind } from './figures.ts';
import text from './known-names.built.ts';

/** What is known of a phrase. */
export interface Known {
  readonly kind?: KnownKind;
  /** Phrases of two words or more begin with it. */
  readonly begins: boolean;
}

const read = (value: string): Known => {
  const begins = value.endsWith('+');
  const kind = value.slice(1, begins ? -1 : undefined);
  return { begins, ...(kind !== '' && { kind: kind as KnownKind }) };
};

/** What is known of a phrase: words in lower case without accents, one space between. */
export const findPhrase = sortedText(text, tabbed, read);

/** Whose name a phrase is known to be. */
export const findKnown = (phrase: string): KnownKind | undefined => findPhrase(phrase)?.kind;
