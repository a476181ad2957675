import { entries } from './phrase-lines.ts';

/** Whether a list holds a word. It is read when it is first asked; a line holds one word or several. */
export const wordSet = (list: string): ((word: string) => boolean) => {
  let words: ReadonlySet<string> | undefined;
  return (word) => {
    words ??= new Set(entries(list).flatMap((line) => line.split(' ')));
    return words.has(word);
  };
};
