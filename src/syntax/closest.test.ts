import { describe, expect, it } from 'vitest';
import { didYouMean, findClosest } from './closest.ts';

const KNOWN = ['person-named', 'posting-window', 'mention', 'reply', 'severity', 'at'];

describe('the word that was meant', () => {
  it.each([
    ['mentoin', 'mention'],
    ['Mention', 'mention'],
    ['personNamed', 'person-named'],
    ['posting_window', 'posting-window'],
    ['postng-windows', 'posting-window'],
    ['severty', 'severity'],
    ['AT', 'at'],
  ])('%s is %s', (word, meant) => {
    expect(findClosest(word, KNOWN)).toBe(meant);
  });

  it.each(['colour', 'x', '', 'xy', 'constructor', 'm'.repeat(100_000)])(
    'nothing is near %.20s',
    (word) => {
      expect(didYouMean(word, KNOWN)).toBe('');
    },
  );
});
