import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judged } from '../../test/support/oakfield-report.ts';
import { bytePlaces, utf8Length } from './byte-places.ts';

const encoder = new TextEncoder();

const postOf = (text: string, origin: object = {}) =>
  judged('', { post: { text, origin: { file: 'a', line: 1, record: 1, textLine: 1, ...origin } } })
    .post;

describe('utf8Length', () => {
  it('is that of the encoded text, half pairs counted as what replaces them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8Length(text)).toBe(encoder.encode(text).length);
      }),
    );
  });
});

describe('bytePlaces', () => {
  it.each<[string, string, object, object]>([
    ['a', '', {}, { line: 1, column: 1 }],
    ['£5 ', '', {}, { line: 1, column: 5 }],
    ['🎉é’', '', {}, { line: 1, column: 10 }],
    ['Sports day 🎉\r\nüb', '', { textLine: 7 }, { line: 8, column: 4 }],
    ['say "hi" ', '', { textColumn: 12, doublesQuotes: true }, { line: 1 }],
    ['one\nsay "hi" ', '', { textColumn: 12, doublesQuotes: true }, { line: 2, column: 12 }],
    ['one\nsay "hi" ', '', {}, { line: 2, column: 10 }],
  ])('finds where %j ends', (before, _, origin, place) => {
    const text = before === 'a' ? before : `${before}x`;
    expect(bytePlaces(postOf(text, origin))(text.length - 1)).toEqual(place);
  });

  it('counts the file as an encoder writes it, in whatever order it is asked', () => {
    const words = fc.array(fc.constantFrom('a', '"', 'é', '’', '🎉', '\n'), { maxLength: 20 });
    fc.assert(
      fc.property(words, fc.array(fc.nat(20)), fc.boolean(), (pieces, asked, isQuoted) => {
        const text = pieces.join('');
        const placeAt = bytePlaces(postOf(text, isQuoted ? { doublesQuotes: true } : {}));
        for (const index of asked) {
          const before = pieces.slice(0, index).join('');
          const written = isQuoted ? before.replaceAll('"', '""') : before;
          const lines = written.split('\n');
          expect(placeAt(before.length)).toEqual({
            line: lines.length,
            column: encoder.encode(lines.at(-1)).length + 1,
          });
        }
      }),
    );
  });
});
