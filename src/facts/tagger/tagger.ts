import weights from './data/tagger.txt?raw';
import type { ReaderWord } from '../reader/words.ts';
import { MOST_FEATURES, ROWS, featuresAt, mayBeName, sceneOf } from './features.ts';

/** Whose name a word may be; `word` is nobody's. */
export const TAGS = [
  'word',
  'child',
  'staff',
  'parent',
  'other-adult',
  'public',
  'historical',
  'fictional',
  'initials',
] as const;

/** A weight is a letter of the file: so many steps from this one. */
export const ZERO = 80;
export const MOST_STEPS = 45;
export const STEPS_TO_ONE = 10;

const WEIGHTS = ROWS * TAGS.length;
const FIRST = weights.length - 1 - WEIGHTS;

const rows = new Int32Array(MOST_FEATURES);
const sums = new Int32Array(TAGS.length);

/** So many texts are read from the letters themselves before a table of them is worth making. */
const TEXTS_BEFORE_TABLE = 8;
let texts = 0;
let table: Int8Array | undefined;

const tableOf = (): Int8Array =>
  Int8Array.from({ length: WEIGHTS }, (_, at) => weights.charCodeAt(FIRST + at) - ZERO);

/** Adds a row of weights to the sums. */
const addRow = (row: number): void => {
  const from = row * TAGS.length;
  if (table) {
    for (let tag = 0; tag < sums.length; tag += 1) sums[tag]! += table[from + tag]!;
  } else {
    for (let tag = 0; tag < sums.length; tag += 1) {
      sums[tag]! += weights.charCodeAt(FIRST + from + tag) - ZERO;
    }
  }
};

/** Turns sums into probabilities, in place. */
export const toProbabilities = (sums: Float32Array): Float32Array => {
  let most = -Infinity;
  for (const sum of sums) most = Math.max(most, sum);
  let total = 0;
  for (let tag = 0; tag < sums.length; tag += 1) {
    sums[tag] = Math.exp(sums[tag]! - most);
    total += sums[tag]!;
  }
  for (let tag = 0; tag < sums.length; tag += 1) sums[tag]! /= total;
  return sums;
};

/** For each word how probable each tag is; undefined for words that are no part of any name. */
export const tag = (
  words: readonly ReaderWord[],
  figures: readonly number[],
): readonly (Float32Array | undefined)[] => {
  texts += 1;
  if (texts > TEXTS_BEFORE_TABLE) table ??= tableOf();
  const scene = sceneOf(words, figures);
  return words.map((word, at) => {
    if (!mayBeName(word)) return undefined;
    sums.fill(0);
    const count = featuresAt(scene, at, rows);
    for (let feature = 0; feature < count; feature += 1) addRow(rows[feature]!);
    const chances = new Float32Array(TAGS.length);
    for (let tag = 0; tag < sums.length; tag += 1) chances[tag] = sums[tag]! / STEPS_TO_ONE;
    return toProbabilities(chances);
  });
};
