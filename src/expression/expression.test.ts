import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression } from './expression.ts';
import { readExpression } from './expression.ts';
import { isRefusal } from './node.ts';

const PLAIN = { ignoreCase: true, wholeWords: false };

const engineOf = (source: string): string => {
  const read = readExpression(source, PLAIN);
  return isRefusal(read) ? `refused: ${read.refused}` : read.engine;
};

const accepted = (source: string, options = PLAIN): Expression => {
  const read = readExpression(source, options);
  if (isRefusal(read)) throw new Error(`${source}: ${read.refused}`);
  return read;
};

const found = (source: string, text: string, options = PLAIN): readonly string[] =>
  accepted(source, options)
    .spans(text, 100)
    .map(({ start, end }) => text.slice(start, end));

/** Expressions of a few signs, so that choices overlap and repeats nest. */
const sources = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    fc.constantFrom('a', 'b', '.', 'é', '[ab]', '[^a]', '\\w', '\\s', '^', '$', '\\b', '\\B', '😀'),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((items) => items.join('')),
    fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map((all) => `(?:${all.join('|')})`),
    fc
      .tuple(
        tie('node'),
        fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{2,}', '{0,2}', '{0,}'),
        fc.constantFrom('', '?'),
      )
      .map(([inner, times, lazy]) => `(?:${inner})${times}${lazy}`),
  ),
})).node;

const texts = fc
  .array(fc.constantFrom('a', 'A', 'b', ' ', '\n', 'é', 'É', '😀', '!', 'ſ'), { maxLength: 12 })
  .map((signs) => signs.join(''));

describe('a school’s own expression', () => {
  it.each(['\\b(?:lol|omg)\\b', '[A-Z]{2}\\d{6}', 'hello world', 'a\\+b|c', '\\p{Lu}\\d'])(
    'runs natively where that is proven harmless: %s',
    (source) => {
      expect(engineOf(source)).toBe('native');
    },
  );

  it.each(['a+b', '\\s+$', '.*x', '(?:a?){30}a{30}', '\\d{5,50}x', '(?:\\b\\w+)+!', '\\w+@'])(
    'runs side by side where the search could go quadratic or the proof is too long: %s',
    (source) => {
      expect(engineOf(source)).toBe('threads');
    },
  );

  it.each([
    ['x(a+)+$', '(a+)+ repeats what repeats already'],
    ['(?:\\w+\\s?)+!', '(?:\\w+\\s?)+ repeats what repeats already'],
    ['b(?:(a|aa)*c)*', '(a|aa)* repeats what repeats already'],
    ['(k|\u212A)+b', '(k|\u212A)+ repeats what repeats already'],
    ['(a)\\1', '\\1 at character 4 asks for what an earlier group matched'],
    ['(?<x>a)\\k<x>', '\\k at character 8 asks for what an earlier group matched'],
    ['(?<!a)b', '(?<! at character 1 looks at what stands beside'],
    ['a(b', 'the bracket ( at character 2 is never closed'],
    ['a)', 'the bracket ) at character 2 closes nothing'],
    ['[a', 'the bracket [ at character 1 is never closed'],
    ['+44', '+ at character 1 has nothing before it to repeat'],
    ['a\\@b', '\\@ at character 2 means nothing: @ needs no backslash'],
    ['a\\', '\\  at character 2 means nothing: write \\\\'],
    ['a{5,1}', '{5,1} asks for more at least than at most'],
    ['a{1,5000}', '{1,5000} repeats too often: 1000 times is the most'],
    ['(?:a{1,99}){1,99}', 'its repeats ask for too much'],
    ['a*', 'it also matches no words at all'],
    ['[z-a]', 'it is no regular expression'],
    ['\\p{Nothing}', 'it is no regular expression'],
    ['a'.repeat(1_001), 'it may have 1000 characters at most'],
    [`${'('.repeat(60)}a${')'.repeat(60)}`, 'its groups stand too deep'],
  ])('is refused with a reason: %s', (source, reason) => {
    expect(engineOf(source)).toContain(`refused: ${reason}`);
  });

  it('finds what the engine of the language would find', () => {
    fc.assert(
      fc.property(sources, texts, fc.boolean(), (source, text, ignoreCase) => {
        const read = readExpression(source, { ignoreCase, wholeWords: false });
        fc.pre(!isRefusal(read));
        const native = [...text.matchAll(new RegExp(source, ignoreCase ? 'giu' : 'gu'))];
        expect(read.spans(text, 100)).toEqual(
          native.map(({ 0: words, index }) => ({ start: index, end: index + words.length })),
        );
      }),
      { numRuns: 400 },
    );
  });

  it.each(['lo+l', 'lol'])('asks for whole words of any script: %s', (source) => {
    const whole = { ignoreCase: true, wholeWords: true };
    expect(found(source, 'lol, lollipop; ÉLOL lolé LOL', whole)).toEqual(['lol', 'LOL']);
  });

  it('tells small letters from capitals where asked to', () => {
    expect(found('PE+', 'pe PE PEE', { ignoreCase: false, wholeWords: false })).toEqual([
      'PE',
      'PEE',
    ]);
  });

  it('finds no more than is asked for', () => {
    expect(accepted('a').spans('aaaa', 2)).toHaveLength(2);
    expect(accepted('ba?').spans('bbbb', 3)).toHaveLength(3);
  });

  it.each([
    'a+b',
    '\\s+$',
    '(?:a?){30}a{30}b',
    '(?:.*a){12}b',
    '.*.*.*=.*',
    'a{1,150}b',
    '(?:\\ba+)+!',
    '[^]*[^]*x',
  ])('comes to an end on long hostile texts: %s', (source) => {
    const expression = accepted(source);
    for (const text of ['a'.repeat(100_000), `${' '.repeat(100_000)}x`, 'a '.repeat(50_000)]) {
      expect(expression.spans(text, 12).length).toBeLessThanOrEqual(12);
    }
  });
});
