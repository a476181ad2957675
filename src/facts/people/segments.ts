import { pattern } from '../../core/pattern.ts';
import { nameBand, toNameKey, wordLevel } from './lexicon.ts';

/** A piece of a hashtag, handle or file name that was written without spaces. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly band: number;
  readonly level: number;
  /** It began with a capital letter in a string that has small letters too. */
  readonly isCapital: boolean;
}

const PIECE = pattern(/\p{Lu}\p{Ll}+(?:'\p{Ll}+)?|\p{Lu}+(?![\p{Ll}])|\p{Lu}?\p{Ll}+|\p{N}+/gu);
const SMALL_LETTER = pattern(/\p{Ll}/u);
const CAPITAL = pattern(/^\p{Lu}/u);
const NUMBER = pattern(/^\p{N}/u);
const LONGEST_RUN = 40;
const LONGEST_WORD = 14;

/** Cheaper is more probable: everyday words and common names beat rare ones and pieces that are neither. */
const cost = (key: string): number => {
  const level = wordLevel(key);
  const band = nameBand(key);
  const word =
    level === 0 || key.length < 2 ? Infinity : 3 + level * 0.7 + (key.length < 3 ? 2 : 0);
  const name = band < 2 || key.length < 3 ? Infinity : 8.5 - band + (key.length < 4 ? 1.5 : 0);
  return Math.min(word, name);
};

/** Splits a run of small letters into words; the run itself where no split covers it. */
const splitRun = (run: string): readonly string[] => {
  if (run.length > LONGEST_RUN || run.length < 6) return [run];
  const best: { total: number; words: readonly string[] }[] = [{ total: 0, words: [] }];
  for (let end = 1; end <= run.length; end += 1) {
    let found = { total: Infinity, words: [] as readonly string[] };
    for (let start = Math.max(0, end - LONGEST_WORD); start < end; start += 1) {
      const before = best[start]!;
      const word = run.slice(start, end);
      const total = before.total + cost(word);
      if (total < found.total) found = { total, words: [...before.words, word] };
    }
    best.push(found);
  }
  const whole = best[run.length]!;
  return whole.total === Infinity ? [run] : whole.words;
};

/** The words of a string without spaces: `WellDoneJosh`, `welldonejosh`, `josh_smith_y4`. */
export const segments = (text: string): readonly Segment[] => {
  const hasSmall = SMALL_LETTER.test(text);
  const found: Segment[] = [];
  for (const { 0: piece, index } of PIECE.matchAll(text)) {
    const isCapital = hasSmall && CAPITAL.test(piece);
    const key = toNameKey(piece);
    const isKnownWord = isCapital || wordLevel(key) > 0 || nameBand(key) > 1;
    const words = isKnownWord || key.length !== piece.length ? [key] : splitRun(key);
    let start = index;
    for (const word of words) {
      const length = words.length === 1 ? piece.length : word.length;
      const isNumber = NUMBER.test(word);
      found.push({
        start,
        end: start + length,
        key: word,
        band: isNumber ? 0 : nameBand(word),
        level: isNumber ? 1 : wordLevel(word),
        isCapital,
      });
      start += length;
    }
  }
  return found;
};
