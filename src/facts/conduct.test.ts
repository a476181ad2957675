import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedEncoder } from '../../test/support/encoder.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import type { Document, Tools } from '../document/document.ts';
import { createDocument } from '../document/document.ts';
import { CONDUCTS } from './conduct/heads.ts';
import { orRead } from './conduct.ts';

const readWith = (text: string, tools: Partial<Tools>): Document =>
  createDocument(
    { id: '', text, origin: { file: '', line: 1, record: 1 }, at: { kind: 'now' }, media: [] },
    UNKNOWN_SCHOOL,
    { twitter: null, encoder: shippedEncoder(), readsConduct: true, ...tools },
  );

/** What is read of a text as a whole, and the sentence that says so. */
const conductsIn = (text: string, tools: Partial<Tools> = {}): Readonly<Record<string, string>> => {
  const document = readWith(text, tools);
  return Object.fromEntries(
    CONDUCTS.flatMap((conduct) =>
      orRead<{ part: Document['body'] }>(document, [], conduct).map((found) => [
        conduct,
        'span' in found ? document.body.text.slice(found.span.start, found.span.end).trim() : '',
      ]),
    ),
  );
};

const CHAIN = 'Photos on Friday. Copy this to ten friends tonight or your luck runs out!';
const PLAIN = 'Year 4 built a castle of cardboard tubes today, and it stands in the entrance.';

describe('conduct', () => {
  it('is read of a whole post, with the sentence that says so most', () => {
    expect(conductsIn(CHAIN)).toEqual({
      chain: 'Copy this to ten friends tonight or your luck runs out!',
    });
  });

  it('is not read into an ordinary post', () => {
    expect(conductsIn(PLAIN)).toEqual({});
  });

  it('is not read without the encoder', () => {
    expect(conductsIn(CHAIN, { encoder: null })).toEqual({});
  });

  it('stands back where a phrase says it already', () => {
    const document = readWith(CHAIN, {});
    const phrase = { part: document.body, span: { start: 0, end: 6 } };
    expect(orRead(document, [phrase], 'chain')).toEqual([phrase]);
  });

  it('points into the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (noise) => {
        const document = readWith(`${noise} ${CHAIN} ${noise}`, {});
        for (const found of orRead<{ part: Document['body'] }>(document, [], ...CONDUCTS)) {
          if (!('span' in found)) continue;
          const { start, end } = found.span;
          expect([0 <= start, start < end, end <= document.body.text.length]).toEqual([
            true,
            true,
            true,
          ]);
        }
      }),
      { numRuns: 25 },
    );
  });
});
