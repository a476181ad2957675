import fictional from '../data/figures/fictional.txt?raw';
import historical from '../data/figures/historical.txt?raw';
import places from '../data/figures/places.txt?raw';
import publicFigures from '../data/figures/public.txt?raw';
import things from '../data/figures/things.txt?raw';
import { entries } from '../phrase-lines.ts';
import { toNameKey } from './lexicon.ts';

export type KnownKind = 'public' | 'historical' | 'fictional' | 'place' | 'thing';

/** The lists of widely known names, each of one kind. */
export const FIGURES: readonly (readonly [KnownKind, string])[] = [
  ['public', publicFigures],
  ['historical', historical],
  ['fictional', fictional],
  ['place', places],
  ['thing', things],
];

/** `theme: name, name, …`, a theme on as many lines as it needs. */
export const namesOf = (list: string): readonly string[] =>
  entries(list).flatMap((line) => line.slice(line.indexOf(': ') + 2).split(', '));

/** As words of a post are looked up: `Grace O'Malley` → `grace omalley`, `Handa's Hen` → `handa hen`. */
export const phraseKey = (name: string): string =>
  toNameKey(name.replace(/'s(?=\s|$)|(?<=s)'(?=\s|$)/gu, '')).replace(/\s+/gu, ' ');

const INITIALS = /^(?:[a-z] )+(?=[a-z]{2})/u;

const joinInitials = (phrase: string): string =>
  phrase.replace(INITIALS, (initials) => `${initials.replaceAll(' ', '')} `);

/** Words cut at hyphens and apostrophes, which some readers of a post keep as words of their own. */
const cut = (name: string): string =>
  toNameKey(name.replaceAll('-', ' - ')) === phraseKey(name) && !name.includes("'")
    ? phraseKey(name)
    : name
        .split(' ')
        .map((word) => word.split("'").map(toNameKey).join('  '))
        .join(' ')
        .replaceAll('-', ' - ');

/** How else people write it: `JK Rowling`, `Jessica Ennis Hill`, `Ben & Jerry's`, `Saint Patrick`. */
export const phrasesOf = (name: string): readonly string[] => {
  const key = phraseKey(name);
  const forms = [key, cut(name), joinInitials(key)];
  if (key.includes(' ')) forms.push(key.replaceAll('-', ' '));
  if (key.startsWith('st ')) forms.push(`saint ${key.slice('st '.length)}`);
  return [...new Set(forms.flatMap((form) => [form, form.replaceAll(' and ', ' & ')]))];
};
