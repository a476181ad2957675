import list from '../data/person-cues.txt?raw';
import { entries } from '../phrases.ts';

type Kinds = readonly string[];

const NONE: Kinds = [];

const read = (): ReadonlyMap<string, Kinds> => {
  const kindsOf = new Map<string, string[]>();
  for (const line of entries(list)) {
    const [kind = '', words = ''] = line.split(': ', 2);
    for (const word of words.split(' ')) {
      const kinds = kindsOf.get(word);
      if (kinds) kinds.push(kind);
      else kindsOf.set(word, [kind]);
    }
  }
  return kindsOf;
};

let kindsByWord: ReadonlyMap<string, Kinds> | undefined;

/** What a word (its key) tells about a name beside it. */
export const cueKinds = (key: string): Kinds => {
  kindsByWord ??= read();
  return kindsByWord.get(key) ?? NONE;
};

/** Whether a word (its key) tells something of this kind about a name beside it. */
export const isCue = (kind: string, key: string): boolean => cueKinds(key).includes(kind);
