import { expect, it } from 'vitest';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import { individualTarget } from './individual-target.ts';
import { personNamed } from './person-named.ts';

const placesOf = (check: typeof personNamed, text: string): readonly string[] => {
  const origin = { file: 'draft.txt', line: 1, record: 1 };
  const post = { id: 'post', text, origin, at: { kind: 'now' }, media: [] } as const;
  const document = createDocument(post, UNKNOWN_SCHOOL, { twitter: null, encoder: null });
  const found = check.prepare({})({ document, atMs: 0, timezone: 'Europe/London' });
  return [...found].map(({ where }) => where);
};

it.each([
  ['Well done Josh, what a race', 'text'],
  ['What a race! #WellDoneJosh', 'hashtag'],
  ['What a race by @josh_smith', 'handle'],
])('says where as person-named does: %s', (text, where) => {
  expect(placesOf(individualTarget, text)).toEqual([where]);
  expect(placesOf(personNamed, text)).toEqual([where]);
});
