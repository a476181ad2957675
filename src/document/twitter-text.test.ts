import fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { mark } from '../core/marks.ts';
import { mayHoldLink } from './twitter.ts';
import { twitterText } from './twitter-text.ts';
import { mostWeight, plainWeight } from './weight.ts';

const marked = (text: string, kind: 'hashtags' | 'mentions' | 'urls'): string =>
  mark(text, twitterText.entities(text)[kind]);

describe('entities', () => {
  it('finds what X links, and nothing inside a link', () => {
    const text =
      'Thanks @AshgroveSchool/staff 🎉 #SportsDay see bbc.co.uk/@x#y or https://hexley.org.uk.';
    expect(marked(text, 'mentions')).toBe(
      text.replace('@AshgroveSchool/staff', '⟦@AshgroveSchool/staff⟧'),
    );
    expect(marked(text, 'hashtags')).toBe(text.replace('#SportsDay', '⟦#SportsDay⟧'));
    expect(marked(text, 'urls')).toBe(
      text
        .replace('bbc.co.uk/@x#y', '⟦bbc.co.uk/@x#y⟧')
        .replace('https://hexley.org.uk', '⟦https://hexley.org.uk⟧'),
    );
  });

  it.each(['office@oakfield.org', 'at 8.30.Then home', 'e.g. this', 'Year 6.Well done'])(
    'finds nothing in: %s',
    (text) => {
      expect(twitterText.entities(text)).toEqual({ hashtags: [], mentions: [], urls: [] });
    },
  );
});

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      'bbc.co.uk',
      'https://',
      't.co/x',
      '.com',
      '.',
      '..',
      '-',
      '/',
      '@',
      '#',
      'a',
      '.世界',
      ' ',
    ],
    ...['.भारत', '😀', '👩‍👧', '🇬🇧', '1️⃣', '👍🏽', 'é', 'e\u0301', '\u0958', '\u0344', '’', '…', '\n'],
    ...['xn--p1ai', '.xn--p1ai', '\u{1D160}', '\uFB2C', '각', '각', '™', '⭐️'],
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.string({ maxLength: 8 }),
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
const RUNS = { numRuns: 2_000 };

describe('cheap bounds', () => {
  it('a text that may hold no link holds none for X', () => {
    fc.assert(
      fc.property(text, (post) => {
        if (!mayHoldLink(post)) expect(twitter.extractUrls(post)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('knows every last part of a domain that X knows', () => {
    const { validGTLD, validCCTLD } = twitter.regexen;
    const parts = `${validGTLD.source}|${validCCTLD.source}`.match(/[\p{L}\p{M}-]{2,}/gu)!;
    expect(parts.length).toBeGreaterThan(1_000);
    expect(parts.filter((part) => !mayHoldLink(`a.${part}`))).toEqual([]);
  });

  it('no text is heavier than its bound', () => {
    fc.assert(
      fc.property(text, (post) => {
        expect(twitter.parseTweet(post).weightedLength).toBeLessThanOrEqual(mostWeight(post));
      }),
      RUNS,
    );
  });
});

describe('weighted length', () => {
  it('is what X counts', () => {
    fc.assert(
      fc.property(text, (post) => {
        fc.pre(!/[\uFFFE\uFEFF\uFFFF]/u.test(post));
        expect(twitterText.length(post)).toBe(twitter.parseTweet(post).weightedLength);
      }),
      RUNS,
    );
  });

  it.each([
    ['Well done 4B', 12],
    ['👩‍👧 🎉', 5],
    ['🇬🇧👍🏽', 4],
    ['Zoe\u0301 – “so” …', 13],
  ])('of a text without links needs no library: %s', (post, weight) => {
    expect(plainWeight(post)).toBe(weight);
    expect(twitterText.length(post)).toBe(weight);
  });

  it.each([
    ['Well done', 4, 4],
    ['Well 🎉 done', 6, 5],
    ['Well 🎉 done', 7, 7],
    ['Zoe\u0301 Zoe\u0301 Zoe\u0301', 4, 5],
    ['see bbc.co.uk/a-long-path-to-the-news-of-the-day end', 29, 50],
    ['see bbc.co.uk/a-long-path-to-the-news-of-the-day end', 26, 4],
    ['\uFEFFabc', 4, 3],
  ])('%s passes %i at %i', (post, max, offset) => {
    expect(twitterText.limit(post, max)).toBe(offset);
  });

  it('what stands before the limit fits, unless a link is cut', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 60 }), (post, max) => {
        const offset = twitterText.limit(post, max);
        if (twitterText.length(post) <= max) expect(offset).toBe(post.length);
        else expect(offset).toBeLessThan(post.length);
        if (!mayHoldLink(post)) {
          expect(twitterText.length(post.slice(0, offset))).toBeLessThanOrEqual(max);
        }
      }),
      RUNS,
    );
  });
});
