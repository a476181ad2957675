import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unmark } from '../core/marks.ts';
import { frame, quoted } from './frame.ts';
import { PLAIN } from './options.ts';

const draw = (marked: string, width: number, isGuess = false): string => {
  const { text, spans } = unmark(marked);
  const marks = spans.map((span) => ({ ...span, severity: 'error' as const, isGuess }));
  return `\n${frame([{ text, marks, masks: [], title: 'draft.txt:3:1', firstNumber: 3 }], width, PLAIN).join('\n')}\n`;
};

/** Signs whose columns are known beforehand. */
const SIGNS = [
  ...[...'abc XYZ.,#@é'].map((sign) => [sign, 1] as const),
  ...['e\u0301', 'n\u0303', '❤', 'ب', 'ש'].map((sign) => [sign, 1] as const),
  ...['日', '語', '한', 'Ａ', '🎉', '👨‍👩‍👧‍👦', '👩🏽‍🚀', '🇬🇧', '❤️', '1️⃣', '🏴󠁧󠁢󠁷󠁬󠁳󠁿'].map(
    (sign) => [sign, 2] as const,
  ),
  ['\x1b', 1] as const,
  ['\u202e', 8] as const,
  ['\t', 4] as const,
];
const run = fc.array(fc.constantFrom(...SIGNS), { maxLength: 12 });
const textOf = (signs: readonly (readonly [string, number])[]): string =>
  signs.map(([sign]) => sign).join('');
const columnsOf = (signs: readonly (readonly [string, number])[]): number =>
  signs.reduce((sum, [, width]) => sum + width, 0);

describe('frame', () => {
  it('shows a line with its number and a mark under the words', () => {
    expect(draw('Thanks to ⟦@AshgroveSchool⟧ and ⟦@StBedes⟧', 60)).toMatchInlineSnapshot(`
      "
         ╭─ draft.txt:3:1
       3 │ Thanks to @AshgroveSchool and @StBedes
         │           ━━━━━━━━━━━━━━━     ━━━━━━━━
         ╰─
      "
    `);
  });

  it('shows lines that carry marks, and where lines are missing', () => {
    expect(draw('Morning all!\nThanks to ⟦@Ashgrove⟧\n\nand cake\nfor ⟦@StBedes⟧', 60))
      .toMatchInlineSnapshot(`
      "
         ╭─ draft.txt:3:1
       4 │ Thanks to @Ashgrove
         │           ━━━━━━━━━
       · │
       7 │ for @StBedes
         │     ━━━━━━━━
         ╰─
      "
    `);
  });

  it('follows a mark over several lines', () => {
    expect(draw('It was ⟦cold\r\n\r\nand wet⟧ today', 60)).toMatchInlineSnapshot(`
      "
         ╭─ draft.txt:3:1
       3 │ It was cold
         │        ━━━━
       · │
       5 │ and wet today
         │ ━━━━━━━
         ╰─
      "
    `);
  });

  it('cuts a long line round its mark, at spaces', () => {
    const before = 'the sun shone, the cakes were good, everybody came home muddy ';
    expect(draw(`${before}thanks to ⟦@Ashgrove⟧ for ${before}`, 50)).toMatchInlineSnapshot(`
      "
         ╭─ draft.txt:3:1
       3 │ …muddy thanks to @Ashgrove for the sun…
         │                  ━━━━━━━━━
         ╰─
      "
    `);
  });

  it('shows a second window for a mark further along', () => {
    expect(draw(`⟦@Ashgrove⟧ ${'and then we ran about '.repeat(4)}with ⟦@StBedes⟧`, 50))
      .toMatchInlineSnapshot(`
      "
         ╭─ draft.txt:3:1
       3 │ @Ashgrove and then we ran about and then…
         │ ━━━━━━━━━
       3 │ …about and then we ran about with @StBedes
         │                                   ━━━━━━━━
         ╰─
      "
    `);
  });

  it('marks a guess with dots', () => {
    expect(draw('Well done ⟦Rose⟧', 60, true)).toMatchInlineSnapshot(`
      "
         ╭─ draft.txt:3:1
       3 │ Well done Rose
         │           ┅┅┅┅
         ╰─
      "
    `);
  });

  it('shows where something is missing at the end', () => {
    expect(draw('See you there⟦⟧', 60)).toMatchInlineSnapshot(`
      "
         ╭─ draft.txt:3:1
       3 │ See you there
         │              ━
         ╰─
      "
    `);
  });

  it('says how many places it leaves out', () => {
    expect(draw('⟦@a⟧\n'.repeat(9), 60)).toMatchInlineSnapshot(`
      "
         ╭─ draft.txt:3:1
       3 │ @a
         │ ━━
       4 │ @a
         │ ━━
       5 │ @a
         │ ━━
       6 │ @a
         │ ━━
       7 │ @a
         │ ━━
       8 │ @a
         │ ━━
       · │ and 3 more places
         ╰─
      "
    `);
  });

  it('is empty for an empty text', () => {
    expect(frame([{ text: ' \n', marks: [], masks: [], title: '' }], 60, PLAIN)).toEqual([]);
  });

  it('puts marks under the columns of their words, whatever is written', () => {
    fc.assert(
      fc.property(
        run,
        run.filter((signs) => signs.length > 0),
        run,
        (before, marked, after) => {
          const text = `${textOf(before)}|${textOf(marked)}|${textOf(after)}`;
          const start = textOf(before).length + 1;
          const mark = {
            start,
            end: start + textOf(marked).length,
            severity: 'info',
            isGuess: false,
          } as const;
          const [, under] = quoted({ text, marks: [mark] }, 400, PLAIN);
          expect(under).toBe(
            `   │ ${' '.repeat(columnsOf(before) + 1)}${'━'.repeat(columnsOf(marked))}`,
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});
