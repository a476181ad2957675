import { describe, expect, it } from 'vitest';
import { unmark } from '../core/marks.ts';
import type { ExcerptMark } from './html-excerpt.ts';
import { excerptHtml } from './html-excerpt.ts';

/** The HTML of a text with ⟦marks⟧; `look` says how each is marked. */
const excerpt = (
  marked: string,
  look: readonly Partial<ExcerptMark>[] = [],
  names: readonly { readonly start: number; readonly end: number }[] = [],
): string => {
  const { text, spans } = unmark(marked);
  const marks = spans.map((span, index) => ({
    ...span,
    severity: 'error' as const,
    isGuess: false,
    number: undefined,
    ...look[index],
  }));
  return excerptHtml(text, marks, names);
};

describe('excerptHtml', () => {
  it.each<[string, readonly Partial<ExcerptMark>[], string]>([
    ['Well done', [], 'Well done'],
    ['Well done ⟦Olwen⟧!', [], 'Well done <mark class="error">Olwen</mark>!'],
    ['⟦@hexley⟧', [{ severity: 'warning' }], '<mark class="warning">@hexley</mark>'],
    ['Is ⟦Rose⟧ out?', [{ isGuess: true }], 'Is <mark class="guess">Rose</mark> out?'],
    [
      '⟦Olwen⟧ and ⟦@hexley⟧',
      [{ number: 1 }, { number: 2, severity: 'info' }],
      '<mark class="error">Olwen</mark><sup>1</sup> and <mark class="info">@hexley</mark><sup>2</sup>',
    ],
    ['⟦<b>⟧ & "x"', [], '<mark class="error">&lt;b&gt;</mark> &amp; &quot;x&quot;'],
    ['a\nb\r\nc\rd', [], 'a<br>b<br>c␍d'],
    ['⟦a\nb⟧', [], '<mark class="error">a<br>b</mark>'],
    ['ends here⟦⟧', [], 'ends her<mark class="error">e</mark>'],
    ['⟦⟧begins here', [], '<mark class="error">b</mark>egins here'],
  ])('%j', (marked, look, html) => {
    expect(excerpt(marked, look)).toBe(html);
  });

  it('shows the worst of marks that overlap, and the number of each', () => {
    const marks: readonly ExcerptMark[] = [
      { start: 0, end: 7, severity: 'warning', isGuess: false, number: 2 },
      { start: 3, end: 5, severity: 'error', isGuess: false, number: 1 },
    ];
    expect(excerptHtml('abcdefg!', marks, [])).toBe(
      '<mark class="warning">abc</mark><mark class="error">de</mark><sup>1</sup><mark class="warning">fg</mark><sup>2</sup>!',
    );
  });

  it('masks names inside marks and outside', () => {
    const { spans } = unmark('⟦Olwen⟧ met ⟦Josh⟧');
    expect(excerpt('⟦Olwen⟧ met Josh', [], spans)).toBe('<mark class="error">O•••</mark> met J•••');
  });

  it('shows a long text round its marks', () => {
    const words = 'word '.repeat(400);
    const html = excerpt(`${words}⟦Olwen⟧ ${words}⟦Josh⟧ ${words}`);
    expect(html.length).toBeLessThan(1000);
    expect(html).toMatch(/^… .*word <mark class="error">Olwen<\/mark> word.* … .*Josh.* …$/u);
    expect(excerpt(words.repeat(2)).length).toBeLessThan(400);
  });

  it('says how many places it leaves out', () => {
    expect(excerpt('⟦🎉⟧ '.repeat(42))).toMatch(/ <span class="note">and 2 more places<\/span>$/u);
  });

  it('has nothing to show of an empty text', () => {
    expect(excerpt('')).toBe('');
    expect(excerpt('⟦⟧')).toBe('');
  });
});
