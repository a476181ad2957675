import { describe, expect, it } from 'vitest';
import { unmark } from '../core/marks.ts';
import { applyEdits, withoutOverlaps } from './edits.ts';

/** Each ⟦stretch⟧ is replaced by the next of `replacements`. */
const edited = (marked: string, ...replacements: readonly string[]): string => {
  const { text, spans } = unmark(marked);
  return applyEdits(
    text,
    spans.map((span, index) => ({ part: 'text', span, replacement: replacements[index] ?? '' })),
  );
};

describe('applyEdits', () => {
  it.each([
    ['Well done ⟦Josh⟧, a better lesson', ['everyone'], 'Well done everyone, a better lesson'],
    ['Thank you ⟦@HexleyLibrary⟧ for the books', [], 'Thank you for the books'],
    ['⟦@HexleyLibrary⟧ thank you', [], 'thank you'],
    ['A lovely morning ⟦@HexleyLibrary⟧', [], 'A lovely morning'],
    ['A lovely morning with ⟦@HexleyLibrary⟧!', [], 'A lovely morning with!'],
    ['First line\n⟦@HexleyLibrary⟧ second', [], 'First line\nsecond'],
    ['Thanks ⟦@HexleyLibrary⟧ ⟦@HexleyMuseum⟧.', [], 'Thanks.'],
    ['⟦@HexleyLibrary⟧ ⟦@HexleyMuseum⟧ thanks', [], 'thanks'],
    ['Line\n⟦@HexleyLibrary⟧ ⟦@HexleyMuseum⟧\nnext', [], 'Line\n\nnext'],
    ['⟦Ava⟧ and ⟦Kofi⟧ read', ['Year 4', 'Year 5'], 'Year 4 and Year 5 read'],
  ])('%s → %s', (marked, replacements, expected) => {
    expect(edited(marked, ...replacements)).toBe(expected);
  });
});

describe('withoutOverlaps', () => {
  it('keeps the first and longest of edits that touch, part by part', () => {
    const edit = (part: 'text' | 'media[0].alt', start: number, end: number) => ({
      part,
      span: { start, end },
      replacement: 'x',
    });
    expect(
      withoutOverlaps([
        edit('text', 5, 9),
        edit('text', 0, 4),
        edit('text', 0, 7),
        edit('media[0].alt', 2, 3),
        edit('text', 7, 8),
      ]),
    ).toEqual([edit('text', 0, 7), edit('media[0].alt', 2, 3), edit('text', 7, 8)]);
  });
});
