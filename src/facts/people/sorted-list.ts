import { sortedText } from '../sorted-text.ts';

type Find = (word: string) => number;

const orNone =
  (find: (word: string) => number | undefined): Find =>
  (word) =>
    find(word) ?? 0;

/** Lines of a word and one digit, 0 for a word that is not there. */
export const sortedList = (text: string): Find =>
  orNone(sortedText(text, (line) => line.length - 1, Number));
