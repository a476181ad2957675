import { once } from '../../core/once.ts';
import type { DirectoryEntry } from '../../core/school.ts';
import { nameBand, toNameKey } from '../../facts/people/lexicon.ts';
import education from '../data/education.txt?raw';
import { profileText } from './directory.ts';
import { listedWords, sectionsOf } from './words.ts';

const lists = once(() => sectionsOf(education));
const educationWords = listedWords(education, 'words');
const kinds = once(() => new Set(lists().get('kinds')));
const peopleKinds = once(() => new Set(lists().get('people')));

/** Ends of hosts, before a path, a space or the end; after a dot or the sign of an address. */
const domains = once(() => {
  const ends = (lists().get('domains') ?? []).map((end) => end.replaceAll('.', '\\.'));
  return new RegExp(`[.@](?:${ends.join('|')})(?![\\w-]|\\.\\w)`, 'iu');
});

const kindOf = ({ kind }: DirectoryEntry): string => kind?.trim().toLowerCase() ?? '';

/**
 * Whether a profile shows a link with education: by its words, its addresses or the school’s own record.
 * `words` show one too.
 */
export const isEducational = (entry: DirectoryEntry, words: RegExp): boolean => {
  const text = profileText(entry);
  return (
    kinds().has(kindOf(entry)) ||
    educationWords().test(text) ||
    domains().test(text) ||
    words.test(text)
  );
};

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev)\b\.?/iu;
const MOST_WORDS = 4;

/** `Tamsin Rowe`, `Dr Idris`: the shape of somebody’s name, not of an organisation’s. */
export const isPersonName = (name: string): boolean => {
  const words = name.match(/[\p{L}\p{M}'’.-]+/gu) ?? [];
  if (words.length < 2 || words.length > MOST_WORDS) return false;
  if (TITLE.test(words[0]!)) return true;
  return words.every((word) => /^\p{Lu}/u.test(word)) && nameBand(toNameKey(words[0]!)) > 0;
};

/** Whether it is somebody’s own account, as the school recorded it or as its name looks. */
export const isPersonal = (entry: DirectoryEntry): boolean => {
  const kind = kindOf(entry);
  if (kind !== '') return peopleKinds().has(kind);
  return entry.name !== undefined && isPersonName(entry.name);
};

/** Whether there is anything to judge it by. */
export const hasProfile = (entry: DirectoryEntry | undefined): entry is DirectoryEntry =>
  entry !== undefined &&
  [entry.name, entry.bio, entry.kind, entry.website].some((one) => (one ?? '').trim() !== '');
