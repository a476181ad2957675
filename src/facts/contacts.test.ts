import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mark } from '../core/marks.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import type { Document } from '../document/document.ts';
import { FRESH_TOOLS, readDocument } from '../engine/tools.ts';
import { contacts } from './contacts.ts';

const read = async (text: string): Promise<Document> =>
  readDocument(
    {
      id: 'a',
      text,
      origin: { file: 'a', line: 1, record: 1 },
      at: { kind: 'unscheduled' },
      media: [],
    },
    UNKNOWN_SCHOOL,
    FRESH_TOOLS,
    async () => null,
  );

const contactsIn = async (marked: string): Promise<readonly [string, string]> => {
  const text = marked.replace(/[⟦⟧]/gu, '');
  const document = await read(text);
  const found = document.facts(contacts);
  const spans = found.map(({ part, span }) => document.place(part, span).span);
  return [mark(text, spans), found.map(({ kind, owner }) => `${kind} ${owner}`).join(', ')];
};

describe('contacts', () => {
  it.each([
    ['Mobile: ⟦(07700) 900482⟧', 'phone person'],
    ['Mine is ⟦+44 7700 900123⟧, wa.me/⟦447700900123⟧', 'phone person, phone person'],
    ['⟦zero 7 7 double 0 9 0 0 four eight two⟧ it is', 'phone person'],
    ['Text ⟦7700 900482⟧ if you are late', 'phone person'],
    ['⟦+353 85 123 4567⟧ reaches the coach in Cork', 'phone person'],
    ['Found it? Phone his nan, Hexley ⟦960228⟧', 'phone person'],
    ['Ring us on ⟦01632 960114⟧ before 9, or ⟦0800 1111⟧', 'phone office, phone public'],
    ['At the desk or on ⟦0300 123 4567⟧', 'phone office'],
    ['The desk in Paris is on ⟦+33 6 12 34 56 78⟧', 'phone person'],
    ['⟦year3@oakfield.example⟧ or ⟦schooloffice@oakfield.example⟧', 'email office, email office'],
    ['⟦oakfield.y1@oakfield.example⟧', 'email office'],
    ['⟦a.gupta@oakfield.example⟧ and ⟦jess_art@mymail.example⟧', 'email person, email person'],
    ['email me at ⟦carys dot pugh at quickmail dot example⟧', 'email person'],
    ['From ⟦9 Alder Court⟧ after school', 'address person'],
    ['Mrs Tate ⟦lives on Canal Street⟧', 'address person'],
    ['Hexley Leisure Centre, ⟦40 Station Road⟧, ⟦HX1 2AB⟧', 'address office, postcode office'],
    ['Quiz night at ⟦12 Mill Lane⟧ (the Scout hut)', 'address office'],
    ['Year 3 wrote to ⟦10 Downing Street⟧', 'address public'],
    ['Pay into ⟦GB82 WEST 1234 5698 7654 32⟧', 'bank person'],
    ['Mrs Cole, ⟦born 3rd May 1985⟧, and his birthday: ask', 'birth-date person'],
  ])('%s', async (marked, kinds) => {
    expect(await contactsIn(marked)).toEqual([marked, kinds]);
  });

  it.each([
    'Under 11s won 3-1 Park Lane and lost 2-0 at Station Road',
    'The 36 Market Street bus is late; at 8 Mill Lane closes',
    'Tue 4 St Paul’s, 12 Dec St Nicholas, and 30 York St John places',
    '0 1 2 3 4 5 6 7 8 9 10 sang the infants, then 0 1 1 2 3 5 8 13 21',
    'Open evening 15/10/2026 18:00-20:00, term 01.09.2026 - 18.12.2026',
    'Charity number 01632960118, ISBN 9780141321073',
    'KS1 2ND place, KS2 1ST place, Y4 3RD in the relay',
    'We are live at polka dot cafe; find us at oakfield dot example',
    'If you live on Chester Road please move your bins',
    'Our lambs were born on 3 March 2026, Mary Seacole on 23 November 1805',
    'The trip card is 4111 1111 1111 1112',
  ])('finds nothing in %s', async (text) => {
    expect(await contactsIn(text)).toEqual([text, '']);
  });

  it('finds a mobile number wherever its spaces and hyphens stand', async () => {
    const joints = fc.array(fc.constantFrom('', '', ' ', '-', '.'), {
      minLength: 10,
      maxLength: 10,
    });
    await fc.assert(
      fc.asyncProperty(joints, async (between) => {
        const number = [...'07700900482'].map((digit, at) => digit + (between[at] ?? '')).join('');
        expect((await contactsIn(`Text ⟦${number}⟧ later`))[1]).toBe('phone person');
      }),
    );
  });

  it('loads the numbering plans for a number alone', async () => {
    const plain = await read('Year 3 planted 120 bulbs at 9.30 on 12/03/2026, 07 of them blue');
    const numbered = await read('Ring 020 7123 4567');
    expect([plain.tools.phones, typeof numbered.tools.phones]).toEqual([undefined, 'object']);
  });
});
