import { entries } from '../phrases.ts';

/** Reads a list of lines `kind: word word …` when it is first asked about a word. */
export const wordKinds = (list: string): ((kind: string, word: string) => boolean) => {
  let kinds: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return (kind, word) => {
    kinds ??= new Map(
      entries(list).map((line) => {
        const [name = '', words = ''] = line.split(': ', 2);
        return [name, new Set(words.split(' '))];
      }),
    );
    return kinds.get(kind)?.has(word) ?? false;
  };
};
