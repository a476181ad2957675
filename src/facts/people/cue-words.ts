import { sortedText, tabbed } from '../sorted-text.ts';
import text from './cue-words.built.ts';

type Kinds = readonly string[];

const NONE: Kinds = [];

const find = sortedText(text, tabbed, (kinds): Kinds => kinds.slice(1).split(' '));

let lastKey = '';
let lastKinds = NONE;

/** What a word (its key) tells about a name beside it; mostly asked of one word several times. */
export const cueKinds = (key: string): Kinds => {
  if (key !== lastKey) {
    lastKinds = find(key) ?? NONE;
    lastKey = key;
  }
  return lastKinds;
};

/** Whether a word (its key) tells something of this kind about a name beside it. */
export const isCue = (kind: string, key: string): boolean => cueKinds(key).includes(kind);
