import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';
import type { SwearWords } from './swear-words.ts';

/** A swear word under signs, digits, spaces or drawn-out letters. */
export interface Disguise {
  readonly span: Span;
  /** The word of the list, or the signs themselves where they stand for any word. */
  readonly word: string;
  /** Only the first letter shows, as in a name that is kept secret: `J***`. */
  readonly isFaint: boolean;
}

/** Longer words are addresses or noise. */
const LONGEST = 24;
const HAS_SIGN = /[a-z][*@$!|+€#%•\d]|[*@$€\d][a-z]/i;
const CHUNK = /[a-z\d*_~#@$!|+€%&'•.-]+/gi;
const LETTERS = /^[a-z]+$/;
const TWO_LETTERS = /[a-z].*[a-z]/;
/** Rooms, roads and postcodes: `SH17`; grades: `A*s`. */
const CODE = /^(?:[a-z]{1,2}\d+|a\*+s?)$/;
/** Signs of emphasis at both ends, and punctuation behind. */
const EDGES = /^[*_~#'.-]*|[_~'.!-]+$/g;

/** Letters that a sign or a digit draws. */
const DRAWS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'i',
  '+': 't',
  '€': 'e',
};
const DRAWN = /[0134578@$!|+€]/g;
const MASK = /[*#%@$!•]/;

const undrawn = (chunk: string, one: string): string =>
  chunk.replace(DRAWN, (sign) => (sign === '1' || sign === '|' ? one : DRAWS[sign]!));

const findDrawn = (chunk: string, { isHidden }: SwearWords): string | undefined => {
  if (!TWO_LETTERS.test(chunk)) return undefined;
  return [undrawn(chunk, 'i'), undrawn(chunk, 'l')].find(
    (word) => (word.length > 3 || !/\d/.test(chunk)) && LETTERS.test(word) && isHidden(word),
  );
};

const fits = (chunk: string, word: string): boolean => {
  for (let at = 0; at < word.length; at += 1) {
    if (chunk[at] !== word[at] && !MASK.test(chunk[at]!)) return false;
  }
  return true;
};

const findMasked = (chunk: string, { hidden }: SwearWords): string | undefined =>
  (chunk.length > 3 || TWO_LETTERS.test(chunk)) && MASK.test(chunk)
    ? hidden(chunk.length).find((word) => word[0] === chunk[0] && fits(chunk, word))
    : undefined;

const signed = (text: string, words: SwearWords): Disguise[] => {
  if (!HAS_SIGN.test(text)) return [];
  const found: Disguise[] = [];
  for (const { 0: whole, index } of text.matchAll(CHUNK)) {
    if (whole.length > LONGEST || !HAS_SIGN.test(whole)) continue;
    const lead = /^[*_~#'.-]*/.exec(whole)![0];
    const typed = whole.replace(EDGES, '').replace(lead.includes('*') ? /\*+$/ : /^$/, '');
    const chunk = typed.toLowerCase().replace(/'s$/, '');
    if (CODE.test(chunk)) continue;
    const word = findDrawn(chunk, words) ?? findMasked(chunk, words);
    if (word === undefined) continue;
    const start = index + lead.length;
    const isFaint = !TWO_LETTERS.test(chunk) && /^[A-Z]/.test(typed);
    found.push({ span: { start, end: start + typed.length }, word, isFaint });
  }
  return found;
};

/** `f u c k`, `s.h.i.t`: single letters in a row. */
const SPACED = pattern(/(?<![\p{L}\p{N}'&])[a-z](?:[ .*_-][a-z]){2,9}(?![\p{L}\p{N}'])/giu);
const HAS_SPACED = /\b[a-z][ .*_-][a-z][ .*_-][a-z]\b/i;

const spaced = (text: string, { kindOf }: SwearWords): Disguise[] =>
  HAS_SPACED.test(text)
    ? [...SPACED.matchAll(text)].flatMap(({ 0: run, index }) => {
        const word = run.replace(/[ .*_-]/g, '').toLowerCase();
        if (kindOf(word) === undefined) return [];
        return [{ span: { start: index, end: index + run.length }, word, isFaint: false }];
      })
    : [];

/** `#@%$!`: signs of at least three sorts where a word is expected. */
const SIGNS = /(?<=^|\s)[@#$%&*!?]{4,12}(?=$|[\s.,])/g;

const signsOnly = (text: string): Disguise[] =>
  [...text.matchAll(SIGNS)].flatMap(({ 0: word, index }) =>
    new Set(word.replace(/[!?]/g, '')).size >= 3
      ? [{ span: { start: index, end: index + word.length }, word, isFaint: false }]
      : [],
  );

const DRAWN_OUT = /(.)\1{2,}/;
const RUNS = /(.)\1{2,}/g;

/** The word that drawn-out letters spell: `shiiiit`. */
export const findDrawnOut = (key: string, { kindOf }: SwearWords): string | undefined =>
  key.length <= 4 * LONGEST && DRAWN_OUT.test(key)
    ? [key.replace(RUNS, '$1'), key.replace(RUNS, '$1$1')].find(
        (word) => kindOf(word) !== undefined,
      )
    : undefined;

export const disguisesIn = (text: string, words: SwearWords): readonly Disguise[] => [
  ...signed(text, words),
  ...spaced(text, words),
  ...signsOnly(text),
];
