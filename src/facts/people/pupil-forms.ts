import type { PupilName } from '../../core/school.ts';
import { fold } from '../../document/fold.ts';
import particles from '../data/name-particles.txt?raw';
import { wordSet } from '../word-set.ts';
import { toNameKey, wordLevel } from './lexicon.ts';
import { variantsOf } from './name-variants.ts';

/** One pupil, under every name that the school knows: legal, preferred, known as. */
export interface Pupil {
  readonly given: readonly string[];
  readonly surnames: readonly string[];
}

type Keys = readonly string[];

/** `van`, `ap`: they belong to the surname behind them and are nobody's name alone. */
export const isParticle = wordSet(particles);

/** A part of a name that is shorter is hardly ever written alone. */
const SHORTEST_PART = 3;

/** As people without the letter write it, besides leaving the accent out. */
const RESPELT: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ø: 'oe',
  å: 'aa',
};

const unique = (keys: Iterable<string>): Keys => [...new Set(keys)].filter((key) => key !== '');

/** How a word of a post is looked up: `Mary-Ann` and `maryann` are one. */
export const toPupilKey = (nameKey: string): string => nameKey.replaceAll('-', '');

/** Lower-case words; hyphens and apostrophes stay. */
const wordsOf = (name: string): Keys =>
  fold(name.normalize('NFC'))
    .text.toLowerCase()
    .replace(/[‐‑–—]/gu, '-')
    .replace(/[^\p{L}\p{M}\p{N}'-]+/gu, ' ')
    .split(' ')
    .map((word) => word.replace(/^['-]+|['-]+$/gu, ''))
    .filter((word) => word !== '');

/** Every way to type words: hyphens and apostrophes kept, left out or a space; words run together. */
const spellings = (words: Keys): Keys => {
  const written = words.join(' ');
  const respelt = written.replace(/[äöüøå]/gu, (letter) => RESPELT[letter]!);
  return unique(
    [written, respelt].flatMap((text) => {
      const closed = text.replace(/['-]/gu, '');
      const open = text.replaceAll('-', ' ').replaceAll("'", '');
      const apart = text.replace(/['-]/gu, ' ');
      return [closed, open, apart, closed.replaceAll(' ', '')].map(toNameKey);
    }),
  );
};

interface Spelt {
  readonly own: Keys;
  readonly variants: Keys;
}

const partsOf = (words: Keys): Keys =>
  unique(words.flatMap((word) => word.split('-')).map(toNameKey)).filter(
    (part) => part.length >= SHORTEST_PART && !isParticle(part),
  );

const givenForms = (name: string): Spelt => {
  const words = wordsOf(name);
  const [first = ''] = words;
  const own = unique([...spellings(words), ...spellings(first === '' ? [] : [first])]);
  const parts = first.includes('-') ? partsOf([first]) : [];
  const variants = [...parts, ...unique([...own, ...parts]).flatMap(variantsOf)];
  return { own, variants: unique(variants).filter((key) => !own.includes(key)) };
};

/** `mcdonald` for `macdonald`, and the other way round. */
const respellMac = (key: string): Keys => {
  const [, prefix, rest] = /^(mac|mc)([a-z]{3,})$/u.exec(key) ?? [];
  return rest === undefined ? [] : [`${prefix === 'mc' ? 'mac' : 'mc'}${rest}`];
};

const surnameForms = (name: string): Keys => {
  const words = wordsOf(name);
  const whole = spellings(words);
  const parts = words.length > 1 || name.includes('-') ? partsOf(words) : [];
  return unique([...whole, ...parts, ...whole.flatMap(respellMac)]);
};

/** What a mark says, bit by bit from the lowest, as roster files keep it. */
const BITS = ['isFull', 'isGiven', 'isSurname', 'isVariant', 'isWord', 'begins'] as const;

const FULL = 1;
const GIVEN = 2;
const SURNAME = 4;
const VARIANT = 8;
const WORD = 16;
const BEGINS = 32;

/** What a mark of a form says; undefined for a mark that no form has. */
export const readMark = (mark: number): PupilName | undefined => {
  if (!Number.isInteger(mark) || mark < 1 || mark >= 2 * BEGINS) return undefined;
  const [isFull, isGiven, isSurname, isVariant, isWord, begins] = BITS.map(
    (_, at) => (mark & (1 << at)) !== 0,
  ) as [boolean, boolean, boolean, boolean, boolean, boolean];
  return { isFull, isGiven, isSurname, isVariant, isWord, begins };
};

const isWordlike = (key: string): boolean =>
  key.length < SHORTEST_PART || (!key.includes(' ') && wordLevel(key) > 0);

/** Collects marks: what several pupils' names say of one form is said together. */
const collect = () => {
  const marks = new Map<string, number>();
  const add = (key: string, mark: number): void => {
    marks.set(key, (marks.get(key) ?? 0) | mark);
    const space = key.indexOf(' ');
    if (space > 0) add(key.slice(0, space), BEGINS);
  };
  return { marks, add };
};

/** The given name and surname of one pupil in every form, each form once. */
const formsOf = ({ given, surnames }: Pupil) => {
  const spelt = given.map(givenForms);
  const own = unique(spelt.flatMap((forms) => forms.own));
  const all = unique([...own, ...spelt.flatMap((forms) => forms.variants)]);
  return { own, all, surnames: unique(surnames.flatMap(surnameForms)) };
};

/**
 * Every form in which a post may name these pupils, with a mark for each: given names, full names,
 * initials with the other name, surnames; accents, apostrophes and hyphens typed or not; parts of
 * double names, short forms and other spellings.
 */
export const pupilForms = (pupils: Iterable<Pupil>): ReadonlyMap<string, number> => {
  const { marks, add } = collect();
  const written = new Set<string>();
  const addAlone = (key: string, mark: number): void =>
    add(key, mark | (isWordlike(key) ? WORD : 0));
  for (const pupil of pupils) {
    const { own, all, surnames } = formsOf(pupil);
    for (const key of own) written.add(key);
    for (const key of all) addAlone(key, GIVEN | VARIANT);
    for (const surname of surnames) {
      addAlone(surname, SURNAME);
      for (const key of all) add(`${key} ${surname}`, FULL);
      for (const key of own) {
        add(`${[...key][0]!} ${surname}`, FULL);
        if (surname.length > 1) add(`${key} ${[...surname][0]!}`, FULL);
      }
    }
  }
  for (const key of written) marks.set(key, marks.get(key)! & ~VARIANT);
  return marks;
};

/** The last word and its particles are the surname: `Siôn ap Rhys`, `Maja van der Berg`. */
export const toPupil = (name: string): Pupil => {
  const [last = '', first = ''] = name.split(',').map((part) => part.trim());
  if (first !== '') return { given: [first], surnames: last === '' ? [] : [last] };
  const words = name.trim().split(/\s+/u);
  let from = Math.max(words.length - 1, 1);
  while (from > 1 && isParticle(toNameKey(words[from - 1]!))) from -= 1;
  const surname = words.slice(from).join(' ');
  return { given: [words.slice(0, from).join(' ')], surnames: surname === '' ? [] : [surname] };
};
