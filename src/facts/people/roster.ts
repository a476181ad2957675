import type { KnownPeople } from '../../core/school.ts';
import { toNameKey } from './lexicon.ts';

/** What the school's own lists say about a name. */
export type Listed = 'pupil' | 'adult' | 'mascot' | 'other';

const words = (name: string): readonly string[] => toNameKey(name).split(/\s+/u).filter(Boolean);

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|sir|rev|prof|coach)\.?$/u;

const build = ({
  pupils,
  adults,
  houses,
  mascots,
  approved,
}: KnownPeople): ReadonlyMap<string, Listed> => {
  const listed = new Map<string, Listed>();
  for (const name of pupils) listed.set(words(name)[0] ?? '', 'pupil');
  for (const name of mascots) listed.set(words(name).join(' '), 'mascot');
  for (const name of [...houses, ...approved]) listed.set(words(name).join(' '), 'other');
  for (const name of pupils) {
    const full = words(name);
    if (full.length > 1) listed.set(full.join(' '), 'pupil');
  }
  for (const name of adults) {
    const own = words(name).filter((word) => !TITLE.test(word));
    listed.set(own.join(' '), 'adult');
    if (own.length > 1 && !listed.has(own[0]!)) listed.set(own[0]!, 'adult');
  }
  listed.delete('');
  return listed;
};

const built = new WeakMap<KnownPeople, ReadonlyMap<string, Listed>>();

/** The school's lists by name, in lower case without accents; full names beat given names. */
export const roster = (known: KnownPeople): ReadonlyMap<string, Listed> => {
  let listed = built.get(known);
  if (!listed) {
    listed = build(known);
    built.set(known, listed);
  }
  return listed;
};
