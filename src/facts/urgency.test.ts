import { describe, expect, it } from 'vitest';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import { urgency } from './urgency.ts';

const find = (text: string): string[] => {
  const document = createDocument(
    { id: 'one', text, origin: { file: 'x', line: 1, record: 1 }, at: { kind: 'now' }, media: [] },
    UNKNOWN_SCHOOL,
    { twitter: null, encoder: null },
  );
  return document
    .facts(urgency)
    .map(({ part, span, kind, strength, timing }) =>
      [part.text.slice(span.start, span.end), kind, strength, timing].join(' | '),
    );
};

describe('urgency', () => {
  it.each([
    [
      'School is closed today because of snow',
      ['School is closed today | closure | evident | now', 'snow | weather | keyword | now'],
    ],
    ['SCHOOL CLOSED TOMORROW', ['SCHOOL CLOSED TOMORROW | closure | evident | soon']],
    [
      'Sorry, we are closed today due to a gas leak',
      ['we are closed today | closure | evident | now', 'gas leak | utility | evident | now'],
    ],
    [
      'No water on the top floor, and Monday is a remote day.',
      ['No water on | utility | evident | mon', 'is a remote day | closure | evident | mon'],
    ],
    [
      'Power cut across the village. Please collect your child early',
      [
        'Power cut | utility | evident | unsaid',
        'collect your child early | closure | evident | unsaid',
      ],
    ],
    [
      'Buses delayed by an hour, stay with your child',
      ['Buses delayed | transport | evident | unsaid'],
    ],
    ['The 7.50 bus is not running', ['bus is not running | transport | evident | unsaid']],
    [
      'The boiler has failed and there is no heating in any room',
      [
        'boiler has failed | utility | evident | unsaid',
        'no heating in | utility | evident | unsaid',
      ],
    ],
    [
      'Front gate closed today, use the side gate instead',
      [
        'gate closed today | access | evident | now',
        'use the side gate instead | access | evident | now',
      ],
    ],
    [
      'Icy roads, but school is open as usual',
      ['Icy | weather | keyword | unsaid', 'school is open | open | evident | unsaid'],
    ],
    ['Delayed opening: doors at ten', ['Delayed opening | closure | evident | unsaid']],
  ])('finds in %j what families must act on', (text, found) => {
    expect(find(text)).toEqual(found);
  });

  it.each([
    ['Red weather warning for the coast', ['weather warning | weather | keyword | unsaid']],
    ['The field is flooded', ['flooded | weather | keyword | unsaid']],
    ['Heavy snow overnight', ['Heavy snow | weather | keyword | soon']],
  ])('finds in %j a word of it', (text, found) => {
    expect(find(text)).toEqual(found);
  });

  it.each([
    ['School was closed last week by snow', 'past'],
    ['School will be closed next Tuesday', 'ahead'],
    ['School will be closed on 14 March', 'ahead'],
  ])('says that %j is of another day', (text, timing) => {
    expect(find(text)[0]).toContain(`| ${timing}`);
  });

  it.each([
    'URGENT: lost teddy, answers to Bear',
    'An important reminder about library books',
    'School is closed on Monday for the bank holiday',
    'No school tomorrow: INSET day',
    'School closed today for half term. Have a lovely rest!',
    'Snow much fun today!',
    'Snow White and her seven reception friends at school',
    'Year 4 made a volcano and learned about floods at school',
    'We had a brainstorm at school',
    'The gate shuts at 8.55',
    'Ice creams on the field by the school gate',
    'Her bath bombs sold out at the school stall',
    'The power of yet',
    'The staffroom burst into song',
    'Our evacuee day at the museum: gas masks on',
    'School is open to visitors on Thursday',
    'Traffic lights made of fruit',
    'A flood of lovely entries, thank you',
  ])('finds nothing urgent in %j', (text) => {
    expect(find(text)).toEqual([]);
  });
});
