import { describe, expect, it } from 'vitest';
import type { Post } from '../core/post.ts';
import { fingerprintOf } from './fingerprint.ts';

const post = (text: string, rest: Partial<Post> = {}): Post => ({
  id: 'p',
  text,
  origin: { file: 'queue.csv', line: 1, record: 1 },
  at: { kind: 'now' },
  media: [],
  ...rest,
});

const BULBS = 'Year 4 planted forty bulbs.';

describe('the fingerprint of a post', () => {
  it('is the same for ever', () => {
    expect(fingerprintOf(post(BULBS))).toBe('df01662571777f25');
  });

  it.each<[string, Post]>([
    ['another file and line', post(BULBS, { origin: { file: 'b', line: 9, record: 9 } })],
    ['another time', post(BULBS, { at: { kind: 'instant', epochMs: 1 } })],
    ['another account', post(BULBS, { account: 'personal' })],
    ['another id', post(BULBS, { id: 'q' })],
    ['the line breaks of another system', post('Year 4 planted\r\nforty bulbs. ')],
    ['a picture without words', post(BULBS, { media: [{ file: 'b.jpg' }] })],
  ])('does not depend on %s', (_, other) => {
    expect(fingerprintOf(other)).toBe(fingerprintOf(post(BULBS)));
  });

  it.each<[string, Post]>([
    ['a word', post('Year 5 planted forty bulbs.')],
    ['a capital', post('year 4 planted forty bulbs.')],
    ['a sign', post('Year 4 planted forty bulbs!')],
    ['an alt text', post(BULBS, { media: [{ alt: 'Bulbs' }] })],
  ])('changes with %s', (_, other) => {
    expect(fingerprintOf(other)).not.toBe(fingerprintOf(post(BULBS)));
  });

  it('keeps text and alt text apart, and survives half an emoji', () => {
    const split = fingerprintOf(post('a', { media: [{ alt: 'b' }] }));
    expect(split).not.toBe(fingerprintOf(post('a b')));
    expect(fingerprintOf(post('\ud83d'))).not.toBe(fingerprintOf(post('\ud83c')));
  });
});
