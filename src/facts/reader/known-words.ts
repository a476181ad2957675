import { findKnown } from '../people/known-table.ts';
import type { KnownKind } from '../people/figures.ts';
import type { ReaderWord } from './words.ts';

const KINDS: readonly KnownKind[] = ['public', 'historical', 'fictional', 'place', 'thing'];
const LONGEST = 5;

/** How many words from here on make a known name, and of what kind. */
const knownAt = (
  words: readonly ReaderWord[],
  at: number,
): { readonly length: number; readonly kind: KnownKind } | undefined => {
  const { key, phrase: first } = words[at]!.known;
  let kind = first?.kind;
  let found = kind && { length: 1, kind };
  if (!first?.begins) return found;
  let phrase = key;
  for (let length = 2; length <= LONGEST; length += 1) {
    const word = words[at + length - 1];
    if (!word || word.gap === 2) break;
    phrase += ` ${word.known.key}`;
    kind = findKnown(phrase);
    if (kind) found = { length, kind };
  }
  return found;
};

/** For each word 0, or what kind of known name it belongs to: 1 to 5 alone, 6 to 10 in a phrase. */
export const knownWords = (words: readonly ReaderWord[]): readonly number[] => {
  const kinds = words.map(() => 0);
  for (let at = 0; at < words.length; at += 1) {
    const { phrase } = words[at]!.known;
    const known = phrase && knownAt(words, at);
    if (!known) continue;
    const kind = KINDS.indexOf(known.kind) + 1 + (known.length > 1 ? 5 : 0);
    kinds.fill(kind, at, at + known.length);
    at += known.length - 1;
  }
  return kinds;
};
