import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';
import { sliceOf, wordsIn } from './words.ts';

/** Fewer single letters are initials. */
const FEWEST = 3;
const MARKS = pattern(/\p{M}/gu);

const isLetter = (text: string, word: Span): boolean =>
  [...sliceOf(text, word).replace(MARKS.fit(sliceOf(text, word)), '')].length === 1;

/** `Jo*h`: a letter of a word is hidden. */
const isHidden = (text: string, before: Span, after: Span): boolean =>
  text.slice(before.end, after.start) === '*';

/** The words of a name. One whose letters are kept apart, `J E S S`, or hidden is one word. */
export const stretched = (text: string, name: Span): readonly Span[] => {
  const words = wordsIn(text, name);
  const made: Span[] = [];
  let letters: Span[] = [];
  const flush = (): void => {
    if (letters.length < FEWEST) made.push(...letters);
    else made.push({ start: letters[0]!.start, end: letters.at(-1)!.end });
    letters = [];
  };
  for (const word of words) {
    const last = made.at(-1);
    if (letters.length === 0 && last && isHidden(text, last, word)) {
      made[made.length - 1] = { start: last.start, end: word.end };
    } else if (isLetter(text, word)) letters.push(word);
    else {
      const hidden = letters.length === 1 && isHidden(text, letters[0]!, word);
      if (hidden) {
        made.push({ start: letters[0]!.start, end: word.end });
        letters = [];
      } else {
        flush();
        made.push(word);
      }
    }
  }
  flush();
  return made;
};
