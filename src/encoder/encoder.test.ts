import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedEncoder } from '../../test/support/encoder.ts';
import { createEncoder } from './encoder.ts';

const FILE = readFileSync('src/encoder/data/reader.model');
const encoder = shippedEncoder();
const NO_FEATURES = [0, 0, 0, 0];

const piece = (text: string): number => encoder.vocabulary.get(text)!;
const pieces = ['[CLS]', 'well', 'done', 'to', 'year', '4', '[SEP]'].map(piece);

const encode = (places: readonly number[]) =>
  encoder.encode(
    pieces,
    pieces.map(() => NO_FEATURES),
    places,
  );

describe('the shipped weights', () => {
  it('stay under 25 MB', () => {
    expect(FILE.length).toBeLessThan(25e6);
  });

  it('give chances that add up to one', () => {
    const { who, aim } = encode([1, 2, 3]);
    expect(who).toHaveLength(3);
    for (const chances of [...who, aim]) {
      expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 4);
    }
    expect(who[0]).toHaveLength(encoder.labels.length);
    expect(aim).toHaveLength(encoder.aims.length);
  });

  it('give the same again, whatever was read between', () => {
    const all = () => {
      const { states, ...chances } = encode([1, 2]);
      return { ...chances, states: states() };
    };
    const first = all();
    const long = Array.from({ length: encoder.longest }, (_, at) => pieces[at % pieces.length]!);
    encoder.encode(
      long,
      long.map(() => NO_FEATURES),
      [1],
    );
    expect(all()).toEqual(first);
  });
});

describe('a file of weights that cannot be used', () => {
  const changed = (change: (bytes: Uint8Array) => void): Uint8Array => {
    const bytes = Uint8Array.from(FILE);
    change(bytes);
    return bytes;
  };

  it.each([
    ['not-weights', new TextEncoder().encode('{"weights": []}')],
    ['not-weights', new Uint8Array(0)],
    ['cut-short', FILE.subarray(0, 25)],
    ['cut-short', FILE.subarray(0, 5000)],
    ['cut-short', FILE.subarray(0, FILE.length - 1)],
    ['newer', changed((bytes) => (bytes[19] = 2))],
    ['damaged', changed((bytes) => (bytes[100] = 0))],
    ['damaged', changed((bytes) => (bytes[FILE.length >> 1]! ^= 1))],
  ] as const)('is %s', (flaw, bytes) => {
    expect(createEncoder(bytes)).toEqual({ flaw });
  });
});
