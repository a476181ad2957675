import { distance } from 'fastest-levenshtein';
import { remembered } from '../core/remembered.ts';

/** Longer words are nobody's typing mistake, and comparing them costs. */
const MAX_LENGTH = 64;

interface Word {
  /** Words that differ in capitals, hyphens, underscores or spaces alone are the same word. */
  readonly bare: string;
  /** The same for words of the same letters, and for few others. */
  readonly sum: number;
}

const readWord = remembered((word): Word => {
  const bare = word.toLowerCase().replace(/[-_ ]/gu, '');
  return { bare, sum: [...bare].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) };
});

const letters = (word: string): string => [...word].sort().join('');

const isSameLetters = (one: Word, other: Word): boolean =>
  one.sum === other.sum &&
  one.bare.length === other.bare.length &&
  letters(one.bare) === letters(other.bare);

/** Letters that changed places are one slip, the commonest there is. */
const slipsBetween = (typed: Word, known: Word): number => {
  if (typed.bare === known.bare) return 0;
  return isSameLetters(typed, known) ? 1 : distance(typed.bare, known.bare);
};

/** How many slips a word of this length may hold and still be recognised. */
const tolerance = (length: number): number => (length < 4 ? 1 : Math.floor(length / 3));

/** The known word that was probably meant; undefined when none is near. */
export const findClosest = (word: string, known: Iterable<string>): string | undefined => {
  if (word.length > MAX_LENGTH) return undefined;
  const typed = readWord(word);
  const { length } = typed.bare;
  const most = Math.min(tolerance(Math.max(length, 1)), length - 1);
  let best: string | undefined;
  let fewest = Infinity;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > MAX_LENGTH) continue;
    const meant = readWord(candidate);
    if (Math.abs(meant.bare.length - length) > most) continue;
    const slips = slipsBetween(typed, meant);
    if (slips < fewest && slips <= most) {
      best = candidate;
      fewest = slips;
      if (slips === 0) break;
    }
  }
  return best;
};

/** A tail for a message: `: did you mean “x”?`, or nothing when no known word is near. */
export const didYouMean = (word: string, known: Iterable<string>): string => {
  const closest = findClosest(word, known);
  return closest === undefined ? '' : `: did you mean “${closest}”?`;
};
