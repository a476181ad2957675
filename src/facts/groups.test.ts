import { describe, expect, it } from 'vitest';
import { mark } from '../core/marks.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import { groups } from './groups.ts';

const groupsIn = (text: string): readonly [string, string] => {
  const document = createDocument(
    {
      id: 'a',
      text,
      origin: { file: 'a', line: 1, record: 1 },
      at: { kind: 'unscheduled' },
      media: [],
    },
    UNKNOWN_SCHOOL,
    { twitter: null, encoder: null },
  );
  const found = document.facts(groups);
  const spans = found.map(({ part, span }) => document.place(part, span).span);
  return [mark(text, spans), found.map(({ kind }) => kind).join(' ')];
};

describe('groups', () => {
  it.each([
    ['⟦4B⟧ and ⟦11C⟧ planted bulbs', 'class class'],
    ["Well done ⟦4B⟧'s ⟦bakers⟧", 'class team'],
    ['⟦Class 2⟧ and ⟦Rowan class⟧ read to ⟦Hawthorn Class⟧', 'class class class'],
    ['⟦Years 5 and 6⟧ with ⟦Y3/4⟧, ⟦Yr 2⟧ and ⟦KS1⟧', 'year year year year'],
    ['⟦Reception⟧, ⟦Nursery⟧ and all of ⟦EYFS⟧', 'year year year'],
    ['⟦Year 10⟧ set 2 and the ⟦sixth form⟧', 'year year'],
    ['The ⟦under 11s⟧ and our netball ⟦team⟧', 'team team'],
    ['Points for ⟦Attenborough house⟧ and the chess ⟦club⟧', 'team team'],
    ['Thank you ⟦everyone⟧, ⟦all our pupils⟧ and our ⟦runners⟧', 'all all team'],
    ['⟦Parents and carers⟧, please thank our ⟦staff⟧', 'parents staff'],
    ['A 5K run, a 3D printer, the first class post and 10 KM to go', ''],
    ['First class post by 9AM costs £4B, 10-4K', ''],
  ])('%s', (marked, kinds) => {
    const text = marked.replace(/[⟦⟧]/gu, '');
    expect(groupsIn(text)).toEqual([marked, kinds]);
  });
});
