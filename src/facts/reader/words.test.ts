import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readerWords } from './words.ts';

describe('readerWords', () => {
  it('cuts tags into what they are made of and leaves an address whole', () => {
    const text = 'Well done, Zoë! #TeamZara @josh_smith https://oakfield.example/x';
    expect(
      readerWords(text).map(({ span, known: { key }, setting }) => [
        text.slice(span.start, span.end),
        key,
        setting,
      ]),
    ).toEqual([
      ['Well', 'well', 'plain'],
      ['done', 'done', 'plain'],
      [',', ',', 'plain'],
      ['Zoë', 'zoe', 'plain'],
      ['!', '!', 'plain'],
      ['#', '#', 'hashtag'],
      ['Team', 'team', 'hashtag'],
      ['Zara', 'zara', 'hashtag'],
      ['@', '@', 'handle'],
      ['josh', 'josh', 'handle'],
      ['smith', 'smith', 'handle'],
      ['https://oakfield.example/x', 'http', 'plain'],
    ]);
  });

  it('gives spans in order, apart and within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let end = 0;
        for (const { span } of readerWords(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          end = span.end;
        }
      }),
    );
  });
});
