import { distance } from 'fastest-levenshtein';

/** Longer words are nobody's typing mistake, and comparing them costs. */
const MAX_LENGTH = 64;

/** Words that differ in capitals, hyphens, underscores or spaces alone are the same word. */
const bare = (word: string): string => word.toLowerCase().replace(/[-_ ]/gu, '');

const letters = (word: string): string => [...word].sort().join('');

/** Letters that changed places are one slip, the commonest there is. */
const slipsBetween = (typed: string, known: string): number =>
  typed !== known && letters(typed) === letters(known) ? 1 : distance(typed, known);

/** How many slips a word of this length may hold and still be recognised. */
const tolerance = (length: number): number => (length < 4 ? 1 : Math.floor(length / 3));

/** The known word that was probably meant; undefined when none is near. */
export const findClosest = (word: string, known: Iterable<string>): string | undefined => {
  if (word.length > MAX_LENGTH) return undefined;
  const typed = bare(word);
  let best: string | undefined;
  let fewest = Infinity;
  for (const candidate of known) {
    const slips = slipsBetween(typed, bare(candidate));
    if (slips < fewest && slips <= tolerance(Math.max(typed.length, 1)) && slips < typed.length) {
      best = candidate;
      fewest = slips;
    }
  }
  return best;
};

/** A tail for a message: `: did you mean “x”?`, or nothing when no known word is near. */
export const didYouMean = (word: string, known: Iterable<string>): string => {
  const closest = findClosest(word, known);
  return closest === undefined ? '' : `: did you mean “${closest}”?`;
};
