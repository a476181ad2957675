import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pattern } from './pattern.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['-][\p{L}\p{N}]+)*/gu;
const NAME = /(?<![\p{L}\p{N}@#’])\p{Lu}\p{Ll}+(?![\p{L}\p{N}])/gu;
const ANY_CASE = /(?<sign>[^\p{L}\p{N}'])?(?:year|\p{Lu})\d?(?=[^\p{L}]|$)/giu;
const PICTURE = /^\s*(?:[!?.…]|\p{Extended_Pictographic}|[👏🌱\u{1F3FB}-\u{1F3FF}]|$)/gu;

const found = (text: string, matches: Iterable<RegExpExecArray>) =>
  [...matches].map(({ 0: match, index, groups }) => ({
    match,
    index,
    groups: { ...groups },
    text,
  }));

describe('pattern', () => {
  it.each([WORD, NAME, ANY_CASE, PICTURE])('finds what %s finds', (expression) => {
    const made = pattern(expression);
    const unit = fc.constantFrom(
      ...["Josh's Year 4-B_ @#!?.\n\\]", 'éÉßſK٣Ⅷ', '’£…→ⓐ²➀', 'Zoe\u0308'].flatMap((some) => [
        ...some,
      ]),
      ...['🌱', '👏🏽', '🄀', '🯰', '\ud83c', '\udc00'],
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        expect(found(text, made.matchAll(text))).toEqual(found(text, text.matchAll(expression)));
      }),
    );
  });

  it('takes every letter, digit and mark beyond ASCII for what it is', () => {
    const made = pattern(/[\p{L}\p{N}\p{M}]/u);
    const missed: string[] = [];
    for (let point = 0; point <= 0x10ffff; point += 1) {
      const character = String.fromCodePoint(point);
      if (made.test(character) !== /[\p{L}\p{N}\p{M}]/u.test(character)) missed.push(character);
    }
    expect(missed).toEqual([]);
  });

  it('answers a search again and again, whatever its flags', () => {
    const made = pattern(/\p{Lu}/gu);
    expect('Ada, Éva'.replace(made.fit('Ada, Éva'), '_')).toBe('_da, _va');
    expect('Ada'.replace(made.fit('Ada'), '_')).toBe('_da');
  });
});
