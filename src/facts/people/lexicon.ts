import givenNames from '../data/given-names.txt?raw';
import ordinaryWords from '../data/ordinary-words.txt?raw';
import { toKey } from '../words.ts';
import { sortedList } from './sorted-list.ts';

const findName = sortedList(givenNames);
const findWord = sortedList(ordinaryWords);

/** Letters that no accent separates from a plain one. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ı: 'i',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
};

/** As the name list writes a name: `Zoë` → `zoe`, `Bartłomiej` → `bartlomiej`, `O'Neill` → `oneill`. */
export const toNameKey = (text: string): string =>
  toKey(text)
    .replace(/[łıøđßæ]/gu, (letter) => PLAIN[letter]!)
    .replaceAll("'", '');

/** How common a given name is, 0 (not on the list) to 4; of a double name the rarer half counts. */
export const nameBand = (key: string): number =>
  key.includes('-')
    ? // One by one: a hostile word has more halves than a call has room for arguments.
      key.split('-').reduce((rarest, half) => Math.min(rarest, findName(half)), Infinity)
    : findName(key);

/** `they're`, `can't`, `I'll`: never a name, unlike `O'Neill`. */
export const isContraction = (text: string): boolean => /'(?:re|ve|ll|d|m|t)$/i.test(text);

const INFLECTION = /(?:es|ed|ing|ly|s|d)$/u;

/** 1 (everyday) to 4 (rarer) for a word of English, 0 for anything else. */
export const wordLevel = (key: string): number => {
  if (key.length === 1) return 1;
  const level = findWord(key);
  if (level > 0) return level;
  if (key.includes('-')) return wordLevel(key.slice(0, key.indexOf('-')));
  const bare = key.replace(INFLECTION, '');
  if (bare === key || bare.length < 3) return 0;
  return (
    findWord(bare) || (key.endsWith('s') || key.endsWith('d') ? findWord(key.slice(0, -1)) : 0)
  );
};
