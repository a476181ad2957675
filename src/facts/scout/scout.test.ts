import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownWords } from '../reader/known-words.ts';
import { readerWords } from '../reader/words.ts';
import { createScout } from './scout.ts';
import { SIZE, readWeights } from './weights.ts';

const scout = createScout();

const read = (text: string) => {
  const words = readerWords(text);
  return { words, ...scout.read(words, knownWords(words), () => true) };
};

const childIn = (text: string, key: string): number => {
  const { words, who } = read(text);
  const labels = who[words.findIndex(({ known }) => known.key === key)]!;
  return labels[1]! + labels[2]!;
};

describe('the weights', () => {
  it('fit each other', () => {
    const { rows, row, dense, near } = readWeights();
    expect(row(rows - 1)).toHaveLength(SIZE);
    expect(Math.max(...row(rows - 1).map(Math.abs))).toBeLessThanOrEqual(45);
    for (const one of near) expect(one).toHaveLength(7 * SIZE);
    for (const { size, columns, weights, scales, bias } of dense.values()) {
      expect([weights.length, scales.length, bias.length]).toEqual([
        size * columns,
        columns,
        columns,
      ]);
      expect(weights.every((weight) => Math.abs(weight) <= 45)).toBe(true);
    }
  });
});

describe('createScout', () => {
  it('tells children from others and from nobody', () => {
    const text = 'Well done Zainab in Year 4, and thank you Mrs Okafor for the lovely cakes!';
    expect(childIn(text, 'zainab')).toBeGreaterThan(0.9);
    expect(childIn(text, 'okafor')).toBeLessThan(0.1);
    expect(childIn(text, 'lovely')).toBeLessThan(0.01);
  });

  it('reads a text alike whatever it read before', () => {
    const text = 'Star of the week is Rowan for kindness';
    const before = read(text);
    read('A long post about the weather. '.repeat(20));
    expect(read(text)).toEqual(before);
  });

  it('gives chances for whatever text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { who, aim, deeds } = read(text);
        for (const labels of who) {
          expect(labels!.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 4);
        }
        for (const one of [aim, ...deeds]) {
          expect(one).toBeGreaterThanOrEqual(0);
          expect(one).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('reads no more of an endless text than the encoder would', () => {
    const { who } = read('word '.repeat(5000));
    expect(who.findLastIndex((one) => one !== undefined)).toBe(1439);
  });
});
