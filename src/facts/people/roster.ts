import type { KnownPeople, PupilList, PupilName } from '../../core/school.ts';
import { toNameKey } from './lexicon.ts';
import type { Pupil } from './pupil-forms.ts';
import { pupilForms, readMark, toPupil, toPupilKey } from './pupil-forms.ts';

/** What the school's own lists say about a name. */
export type Listed = 'pupil' | 'adult' | 'parent' | 'visitor' | 'figure' | 'mascot' | 'other';

/** All that the lists say about one written form. */
export interface ListedName {
  /** What every list but that of the pupils says. */
  readonly other?: Exclude<Listed, 'pupil'>;
  /** Only for adults with a name of their own: the title and surname alone settle less. */
  readonly isSurname: boolean;
  readonly pupil?: PupilName;
  /** Longer names on some list begin with it. */
  readonly begins: boolean;
}

/** The school's lists by name: words in lower case without accents and hyphens, full names too. */
export interface Names {
  readonly isEmpty: boolean;
  /** Pupils are on a list. */
  readonly hasPupils: boolean;
  find(key: string): ListedName | undefined;
  /** What settles a name that is written where nothing but a name can stand. */
  get(key: string): Listed | undefined;
}

const words = (name: string): readonly string[] =>
  toNameKey(name)
    .split(/[^\p{L}\p{N}-]+/u)
    .map(toPupilKey)
    .filter(Boolean);

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|sir|rev|prof|coach)$/u;

interface Entry {
  other?: Exclude<Listed, 'pupil'>;
  isSurname: boolean;
  begins: boolean;
}

/** Grown-ups by full name, by given name and, behind a title, by surname. */
const GROWN_UPS = ['adults', 'parents', 'visitors'] as const;
const LISTED_AS = { adults: 'adult', parents: 'parent', visitors: 'visitor' } as const;

const othersIn = (known: KnownPeople): ReadonlyMap<string, Entry> => {
  const entries = new Map<string, Entry>();
  const entry = (key: string): Entry => {
    const made = entries.get(key) ?? { isSurname: false, begins: false };
    entries.set(key, made);
    return made;
  };
  const add = (keys: readonly string[], other: Exclude<Listed, 'pupil'>): void => {
    if (keys.length === 0) return;
    if (keys.length > 1) entry(keys[0]!).begins = true;
    const made = entry(keys.join(' '));
    made.other ??= other;
  };
  const { houses, classes, places, mascots, figures, approved } = known;
  for (const name of [...approved, ...houses, ...classes, ...places]) add(words(name), 'other');
  for (const name of mascots) add(words(name), 'mascot');
  for (const name of figures) add(words(name), 'figure');
  for (const kind of GROWN_UPS) {
    for (const name of known[kind]) {
      const all = words(name);
      const own = all.filter((word) => !TITLE.test(word));
      const isSurname = own.length === 1 && all.length > 1;
      if (isSurname && !entries.get(own[0]!)?.other) entry(own[0]!).isSurname = true;
      add(own, LISTED_AS[kind]);
      if (own.length > 1) add(own.slice(0, 1), LISTED_AS[kind]);
    }
  }
  return entries;
};

/** A list of pupils by name that answers as a built roster does. */
export const listPupils = (pupils: readonly Pupil[]): PupilList => {
  const marks = pupilForms(pupils);
  return { find: (key) => readMark(marks.get(key) ?? 0) };
};

const NO_PUPILS: PupilList = { find: () => undefined };

const either = (a: PupilName | undefined, b: PupilName | undefined): PupilName | undefined =>
  a && b
    ? {
        isFull: a.isFull || b.isFull,
        isGiven: a.isGiven || b.isGiven,
        isSurname: a.isSurname || b.isSurname,
        isVariant: (a.isVariant || !a.isGiven) && (b.isVariant || !b.isGiven),
        isWord: a.isWord || b.isWord,
        begins: a.begins || b.begins,
      }
    : (a ?? b);

const build = (known: KnownPeople): Names => {
  const others = othersIn(known);
  const { pupils, roster: built } = known;
  const listed = pupils.length > 0 ? listPupils(pupils.map(toPupil)) : NO_PUPILS;
  const find = (key: string): ListedName | undefined => {
    const pupil = either(listed.find(key), built?.find(key));
    const entry = others.get(key);
    if (!pupil && !entry) return undefined;
    return {
      isSurname: false,
      ...entry,
      ...(pupil && { pupil }),
      begins: (pupil?.begins ?? false) || (entry?.begins ?? false),
    };
  };
  return {
    isEmpty: others.size === 0 && pupils.length === 0 && built === undefined,
    hasPupils: pupils.length > 0 || built !== undefined,
    find,
    get(key) {
      const { other, pupil } = find(toPupilKey(key)) ?? {};
      const isPupil = pupil !== undefined && (pupil.isFull || pupil.isGiven);
      const isGrownUp = other === 'adult' || other === 'parent' || other === 'visitor';
      if (other && !(isPupil && isGrownUp)) return other;
      return isPupil ? 'pupil' : undefined;
    },
  };
};

const built = new WeakMap<KnownPeople, Names>();

/** The school's lists by name; approved names, houses and mascots beat given names of pupils. */
export const roster = (known: KnownPeople): Names => {
  let names = built.get(known);
  if (!names) {
    names = build(known);
    built.set(known, names);
  }
  return names;
};
