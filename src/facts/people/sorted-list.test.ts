import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import givenNames from '../data/given-names.txt?raw';
import ordinaryWords from '../data/ordinary-words.txt?raw';
import { sortedList } from './sorted-list.ts';

const word = fc.stringMatching(/^[a-z]{1,6}$/u);

describe('sortedList', () => {
  it('finds what a map of the same lines finds, before and after it is indexed', () => {
    fc.assert(
      fc.property(fc.dictionary(word, fc.integer({ min: 1, max: 9 })), word, (digits, other) => {
        const lines = Object.entries(digits).map(([key, digit]) => `${key}${digit}`);
        const find = sortedList(`# A header\n${lines.sort().join('\n')}\n`);
        const asked = [...Object.keys(digits), other];
        const expected = asked.map((key) => digits[key] ?? 0);
        expect(asked.map(find)).toEqual(expected);
        for (let times = 0; times < 1600; times += 1) find(other);
        expect(asked.map(find)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['given-names', givenNames],
    ['ordinary-words', ordinaryWords],
  ])('%s is sorted by code unit', (_name, text) => {
    const lines = text
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('#'));
    expect(lines.toSorted()).toEqual(lines);
  });
});
