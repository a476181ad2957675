import type { School } from '../core/school.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import namesakesList from './data/school-namesakes.txt?raw';
import { handles } from './handles.ts';
import { links } from './links.ts';
import { entries } from './phrases.ts';
import { isTouched, stretchesOf } from './stretches.ts';
import { toKey, words } from './words.ts';

/** A place where the post says which school it is of; the span counts the part’s folded text. */
export interface SchoolSign {
  readonly part: Part;
  readonly span: Span;
  readonly form: 'name' | 'handle' | 'hashtag' | 'address' | 'website';
}

const NAMESAKES: ReadonlySet<string> = new Set(entries(namesakesList));
/** One word shorter than this is too often an everyday word to be read in small letters. */
const LEAST_LETTERS = 6;

/** A name as its words; a short one is read only with a capital. */
interface Wanted {
  readonly keys: readonly string[];
  readonly needsCapital: boolean;
  readonly form: 'name' | 'address';
}

/** What the school has told of itself, made ready to be looked for. */
interface Known {
  readonly byFirst: ReadonlyMap<string, readonly Wanted[]>;
  /** Names run together as in hashtags. */
  readonly tags: readonly string[];
  readonly handles: ReadonlySet<string>;
  readonly sites: readonly string[];
}

const keysOf = (name: string): readonly string[] =>
  toKey(name.replaceAll('’', "'")).match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? [];

const wantedBy = ({ names, contacts }: School): readonly Wanted[] => {
  const wanted = (form: Wanted['form']) => (name: string) => {
    const keys = keysOf(name);
    return { keys, form, needsCapital: keys.length === 1 && keys[0]!.length < LEAST_LETTERS };
  };
  return [
    ...names.map(wanted('name')),
    ...[...contacts.addresses, ...contacts.postcodes].map(wanted('address')),
  ]
    .filter(({ keys }) => keys.length > 0)
    .sort((a, b) => b.keys.length - a.keys.length);
};

const domainOf = (email: string): string => email.slice(email.indexOf('@') + 1).toLowerCase();

const read = (school: School): Known => {
  const wanted = wantedBy(school);
  const byFirst = new Map<string, Wanted[]>();
  for (const one of wanted) {
    const known = byFirst.get(one.keys[0]!);
    if (known) known.push(one);
    else byFirst.set(one.keys[0]!, [one]);
  }
  const official = school.accounts.filter(({ kind }) => kind !== 'personal');
  return {
    byFirst,
    tags: wanted
      .filter(({ form }) => form === 'name')
      .map(({ keys }) => keys.join('').replace(/['-]/gu, ''))
      .filter((tag) => tag.length >= LEAST_LETTERS),
    handles: new Set(official.flatMap(({ handle }) => handle?.toLowerCase() ?? [])),
    sites: school.contacts.emails.map(domainOf),
  };
};

const known = new WeakMap<School, Known>();

const knownOf = (school: School): Known => {
  const before = known.get(school);
  if (before) return before;
  const made = read(school);
  known.set(school, made);
  return made;
};

const withoutPossessive = (key: string): string => key.replace(/'s?$/u, '');
const isKey = (own: string, key: string): boolean => own === key || withoutPossessive(own) === key;

const namedIn = (document: Document, { byFirst }: Known): SchoolSign[] => {
  if (byFirst.size === 0) return [];
  const all = document.facts(words);
  const found: SchoolSign[] = [];
  let next = 0;
  for (const [at, word] of all.entries()) {
    if (at < next) continue;
    const begun = byFirst.get(word.key) ?? byFirst.get(withoutPossessive(word.key)) ?? [];
    for (const { keys, needsCapital, form } of begun) {
      const last = all[at + keys.length - 1];
      if (!last || last.part !== word.part) continue;
      const isSame = keys.every((key, step) => isKey(all[at + step]!.key, key));
      if (!isSame || (needsCapital && word.text[0] === word.key[0])) continue;
      const follower = all[at + keys.length];
      const isBeside = follower?.part === word.part && follower.span.start - last.span.end === 1;
      if (form === 'name' && isBeside && NAMESAKES.has(follower.key)) continue;
      const isWhole = last.key === keys.at(-1);
      const end = isWhole ? last.span.end : last.span.start + withoutPossessive(last.text).length;
      found.push({ part: word.part, span: { start: word.span.start, end }, form });
      next = at + keys.length;
      break;
    }
  }
  return found;
};

const TAG = /[#＃][\p{L}\p{N}_]+/gu;

const taggedIn = ({ parts }: Document, { tags }: Known): SchoolSign[] => {
  if (tags.length === 0) return [];
  return parts.flatMap((part) =>
    [...(part.text.includes('#') ? part.text.matchAll(TAG) : [])].flatMap(({ 0: tag, index }) => {
      const key = toKey(tag.slice(1)).replaceAll('_', '');
      return tags.some((one) => key.startsWith(one) || key.endsWith(one))
        ? [{ part, span: { start: index, end: index + tag.length }, form: 'hashtag' as const }]
        : [];
    }),
  );
};

/** On the school’s own domain, or below one of its accounts: `x.com/OakfieldPrimary/status/1`. */
const isOurs = (url: string, { sites, handles: own }: Known): boolean =>
  sites.some((site) => url.includes(site)) ||
  url.split(/[/?#]/u).some((step) => own.has(step.replace(/^@/u, '')));

/**
 * Wherever the post tells which school it is of. A personal account of the school’s list is none of
 * its signs, and neither is a place or a club that has the same name.
 */
export const schoolSigns: Detector<SchoolSign> = (document) => {
  const told = knownOf(document.school);
  const own = document
    .facts(handles)
    .filter(({ isOwn, name }) => isOwn && told.handles.has(name.toLowerCase()))
    .map(({ part, span }) => ({ part, span, form: 'handle' as const }));
  const sites = document
    .facts(links)
    .filter(({ url }) => isOurs(url.toLowerCase(), told))
    .map(({ part, span }) => ({ part, span, form: 'website' as const }));
  const signs = [...namedIn(document, told), ...own, ...taggedIn(document, told), ...sites];
  // A name inside a hashtag or a link is the hashtag’s.
  const holders = stretchesOf(signs.filter(({ form }) => form === 'hashtag' || form === 'website'));
  return signs.filter((sign) => sign.form !== 'name' || !isTouched(holders, sign));
};
