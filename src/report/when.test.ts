import { describe, expect, it } from 'vitest';
import { dateInWords, isIsoTime, timeInWords } from './when.ts';

describe('timeInWords', () => {
  it.each([
    ['2026-11-23T17:42:00+00:00', 'Mon 23 Nov 2026, 17:42'],
    ['2026-06-05T08:00:00+01:00', 'Fri 5 Jun 2026, 08:00'],
    ['2024-02-29T23:59:59.999Z', 'Thu 29 Feb 2024, 23:59'],
    ['soon', 'soon'],
  ])('%s', (iso, words) => {
    expect(timeInWords(iso)).toBe(words);
  });
});

describe('dateInWords', () => {
  it.each([
    ['2018-09-11', '11 Sep 2018'],
    ['2019-09', 'Sep 2019'],
    ['2019', '2019'],
    ['last year', 'last year'],
  ])('%s', (iso, words) => {
    expect(dateInWords(iso)).toBe(words);
  });
});

it('tells a time with its offset from other text', () => {
  expect(['2026-11-23T17:42:00Z', '2026-11-23', 'at 17:42'].map(isIsoTime)).toEqual([
    true,
    false,
    false,
  ]);
});
