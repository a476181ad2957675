import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8Of } from './utf8.ts';

describe('UTF-8', () => {
  it('is what Node writes', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
        (text) => {
          expect(Buffer.compare(utf8Of(text), Buffer.from(text, 'utf8'))).toBe(0);
        },
      ),
    );
    for (const text of ['\ud83d', '\udc00x', '\uffff', '😀']) {
      expect([...utf8Of(text)]).toEqual([...Buffer.from(text, 'utf8')]);
    }
  });
});
