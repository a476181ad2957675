import { hashOf } from '../reader/marks.ts';
import type { KnownWord, ReaderWord } from '../reader/words.ts';
import { CAPITAL, LOWER, NUMBER, SIGN, UPPER } from '../reader/words.ts';

/** How many rows of weights there are; a feature's row is its hash. */
export const ROWS = 1 << 16;

const mix = (seed: number, value: number): number => {
  let hash = Math.imul(seed ^ value, 0x9e3779b1);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x85ebca77);
};

const rowOf = (hash: number): number => (hash ^ (hash >>> 13)) & (ROWS - 1);

const EDGE = hashOf('<edge>');
const NAME = hashOf('<name>');
const UNKNOWN = hashOf('<unknown>');
const LINE = hashOf('<line>');
const FIGURES = hashOf('<number>');

const isNameLike = ({ shape, band, level }: KnownWord): boolean =>
  (shape === CAPITAL || shape === UPPER) && band > 1 && level !== 1;

/** A neighbour in few words: itself, or what kind of word it looks like. */
const gistOf = (known: KnownWord): number => {
  if (known.shape === NUMBER) return /^\d+$/.test(known.key) ? FIGURES : known.marks.whole;
  if (isNameLike(known)) return NAME;
  if (known.shape !== SIGN && known.shape !== LOWER && known.level === 0) return UNKNOWN;
  return known.marks.whole;
};

/** Words that cannot be part of a name are not judged: signs, numbers, everyday words in small letters. */
export const mayBeName = ({ known: { shape, band, level, key } }: ReaderWord): boolean => {
  if (shape === SIGN || shape === NUMBER) return false;
  if (shape !== LOWER) return key.length > 1 || shape === CAPITAL;
  return key.length > 1 && (level === 0 || (band > 1 && level > 1));
};

const NEAR = 7;

/** What is worked out once for all words of a text. */
export interface Scene {
  readonly words: readonly ReaderWord[];
  readonly figures: readonly number[];
  readonly gists: Int32Array;
  /** For each word the places of the words round it that are no signs: the last before, the next behind. */
  readonly isShouted: boolean;
}

export const sceneOf = (words: readonly ReaderWord[], figures: readonly number[]): Scene => {
  const gists = new Int32Array(words.length);
  let upper = 0;
  let lower = 0;
  for (let at = 0; at < words.length; at += 1) {
    const { known } = words[at]!;
    gists[at] = gistOf(known);
    if (known.shape === UPPER) upper += 1;
    else if (known.shape === LOWER) lower += 1;
  }
  return { words, figures, gists, isShouted: upper > 2 && upper > 2 * lower };
};

/** Whether a word opens a sentence or a line. */
export const startsSentence = (
  words: readonly {
    readonly known: Pick<KnownWord, 'key' | 'shape'>;
    readonly gap: number;
  }[],
  at: number,
): boolean => {
  for (let before = at - 1; before >= 0; before -= 1) {
    if (words[before + 1]!.gap === 2) return true;
    const { shape, key } = words[before]!.known;
    if (shape !== SIGN) return false;
    if (/[.!?:]/.test(key)) return true;
  }
  return true;
};

/** Writes the rows of one word's features into `rows` and answers how many there are. */
export const featuresAt = (scene: Scene, at: number, rows: Int32Array): number => {
  const { words, figures, gists, isShouted } = scene;
  const word = words[at]!;
  const { shape, band, level, marks } = word.known;
  let count = 0;
  const add = (kind: number, first: number, second = 0): void => {
    rows[count] = rowOf(mix(mix(kind, first), second));
    count += 1;
  };
  const opens = startsSentence(words, at) ? 1 : 0;
  const setting = word.setting === 'plain' ? 0 : word.setting === 'hashtag' ? 1 : 2;
  const look = ((shape * 5 + band) * 5 + level) * 2 + opens;
  const own = marks.whole;
  add(1, look, isShouted ? 1 : 0);
  add(2, own, shape);
  add(3, figures[at]!, band);
  add(4, setting, look);
  add(5, word.gap, shape);
  if (band === 0 || level > 0) {
    add(6, marks.lastTwo);
    add(7, marks.lastThree);
    add(8, marks.firstThree);
  }
  const gist = (offset: number): number => {
    const other = at + offset;
    if (other < 0 || other >= words.length) return EDGE;
    const line = offset < 0 ? words[other + 1]!.gap === 2 : words[other]!.gap === 2;
    return line ? mix(LINE, gists[other]!) : gists[other]!;
  };
  const [b1, b2, b3, a1, a2, a3] = [gist(-1), gist(-2), gist(-3), gist(1), gist(2), gist(3)];
  add(10, b1, look);
  add(11, b1);
  add(12, b2, b1);
  add(13, b3, mix(b2, b1));
  add(14, a1, look);
  add(15, a1);
  add(16, a1, a2);
  add(17, a1, mix(a2, a3));
  add(18, b1, a1);
  add(19, b2);
  add(20, a2);
  add(21, own, b1);
  add(22, own, a1);
  const next = words[at + 1];
  if (next) add(23, (next.known.shape * 5 + next.known.band) * 5 + next.known.level, look);
  const before = words[at - 1];
  if (before) add(24, (before.known.shape * 5 + before.known.band) * 5 + before.known.level, look);
  const isListed = band > 0 ? 1 : 0;
  for (let other = Math.max(0, at - NEAR); other <= at + NEAR && other < words.length; other += 1) {
    if (other === at || words[other]!.known.shape === SIGN) continue;
    add(30, gists[other]!, isListed);
  }
  return count;
};

/** The most features a word has. */
export const MOST_FEATURES = 24 + 2 * NEAR;
