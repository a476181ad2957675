import { pattern } from '../../core/pattern.ts';
import { remembered } from '../../core/remembered.ts';
import type { Span } from '../../core/span.ts';
import { addresses } from '../people/addresses.ts';
import type { Known } from '../people/known-table.ts';
import { findPhrase } from '../people/known-table.ts';
import { nameBand, toNameKey, wordLevel } from '../people/lexicon.ts';
import { segments } from '../people/segments.ts';
import type { Marks } from './marks.ts';
import { marksOf } from './marks.ts';

export type Setting = 'plain' | 'hashtag' | 'handle';

/** What a word tells wherever it stands. */
export interface KnownWord {
  /** Lower case without accents. */
  readonly key: string;
  /** 0 sign, 1 lower, 2 Capital, 3 UPPER, 4 mIxed, 5 number. */
  readonly shape: number;
  /** 0 to 4, as the list of given names says. */
  readonly band: number;
  /** 0 to 4, as the list of everyday words says. */
  readonly level: number;
  readonly marks: Marks;
  /** What everybody knows by this name, and whether a longer one begins so. */
  readonly phrase: Known | undefined;
}

/** A word, number or sign as taggers see it; spans count the text given. */
export interface ReaderWord {
  readonly known: KnownWord;
  readonly span: Span;
  readonly setting: Setting;
  /** What stands before it: 0 nothing, 1 a space, 2 a line break. */
  readonly gap: number;
}

export const SIGN = 0;
export const LOWER = 1;
export const CAPITAL = 2;
export const UPPER = 3;
export const NUMBER = 5;

const WORD = pattern(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|[^\s\p{M}]/gu);
const DIGIT_FIRST = pattern(/^\p{N}/u);
const LETTER_FIRST = pattern(/^\p{L}/u);
const SMALL = pattern(/\p{Ll}/u);
const CAPITAL_FIRST = pattern(/^\p{Lu}/u);
const LATER_CAPITAL = pattern(/.\p{Lu}/u);

const shapeOf = (text: string): number => {
  if (DIGIT_FIRST.test(text)) return NUMBER;
  if (!LETTER_FIRST.test(text)) return SIGN;
  const hasSmall = SMALL.test(text);
  if (!CAPITAL_FIRST.test(text)) return hasSmall && LATER_CAPITAL.test(text) ? 4 : LOWER;
  if (!hasSmall) return text.length > 1 ? UPPER : CAPITAL;
  return LATER_CAPITAL.test(text) ? 4 : CAPITAL;
};

const known = (key: string, shape: number): KnownWord => {
  const isWord = shape > SIGN && shape < NUMBER;
  return {
    key,
    shape,
    band: isWord ? nameBand(key) : 0,
    level: isWord ? wordLevel(key) : 0,
    marks: marksOf(key),
    phrase: shape === SIGN || key.length < 2 ? undefined : findPhrase(key),
  };
};

const LEET: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };
const MIXED = /^(?=.*[a-z].*[a-z])(?=.*\d)[a-z013457]+$/i;

/** `J0sh` is Josh and `Z4inab` Zainab; `R0b0t` is no name and stays as it is. */
const withoutLeet = (text: string): string => {
  if (text.length < 4 || !MIXED.test(text)) return text;
  const plain = text.replace(/\d/g, (digit) => LEET[digit]!);
  const key = toNameKey(plain);
  return nameBand(key) > 1 && wordLevel(key) === 0 ? plain : text;
};

const lookUp = remembered((text: string): KnownWord => {
  const plain = withoutLeet(text);
  return known(toNameKey(plain), shapeOf(plain));
});

/** The key that stands for any web address. */
const ADDRESS: KnownWord = { ...known('http', LOWER), band: 0, level: 0 };
const TAG_SIGNS: Readonly<Record<string, string>> = { '＃': '#', '＠': '@' };

const breaksLine = (text: string, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) return true;
  }
  return false;
};

const lookUpPiece = remembered((text: string): KnownWord =>
  known(text.slice(1), Number(text.slice(0, 1))),
);

/** Cuts a text into words: tags into what they are made of, an address into one. */
export const readerWords = (text: string): readonly ReaderWord[] => {
  const found: ReaderWord[] = [];
  let before = 0;
  const add = (start: number, end: number, word: KnownWord, setting: Setting): void => {
    const isApart = start > before || start === 0;
    const gap = !isApart || start === 0 ? 0 : breaksLine(text, before, start) ? 2 : 1;
    found.push({ known: word, span: { start, end }, setting, gap });
    before = end;
  };
  const addPlain = (from: number, to: number): void => {
    const stretch = from === 0 && to === text.length ? text : text.slice(from, to);
    for (const { 0: word, index } of WORD.matchAll(stretch)) {
      add(from + index, from + index + word.length, lookUp(word), 'plain');
    }
  };
  let at = 0;
  for (const { start, text: address } of addresses(text)) {
    addPlain(at, start);
    at = start + address.length;
    if (!/^[@#＠＃]/u.test(address)) {
      add(start, at, ADDRESS, 'plain');
      continue;
    }
    const sign = TAG_SIGNS[address[0]!] ?? address[0]!;
    const setting = sign === '#' ? 'hashtag' : 'handle';
    add(start, start + 1, lookUp(sign), setting);
    for (const piece of segments(address.slice(1))) {
      const [from, to] = [start + 1 + piece.start, start + 1 + piece.end];
      add(from, to, lookUpPiece(`${shapeOf(text.slice(from, to))}${piece.key}`), setting);
    }
  }
  addPlain(at, text.length);
  return found;
};
