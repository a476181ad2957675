import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNKNOWN_SCHOOL } from '../../core/school.ts';
import { createDocument } from '../../document/document.ts';
import { shippedEncoder } from '../../../test/support/encoder.ts';
import { people } from '../people.ts';
import { pupilForms, readMark, toPupil } from './pupil-forms.ts';
import { listPupils } from './roster.ts';
import type { Pupil } from './pupil-forms.ts';

const formsOf = (...pupils: readonly Pupil[]): readonly string[] => [...pupilForms(pupils).keys()];

describe('pupilForms', () => {
  it('are the ways in which a post may write a name', () => {
    expect([...formsOf({ given: ['Zoë'], surnames: ['O’Quill-Vane'] })].sort()).toEqual(
      [
        ...['zoe', 'zoey', 'zoie', 'zowie'].flatMap((given) => [
          given,
          `${given} oquillvane`,
          `${given} oquill vane`,
          `${given} o quill vane`,
          `${given} oquill`,
          `${given} vane`,
        ]),
        ...['oquillvane', 'oquill vane', 'o quill vane', 'oquill', 'vane'],
        ...['z oquillvane', 'z oquill vane', 'z o quill vane', 'z oquill', 'z vane'],
        ...['z', 'o', 'zoe o', 'zoe v'],
      ].sort(),
    );
  });

  it.each([
    [['Mary-Ann'], ['maryann', 'mary ann', 'mary', 'ann']],
    [
      ['Alexander', 'Xan'],
      ['alexander', 'alex', 'xan'],
    ],
    [['Muhammad'], ['mohammed', 'mo']],
    [['Jörg'], ['jorg', 'joerg']],
    [['Ava Grace'], ['ava grace', 'avagrace', 'ava']],
    [['D’Arcy'], ['darcy', 'd arcy', 'darcey']],
  ])('of %j', (given, expected) => {
    expect(formsOf({ given, surnames: [] })).toEqual(expect.arrayContaining(expected));
  });

  it('leave out what would be somebody else', () => {
    const forms = formsOf({ given: ['Ava Grace'], surnames: ['van der Berg'] });
    expect(forms.filter((form) => ['grace', 'van', 'der', 'ali'].includes(form))).toEqual(['van']);
    expect(readMark(pupilForms([toPupil('Ava van der Berg')]).get('van')!)).toMatchObject({
      isSurname: false,
      begins: true,
    });
  });

  it('say how much a form tells', () => {
    const list = listPupils([toPupil('Will Ashdown'), toPupil('Wilhelmina Ashdown')]);
    const none = { isFull: false, isGiven: false, isSurname: false, isVariant: false };
    expect(list.find('will')).toEqual({ ...none, isGiven: true, isWord: true, begins: true });
    expect(list.find('mina')).toEqual({
      ...none,
      isGiven: true,
      isVariant: true,
      isWord: false,
      begins: true,
    });
    expect(list.find('mina ashdown')).toMatchObject({ isFull: true });
    expect(list.find('w ashdown')).toMatchObject({ isFull: true });
    expect(list.find('ashdown will')).toBeUndefined();
  });

  it('reads whole names, whichever comes first', () => {
    expect(['Siôn ap Rhys', 'O’Neill, Tadhg', 'Maja van der Berg', 'Zed'].map(toPupil)).toEqual([
      { given: ['Siôn'], surnames: ['ap Rhys'] },
      { given: ['Tadhg'], surnames: ['O’Neill'] },
      { given: ['Maja'], surnames: ['van der Berg'] },
      { given: ['Zed'], surnames: [] },
    ]);
  });
});

const GIVEN = [
  ['Siobhán', 'Siobhan', 'Shevaun'],
  ['Mary-Ann', 'Mary Ann', 'MaryAnn', 'Maryann'],
  ['Mohammed', 'Muhammad', 'Mohamed'],
  ['Alexander', 'Alex', 'Xander'],
  ['Jörg', 'Jorg', 'Joerg'],
  ['Zofia', 'Sofia'],
  ['Oluwaseun', 'Seun'],
  ['D’Arcy', "D'Arcy", 'DArcy'],
  ['Will'],
  ['Hope'],
] as const;
const SURNAMES = [
  ['O’Quill-Vane', "O'Quill-Vane", 'OQuill Vane', 'Oquill'],
  ['van der Holt', 'Van Der Holt', 'Vanderholt'],
  ['Thistlewood'],
  ['MacQuarrie', 'McQuarrie'],
  ['Young'],
] as const;

const childrenIn = (text: string, pupils: readonly Pupil[]): readonly string[] =>
  createDocument(
    {
      id: 'post',
      text,
      origin: { file: 'draft.txt', line: 1, record: 1 },
      at: { kind: 'now' },
      media: [],
    },
    { ...UNKNOWN_SCHOOL, people: { ...UNKNOWN_SCHOOL.people, roster: listPupils(pupils) } },
    { twitter: null, encoder: shippedEncoder() },
  )
    .facts(people)
    .filter(({ who, confidence }) => who === 'child' && confidence !== 'possible')
    .map(({ part, span }) => part.text.slice(span.start, span.end));

describe('every pupil on a list', () => {
  it('is found in each spelling', () => {
    const spelt = (all: readonly (readonly string[])[]) =>
      fc
        .constantFrom(...all)
        .chain((spellings) =>
          fc.record({ own: fc.constant(spellings[0]!), typed: fc.constantFrom(...spellings) }),
        );
    fc.assert(
      fc.property(spelt(GIVEN), spelt(SURNAMES), (given, surname) => {
        const pupils = [{ given: [given.own], surnames: [surname.own] }];
        const straight = (name: string): string => name.replaceAll('’', "'");
        for (const name of [
          given.typed,
          `${given.typed} ${surname.typed}`,
          `${given.own[0]!}. ${surname.typed}`,
          `${surname.typed}, ${given.typed}`,
        ]) {
          expect(childrenIn(`${name} won`, pupils)).toEqual([straight(name)]);
        }
      }),
    );
  });
});
