import { sortedText, tabbed } from '../sorted-text.ts';

type Find = (word: string) => number;

const orNone =
  (find: (word: string) => number | undefined): Find =>
  (word) =>
    find(word) ?? 0;

/** Lines of a word and one digit, 0 for a word that is not there. */
export const sortedList = (text: string): Find =>
  orNone(sortedText(text, (line) => line.length - 1, Number));

/** Lines of a phrase, a tab and a whole number, 0 for a phrase that is not there. */
export const sortedTable = (text: string): Find => orNone(sortedText(text, tabbed, Number));
