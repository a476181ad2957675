import { describe, expect, it } from 'vitest';
import { splitDraft } from './segments.ts';

const fronts = (text: string): readonly (string | undefined)[] =>
  splitDraft(text).map(({ front }) => front?.text);

describe('front matter on top of a file', () => {
  it.each([
    ['indented by a tab', '---\n\tat: 2026-11-22T10:00\n---\nHello', ['\tat: 2026-11-22T10:00']],
    ['without a colon', '---\nat 2026-11-22T10:00\n---\nHello', ['at 2026-11-22T10:00']],
    ['of another program', '---\nTitle: my draft\n---\nHello', ['Title: my draft']],
  ])('is still front matter when it is %s', (_, text, expected) => {
    expect(fronts(text)).toEqual(expected);
  });

  it('is a post where it reads as one', () => {
    expect(fronts('---\nWell done 4B.\n---\nHello')).toEqual([undefined, undefined]);
  });
});
