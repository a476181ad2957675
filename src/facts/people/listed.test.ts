import { describe, expect, it } from 'vitest';
import type { KnownPeople } from '../../core/school.ts';
import { UNKNOWN_SCHOOL } from '../../core/school.ts';
import { createDocument } from '../../document/document.ts';
import { shippedEncoder } from '../../../test/support/encoder.ts';
import { people } from '../people.ts';

const PUPILS = [
  'Alexander Greenhalgh',
  'Harry Lowe',
  'Rosa Winterbourne',
  'Sandy Frost',
  'Danny Vale',
  'Will Young',
  'May Hill',
  'Grace Lee',
  'Prince Adeyemi',
  'Rose Miles',
];
const ADULTS = ['Ms Rose Miles', 'Mrs Grace', 'Mr Khan'];

const read = (text: string, known: Partial<KnownPeople> = {}) =>
  createDocument(
    {
      id: 'post',
      text,
      origin: { file: 'draft.txt', line: 1, record: 1 },
      at: { kind: 'now' },
      media: [],
    },
    {
      ...UNKNOWN_SCHOOL,
      people: { ...UNKNOWN_SCHOOL.people, pupils: PUPILS, adults: ADULTS, ...known },
    },
    { twitter: null, encoder: shippedEncoder() },
  ).facts(people);

const told = (text: string, known?: Partial<KnownPeople>): readonly string[] =>
  read(text, known).map(
    ({ part, span, who, confidence }) =>
      `${part.text.slice(span.start, span.end)}: ${who}, ${confidence}`,
  );

describe('a name on the list of pupils', () => {
  it.each([
    ['Alex Greenhalgh swam', ['Alex Greenhalgh: child, certain']],
    ['The cup goes to A. Greenhalgh', ['A. Greenhalgh: child, certain']],
    ['GREENHALGH, Alexander', ['GREENHALGH, Alexander: child, certain']],
    ['The cup stays with Winterbourne', ['Winterbourne: child, likely']],
    ['Rosa Parks sat down', ['Rosa Parks: public, likely']],
    ['Harry Potter day is here', ['Harry Potter: fictional, likely']],
    ['Sandy and Danny won', ['Sandy: child, likely', 'Danny: child, likely']],
    ['Prince Adeyemi won', ['Prince Adeyemi: child, certain']],
    ['#WillYoung', ['WillYoung: child, certain']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    'will young people come? May we hope so',
    'We say Grace before lunch',
    'A rose in the bed by the hall',
    'In May we plant. Young trees will grow on the hill',
    'Find us on Rosa Road, by St Alexander’s',
  ])('is not read into words and places: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([
    ['Will Young won', 'certain'],
    ['Goals from Alexander, Will and May', 'certain'],
    ['WILL YOUNG PEOPLE COME', 'possible'],
  ])('that is a word too is as sure as what stands round it: %s', (text, confidence) => {
    expect(read(text).at(-1)).toMatchObject({ who: 'child', confidence });
  });

  it('with another surname is no more than the words round it say', () => {
    expect(told('We read a book by Rosa Quillfeather')).not.toContainEqual(
      expect.stringContaining('certain'),
    );
  });
});

describe('a name on both lists', () => {
  const evidence = (text: string) => read(text)[0]?.evidence;

  it('is settled by its title, and the evidence says so', () => {
    expect(told('Ms Rose Miles led the choir')).toEqual(['Ms Rose Miles: staff, certain']);
    expect(evidence('Ms Rose Miles led the choir')).toEqual([
      'a title of a member of staff stands before it',
      'the name is on the school’s pupil list and on its list of adults',
    ]);
  });

  it('is settled by the words round it', () => {
    expect(evidence('Well done Rose in Year 2')?.slice(0, 2)).toEqual([
      'a name on the school’s pupil list and on its list of adults',
      'the words round it speak of a child',
    ]);
  });

  it('stays possible where nothing settles it', () => {
    expect(told('Rose Miles was there')).toEqual(['Rose Miles: child, possible']);
    expect(evidence('Rose Miles was there')).toEqual([
      'a name on the school’s pupil list and on its list of adults',
      'nothing near it says which',
    ]);
  });

  it('is the pupil’s where the adult has it as a surname', () => {
    expect(told('Grace won. Mrs Grace clapped. Khan sang')).toEqual([
      'Grace: child, likely',
      'Mrs Grace: staff, certain',
      'Khan: staff, certain',
    ]);
  });
});

describe('other lists', () => {
  it('say whose a name is', () => {
    const known = {
      parents: ['Nadia Petrov'],
      visitors: ['Idris Vaughan-Bell'],
      figures: ['Tilly Brightwater'],
      classes: ['Seacole'],
      places: ['Marlowe'],
      approved: ['Harry'],
    };
    expect(
      told('Nadia Petrov, Idris Vaughan-Bell, Tilly Brightwater, Seacole, Marlowe, Harry', known),
    ).toEqual([
      'Nadia Petrov: parent, certain',
      'Idris Vaughan-Bell: adult, certain',
      'Tilly Brightwater: public, certain',
    ]);
  });
});
