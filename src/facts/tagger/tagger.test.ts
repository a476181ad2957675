import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import weights from './data/tagger.txt?raw';
import { knownWords } from '../reader/known-words.ts';
import { readerWords } from '../reader/words.ts';
import { MOST_FEATURES, ROWS, featuresAt, sceneOf } from './features.ts';
import { MOST_STEPS, TAGS, ZERO, tag } from './tagger.ts';

const chancesOf = (text: string) => {
  const words = readerWords(text);
  return tag(words, knownWords(words));
};

const likeliest = (text: string): readonly string[] => {
  const words = readerWords(text);
  return tag(words, knownWords(words)).flatMap((chances, at) =>
    chances ? [`${words[at]!.known.key}: ${TAGS[chances.indexOf(Math.max(...chances))]}`] : [],
  );
};

describe('the weights', () => {
  it('are whole and within their steps', () => {
    const body = weights.slice(weights.length - 1 - ROWS * TAGS.length, -1);
    expect(body).toHaveLength(ROWS * TAGS.length);
    expect(weights.at(-body.length - 2)).toBe('\n');
    const steps = Array.from(body, (letter) => Math.abs(letter.charCodeAt(0) - ZERO));
    expect(Math.max(...new Set(steps))).toBeLessThanOrEqual(MOST_STEPS);
  });
});

describe('tag', () => {
  it('tells children from others and from nobody', () => {
    expect(likeliest('Well done Zainab, and thank you Mrs Okafor')).toEqual([
      'well: word',
      'zainab: child',
      'mrs: staff',
      'okafor: staff',
    ]);
  });

  it('gives chances that add up to one, for words that may be names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const chances of chancesOf(text)) {
          if (chances) expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 4);
        }
      }),
    );
  });

  it('has room for all features of a word', () => {
    const words = readerWords(Array.from({ length: 40 }, (_, at) => `Word${at}`).join(' '));
    const scene = sceneOf(words, knownWords(words));
    const rows = new Int32Array(MOST_FEATURES + 10);
    const counts = words.map((_, at) => featuresAt(scene, at, rows));
    expect(Math.max(...counts)).toBeLessThanOrEqual(MOST_FEATURES);
  });
});
