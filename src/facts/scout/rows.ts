import words from './data/words.txt?raw';
import type { ScoutWord } from '../../document/scout.ts';
import { NUMBER, SIGN } from '../reader/words.ts';
import { sortedText, tabbed } from '../sorted-text.ts';

/**
 * The rows of the scout’s table, the same numbers as training/scout_words.py. Row 0 is nothing; then
 * come looks, settings, figures, endings, beginnings, kinds of words, words.
 */
const SETTINGS: readonly ScoutWord['setting'][] = ['plain', 'hashtag', 'handle'];
const HASHED = 1024;
const FIRST_LOOK = 1;
const FIRST_SETTING = FIRST_LOOK + 6 * 5 * 5 * 2;
const FIRST_FIGURE = FIRST_SETTING + 9;
const FIRST_ENDING = FIRST_FIGURE + 11;
const FIRST_BEGINNING = FIRST_ENDING + HASHED;
const NAME = FIRST_BEGINNING + HASHED;
const FIGURES = NAME + 5;
const UNKNOWN = FIGURES + 1;
const FIRST_WORD = UNKNOWN + 1;

export const ROWS_A_WORD = 5;

/** A hash folded. */
const folded = (hash: number): number => (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (HASHED - 1);

const findWord = sortedText(words, tabbed, (rest) => FIRST_WORD + Number(rest));

const ASCII = /^[\0-\x7f]*$/;

/** As the list writes a word: signs and pictures in figures. */
const inAscii = (key: string): string => {
  if (ASCII.test(key)) return key;
  let figures = '~';
  for (let at = 0; at < key.length; at += 1) {
    figures += key.charCodeAt(at).toString(16).padStart(4, '0');
  }
  return figures;
};

const places = new Map<string, number | undefined>();
const MOST_PLACES = 20_000;

const placeOf = (key: string): number | undefined => {
  if (places.has(key)) return places.get(key);
  const place = findWord(inAscii(key));
  if (places.size < MOST_PLACES) places.set(key, place);
  return place;
};

/** Writes the rows that stand for a word to `rows` from `at` on. */
export const writeRows = (
  { known: { key, shape, band, level, marks }, setting, gap }: ScoutWord,
  figure: number,
  opens: boolean,
  rows: Int32Array,
  at: number,
): void => {
  let ending = 0;
  let beginning = 0;
  let word = UNKNOWN;
  // A given name tells no more than how common it is: the scout is to treat all alike.
  if (band > 1 && level === 0) word = NAME + band;
  else {
    const place = placeOf(key);
    if (place !== undefined) word = place;
    else if (shape === NUMBER) word = FIGURES;
    else if (shape !== SIGN) {
      ending = FIRST_ENDING + folded(marks.lastThree);
      beginning = FIRST_BEGINNING + folded(marks.firstThree);
    }
  }
  rows[at] = word;
  rows[at + 1] = FIRST_LOOK + ((shape * 5 + band) * 5 + level) * 2 + (opens ? 1 : 0);
  rows[at + 2] = FIRST_SETTING + SETTINGS.indexOf(setting) * 3 + gap;
  rows[at + 3] = figure > 0 ? FIRST_FIGURE + figure : ending;
  rows[at + 4] = beginning;
};
