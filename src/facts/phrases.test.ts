import { describe, expect, it } from 'vitest';
import { mark } from '../core/marks.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import type { PhraseOptions } from './phrases.ts';
import { phraseDetector } from './phrases.ts';

const marked = (list: string, text: string, options?: PhraseOptions): string => {
  const post = {
    id: '1',
    text,
    origin: { file: 'draft.txt', line: 1, record: 1 },
    at: { kind: 'now' },
    media: [],
  } as const;
  const document = createDocument(post, UNKNOWN_SCHOOL, { twitter: null, encoder: null });
  const found = document.facts(phraseDetector(list, options));
  return mark(
    text,
    found.map(({ span }) => span),
  );
};

describe('phraseDetector', () => {
  it.each([
    ['green apple', 'A Green, apple!', 'A ⟦Green, apple⟧!'],
    ['green/red apple', 'red apple, blue apple', '⟦red apple⟧, blue apple'],
    ['app* pie', 'Apples pie', '⟦Apples pie⟧'],
    ['* pie', 'warm pie', '⟦warm pie⟧'],
    ['apple sweet? pie', 'apple pie, apple sweet pie', '⟦apple pie⟧, ⟦apple sweet pie⟧'],
    ["don't/do_not peel", 'do not peel, don’t peel', '⟦do not peel⟧, ⟦don’t peel⟧'],
    ['we ~ apples', 'we really do like apples', '⟦we really do like apples⟧'],
    ['we ~ apples', 'we one two three four five apples', 'we one two three four five apples'],
    ['we ~ apples', 'We peel. Apples wait.', 'We peel. Apples wait.'],
    ['^ apples', 'Sweet apples. Apples!', 'Sweet apples. ⟦Apples⟧!'],
    ['apples .', 'apples and apples.', 'apples and ⟦apples⟧.'],
    ['$fruit = apple pear\n$fruit juice', 'pear juice, plum juice', '⟦pear juice⟧, plum juice'],
    ['apple\napple pie', 'apple pie', '⟦apple pie⟧'],
  ])('%j in %j', (list, text, expected) => {
    expect(marked(list, text)).toBe(expected);
  });

  it('keeps to one sentence when asked, and knows a time from a full stop', () => {
    expect(marked('ends now', 'It ends. Now', { acrossSentences: false })).toBe('It ends. Now');
    expect(marked('at 8 30 sharp', 'at 8.30 sharp', { acrossSentences: false })).toBe(
      '⟦at 8.30 sharp⟧',
    );
  });

  it('names a group that no line has stated', () => {
    expect(() => marked('the $fruit', 'the apple')).toThrow('$fruit');
  });
});
