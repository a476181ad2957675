import { describe, expect, it } from 'vitest';
import type { RecordKind } from '../core/post.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import { details } from './details.ts';

const toldBy = (text: string, kind: RecordKind = 'own'): readonly string[] =>
  createDocument(
    {
      id: '1',
      text,
      origin: { file: 'a.txt', line: 1, record: 1 },
      at: { kind: 'now' },
      media: [],
      published: { kind },
    },
    {
      ...UNKNOWN_SCHOOL,
      contacts: { ...UNKNOWN_SCHOOL.contacts, addresses: ['Oakfield Primary, Mill Lane, Hexley'] },
    },
    { twitter: null, encoder: null },
  )
    .facts(details)
    .map((detail) => `${detail.kind}: ${detail.value}`);

describe('details', () => {
  it.each<readonly [string, readonly string[]]>([
    ['Well done to Q.Z. in Year 4 for the longest kite', ['initials: QZ', 'year: y4']],
    ['Well done to QZ in 4B for swimming a mile', ['initials: QZ', 'class: 4b']],
    [
      'Our youngest swimmer is going to the county trials',
      ['role: youngest swimmer', 'club: county trials'],
    ],
    ['A girl in year four crossed the hall on crutches', ['year: y4', 'description: crutches']],
    ['Our only wheelchair racer trains on Tuesdays', ['role: only wheelchair', 'day: tuesday']],
    [
      'The new boy walks home down Harbour Street every Monday',
      ['role: new boy', 'place: harbour street', 'day: monday'],
    ],
    ['One of our pupils lost a glove near Mill Lane', []],
  ])('finds in “%s” what it tells of one child', (text, told) => {
    expect([...toldBy(text)].sort()).toEqual(expect.arrayContaining([...told]));
    if (told.length === 0) expect(toldBy(text)).toEqual([]);
  });

  it.each([
    ['a group', 'Year 4 went swimming at the leisure centre on Tuesday'],
    ['a child who is named', 'Well done to Zainab in Year 4, our new captain'],
    ['institutions', 'The BBC and the NHS came to visit Year 4'],
  ])('finds nothing in a post about %s', (_, text) => {
    expect(toldBy(text)).toEqual([]);
  });

  it('reads the account’s own words alone', () => {
    const text = 'Well done to Q.Z. in Year 4 for the longest kite';
    expect(toldBy(text, 'repost')).toEqual([]);
  });
});
