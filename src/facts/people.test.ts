import { describe, expect, it } from 'vitest';
import { mark } from '../core/marks.ts';
import type { Post } from '../core/post.ts';
import type { KnownPeople } from '../core/school.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import type { Document } from '../document/document.ts';
import { createDocument } from '../document/document.ts';
import { people, wantsGrammar } from './people.ts';

const NOBODY = UNKNOWN_SCHOOL.people;

const read = (text: string, known: Partial<KnownPeople> = {}): Document => {
  const post: Post = {
    id: 'post',
    text,
    origin: { file: 'draft.txt', line: 1, record: 1 },
    at: { kind: 'now' },
    media: [],
  };
  const school = {
    ...UNKNOWN_SCHOOL,
    accounts: [{ name: 'school', kind: 'school', handle: 'JoshOakfield' }],
    people: { ...NOBODY, ...known },
  } as const;
  return createDocument(post, school, { twitter: null, grammar: null });
};

const children = (text: string, known?: Partial<KnownPeople>): string => {
  const found = read(text, known)
    .facts(people)
    .filter(({ who }) => who === 'child');
  return mark(
    text,
    found.map(({ span }) => span),
  );
};

describe('children', () => {
  it.each([
    'Well done ⟦Josh⟧, a better lesson today',
    'well done ⟦josh⟧ for reading so nicely',
    "⟦Zainab⟧'s poem won the Year 5 prize",
    'Goals from ⟦Ava⟧, ⟦Kofi⟧ and ⟦Maja⟧ in the Y6 final',
    'Star of the week in 3B goes to ⟦Siobhán⟧ for her kindness',
    'Congratulations to ⟦Oluwaseun⟧ (Y5) and ⟦Caoimhe⟧ (Y4)!',
    '#WellDone⟦Josh⟧ #SportsDay',
    '#welldone⟦josh⟧',
    'Lovely poem by ⟦J.S.⟧ in Year 4',
  ])('%s', (marked) => {
    expect(children(marked.replaceAll(/[⟦⟧]/gu, ''))).toBe(marked);
  });

  it.each([
    'Well done 4B, a better lesson today',
    'Thank you to Mrs Okafor, Coach Ravi and Grandad Joe',
    'Year 6 read about Rosa Parks. Rosa would be proud',
    'Jack and the Beanstalk is on after May half term, until 13 April',
    "They're at St Mary's on Victoria Road in the PE hall",
    '#JackAndTheBeanstalk #MaryAnning #SummerFair #MrsEvansKitchen #WorldBookDay',
    'See @JoshOakfield and @MrPatelPE',
    'PE kit for KS2 on Friday, SEN coffee morning with the PTA',
  ])('none: %s', (text) => {
    expect(children(text)).toBe(text);
  });

  it('counts a long post of names in moderate time and finds the last of them', () => {
    const text = `${'Well done Josh. '.repeat(5000)}#WellDoneAva`;
    const found = read(text).facts(people);
    expect(found.at(-1)?.span).toEqual({ start: text.length - 3, end: text.length });
  });
});

describe('the school’s own lists', () => {
  it('settle a name that is also a word', () => {
    const known = { pupils: ['Hope Ncube'] };
    expect(children('We hope it stays dry. In the final we saw Hope run', known)).toBe(
      'We hope it stays dry. In the final we saw ⟦Hope⟧ run',
    );
  });

  it('settle adults, mascots, houses and approved names', () => {
    const known = {
      adults: ['Ravi Shah'],
      mascots: ['Milo'],
      houses: ['Rosa'],
      approved: ['Amelia'],
    };
    const text = 'Well done Ravi, Milo, Rosa and Amelia #WellDoneAmelia';
    expect(children(text, known)).toBe(text);
  });

  it('give a certain answer', () => {
    expect(
      read('Kofi Annor was there', { pupils: ['Kofi Annor'] })
        .facts(people)
        .map(({ part: _part, ...mention }) => mention),
    ).toEqual([
      {
        span: { start: 0, end: 10 },
        form: 'full',
        who: 'child',
        confidence: 'certain',
        evidence: ['a name on the school’s pupil list'],
      },
    ]);
  });
});

describe('who else', () => {
  it.each([
    ['Thank you Mrs Okafor', 'staff'],
    ['Grandad Joe came in', 'parent'],
    ['We met Cllr Moxon', 'adult'],
    ['Year 6 on Rosa Parks', 'public'],
    ['Oliver Twist opens tonight', 'fictional'],
  ])('%s: %s', (text, who) => {
    expect(read(text).facts(people)).toMatchObject([{ who }]);
  });
});

describe('grown-ups by their part in school', () => {
  it.each([
    'Our caretaker Geoff has mended the swing. Thank you, Geoff!',
    'Cards for Jess and Priya, our two TAs',
    'Welcome to Anwen, who joins us as a teaching assistant on Monday. Hello Anwen!',
    'Thank you to Ravi, one of our dads',
  ])('%s', (text) => {
    expect(children(text)).toBe(text);
  });

  it.each([
    'Well done ⟦Josh⟧, our teachers loved your poem',
    'What a poem! From all your teachers, ⟦Josh⟧, a big cheer',
    'Our captain ⟦Zainab⟧ from 5B has won every race',
  ])('leaves children what they are: %s', (marked) => {
    expect(children(marked.replaceAll(/[⟦⟧]/gu, ''))).toBe(marked);
  });
});

describe('wantsGrammar', () => {
  it('is false where nothing is in doubt', () => {
    expect(wantsGrammar(read('Well done 4B, a better lesson today'))).toBe(false);
    expect(wantsGrammar(read('Well done Josh, a better lesson today'))).toBe(false);
  });
});
