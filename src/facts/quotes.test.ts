import { expect, it } from 'vitest';
import { mark } from '../core/marks.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import { quotes } from './quotes.ts';

const marked = (text: string): string => {
  const post = {
    id: '1',
    text,
    origin: { file: 'draft.txt', line: 1, record: 1 },
    at: { kind: 'now' },
    media: [],
  } as const;
  const document = createDocument(post, UNKNOWN_SCHOOL, { twitter: null, encoder: null });
  const spans = document.facts(quotes).map(({ part, span }) => document.place(part, span).span);
  return mark(text, spans);
};

it.each([
  'She said ⟦"I like frogs"⟧ and ran',
  '⟦“Frogs are wet”⟧, 2B found',
  '⟦‘I don’t like frogs’⟧ – overheard',
  'The parents’ evening is on Monday and so is the pupils’ lunch',
  'A 5" nail and nothing more',
  '⟦«Les grenouilles»⟧ ⟦"two"⟧',
])('%s', (expected) => {
  expect(marked(expected.replace(/[⟦⟧]/gu, ''))).toBe(expected);
});

it('does not take half a newsletter for a quotation that never closes', () => {
  const text = `"Frogs ${'and ponds '.repeat(60)}end" here`;
  expect(marked(text)).toBe(text);
});
