import { describe, expect, it } from 'vitest';
import { mark } from '../core/marks.ts';
import type { Post } from '../core/post.ts';
import type { KnownPeople } from '../core/school.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import type { Document } from '../document/document.ts';
import { createDocument } from '../document/document.ts';
import { shippedEncoder } from '../../test/support/encoder.ts';
import { people, wantsEncoder } from './people.ts';

const NOBODY = UNKNOWN_SCHOOL.people;

const read = (
  text: string,
  known: Partial<KnownPeople> = {},
  media: Post['media'] = [],
): Document => {
  const post: Post = {
    id: 'post',
    text,
    origin: { file: 'draft.txt', line: 1, record: 1 },
    at: { kind: 'now' },
    media,
  };
  const school = {
    ...UNKNOWN_SCHOOL,
    accounts: [{ name: 'school', kind: 'school', handle: 'JoshOakfield' }],
    people: { ...NOBODY, ...known },
  } as const;
  return createDocument(post, school, { twitter: null, encoder: shippedEncoder() });
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

describe('a name that stands as a child’s once', () => {
  it.each([
    "⟦Tilly⟧ left her book on the bus; ⟦Tilly⟧'s coat is in ⟦Tilly⟧'s tray",
    "⟦Nina⟧'s swimming bag. If your daughter ⟦Nina⟧ has it, please ring",
    'Well done ⟦Haroon⟧, we love ⟦HAROON⟧! #Swim⟦Haroon⟧Swim',
    'Well done ⟦Zoë⟧! What a day for ⟦Zoe⟧',
    'Well done ⟦Josh⟧! See https://hexley.example/our-cup-⟦josh⟧-and-friends',
    'Our council: ⟦Rosie⟧, ⟦Will⟧, ⟦Grace⟧, ⟦Hope⟧, ⟦May⟧ and ⟦Summer⟧.',
    'Will you come? ⟦Will⟧ scored twice for Year 5',
    'Well done ⟦Hope⟧! We hope it stays dry. Hope you all agree',
  ])('stands for one everywhere: %s', (marked) => {
    expect(children(marked.replaceAll(/[⟦⟧]/gu, ''))).toBe(marked);
  });

  it('does so in alt texts and file names too', () => {
    const media = [{ alt: 'A cup in the hands of Tilly', file: 'cup_tilly_2.jpg' }];
    const found = read('Well done Tilly', {}, media).facts(people);
    expect(found.map(({ part, span }) => part.text.slice(span.start, span.end))).toEqual([
      'Tilly',
      'Tilly',
      'tilly',
    ]);
  });

  it('counts on the pupil list for names that begin a sentence', () => {
    const pupils = ['May Hill', 'Grace Lee', 'Will Ash'];
    const marked =
      '⟦Will⟧ and ⟦May⟧ planted the beans today. ⟦Grace⟧ helped. ⟦May⟧ is lovely. May is nearly here.';
    expect(children(marked.replaceAll(/[⟦⟧]/gu, ''), { pupils })).toBe(marked);
  });
});

describe('all of a name', () => {
  it.each([
    'Great goal by @⟦josh_smith⟧09',
    'https://hexley.example/well-done-⟦josh-smith⟧',
    '#WellDone⟦JoshSmith⟧',
    '⟦J. Smith⟧ and ⟦P. Kowalska⟧ of Year 3 won the cup',
    'Well done ⟦J o s h⟧ on your goal',
    'Well done ⟦J.o.s.h⟧ on your goal',
    'Well done ⟦J*sh⟧ on your goal',
    'Well done to ⟦小红⟧ and ⟦Елена⟧ and ⟦محمد⟧',
  ])('%s', (marked) => {
    expect(children(marked.replaceAll(/[⟦⟧]/gu, ''))).toBe(marked);
  });
});

describe('what stands round a name', () => {
  it.each([
    "Has anyone found ⟦Ravi⟧'s blue shoes?",
    'Please ask your son ⟦Dylan⟧ to bring it',
    "To the mum of ⟦Ellis⟧: it's in the office",
    'Goodbye ⟦Zara⟧, we will miss you',
    'Poor ⟦Lottie⟧ has a broken arm',
    'Hoodies: ⟦Zara⟧, please collect yours',
    'Could anyone beat Mr Green? Not yet, but ⟦Elijah⟧ came close',
    'Thanks to ⟦Emma⟧ in Year 4 for litter picking',
    '⟦Jordan⟧, ⟦Chad⟧ and ⟦Georgia⟧ aced the quiz',
    '⟦ava⟧ and ⟦noah⟧ were fab',
  ])('makes it a child’s: %s', (marked) => {
    expect(children(marked.replaceAll(/[⟦⟧]/gu, ''))).toBe(marked);
  });

  it.each([
    'Norovirus in Reception: keep poorly children home',
    'Sniffles in Year 2! Send tissues',
    'Congratulations Kestrels!',
    'Hockey: Kent 2 Surrey 3',
    'Mary, Joseph, three kings and a donkey wanted',
    'We learnt about Moses, Abraham and Muhammad (pbuh)',
    'Year 2 wrote to the King! Charles wrote back',
    'Ring Jo (office) for tickets',
    'Lavender and rosemary planted in the sensory garden',
    'We say Grace before lunch',
    'A sad goodbye to Rosie our class gerbil',
    'Mark your calendars for the fair',
    'J O Y to all',
  ])('makes it nobody’s: %s', (text) => {
    expect(children(text)).toBe(text);
  });

  it('is told as evidence, the strongest first, without the name', () => {
    const evidence = (text: string) => read(text).facts(people)[0]?.evidence;
    expect(evidence('Star of the Week is Josh from Year 3')).toEqual([
      'a given name',
      '‘Star of the Week is’ stands before it',
      'a class or year group stands beside it',
    ]);
    expect(evidence('Goodbye Zara, we will miss you')).toEqual([
      'a given name',
      'it stands where a name would',
    ]);
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

describe('wantsEncoder', () => {
  it('is false where nothing is open', () => {
    expect(wantsEncoder(read('Maths homework is due tomorrow'))).toBe(false);
    expect(wantsEncoder(read('Grace before lunch'))).toBe(true);
  });
});
