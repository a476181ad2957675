import { pattern } from '../core/pattern.ts';
import { kindOf } from '../core/post.ts';
import type { Detail } from '../core/trace.ts';
import type { Detector, Document } from '../document/document.ts';
import list from './data/details.txt?raw';
import { groups } from './groups.ts';
import { people } from './people.ts';
import { toKey } from './words.ts';
import { wordRunDetector } from './word-runs.ts';

type Kind = Detail['kind'];

const runs = wordRunDetector(list);

/** Headings of the list that are details; `child` only says that one child is spoken of. */
const LISTED: readonly Kind[] = ['role', 'club', 'description', 'day'];

/** What every pair of initials holds: two capitals side by side or with stops between. */
const MAY_BE_INITIALS = /[A-Z]\.?[- ]?[A-Z]/u;

/** `Canal Street`, `Fern Hill Farm`: where somebody lives or walks. */
const PLACE = pattern(
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’]+(?: \p{Lu}[\p{L}'’]+)? (?:Street|Road|Lane|Avenue|Close|Drive|Crescent|Terrace|Estate|Farm|Village|Bridge)(?![\p{L}\p{N}])/gu,
);

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve thirteen'.split(
  ' ',
);

/** `Y4`, `Year 4` and `year four` are one; what names several years tells of none. */
const yearIn = (text: string): string | undefined => {
  const small = toKey(text);
  if (/^(?:reception|nursery|yr)$/u.test(small)) return small === 'yr' ? 'reception' : small;
  const [written, ...others] =
    small.match(/\d+|[a-z]{3,}/gu)?.filter((word) => !/^(?:years?|yrs?)$/u.test(word)) ?? [];
  if (written === undefined || others.length > 0) return undefined;
  const number = /^\d+$/u.test(written) ? Number(written) : NUMBERS.indexOf(written) + 1;
  return number >= 1 && number <= 13 ? `y${number}` : undefined;
};

/** Of several years or classes the first is taken for the child’s: others stand beside it. */
const FIRST_ALONE: readonly Kind[] = ['year', 'class'];

/** A class has the name or the sign of one: `4b`, `hazel class`. */
const classIn = (text: string): string | undefined =>
  /\d/u.test(text) || /^\p{Lu}/u.test(text)
    ? toKey(text)
        .replace(/^class /u, '')
        .trim()
    : undefined;

const grouped = (document: Document): readonly Detail[] =>
  document.facts(groups).flatMap(({ part, span, kind }): readonly Detail[] => {
    const text = part.text.slice(span.start, span.end);
    if (kind === 'year') {
      const value = yearIn(text);
      return value === undefined ? [] : [{ kind: 'year', value }];
    }
    if (kind === 'class') {
      const value = classIn(text);
      return value === undefined ? [] : [{ kind: 'class', value }];
    }
    return kind === 'team' && /^(?:u|under)/iu.test(text)
      ? [{ kind: 'club', value: toKey(text).replace(/[^\d]+/u, 'u') }]
      : [];
  });

const initialsOf = (document: Document): readonly Detail[] =>
  document
    .facts(people)
    .filter(({ form, who }) => form === 'initials' && who === 'child')
    .map(({ part, span }) => ({
      kind: 'initials',
      value: part.text.slice(span.start, span.end).replaceAll(/[. -]/gu, '').toUpperCase(),
    }));

/** A child whose name stands in the post is told by it, and rules about names judge that. */
const namesChild = (document: Document): boolean =>
  document
    .facts(people)
    .some(
      ({ form, who, confidence }) =>
        who === 'child' && form !== 'initials' && confidence !== 'possible',
    );

const places = ({ body, school }: Document): readonly Detail[] => {
  const own = toKey(school.contacts.addresses.join('\n'));
  return [...PLACE.matchAll(body.text)].flatMap(([text]): readonly Detail[] => {
    const value = toKey(text);
    return own.includes(value) ? [] : [{ kind: 'place', value }];
  });
};

/** `our new striker` and `my striker` are one role. */
const bare = (text: string): string =>
  toKey(text)
    .replace(/^(?:(?:our|my|the|her|his|on|every|star|young) )+/u, '')
    .replace(/ (?:club|team|squad|captain|final|finals|match|gala|cup)$/u, '')
    .replace(/days?( |$).*$/u, 'day');

const withoutRepeats = (details: readonly Detail[]): readonly Detail[] => {
  const seen = new Set<string>();
  return details.filter(({ kind, value }) => {
    const key = FIRST_ALONE.includes(kind) ? kind : `${kind} ${value}`;
    return !seen.has(key) && seen.add(key);
  });
};

/**
 * What a post about one child without a name tells of that child, each once. Values are in one
 * spelling, so that posts can be put together; none is a name.
 */
export const details: Detector<Detail> = (document) => {
  const { post, body } = document;
  if (kindOf(post) !== 'own') return [];
  const found = document.facts(runs);
  const isOne = found.some(({ heading }) => heading === 'child' || heading === 'role');
  if (!isOne && !MAY_BE_INITIALS.test(body.text)) return [];
  const initials = initialsOf(document);
  if ((!isOne && initials.length === 0) || initials.length > 1 || namesChild(document)) return [];
  const listed = found.flatMap(({ heading, span }): readonly Detail[] => {
    const kind = LISTED.find((one) => one === heading);
    return kind ? [{ kind, value: bare(body.text.slice(span.start, span.end)) }] : [];
  });
  return withoutRepeats([...initials, ...grouped(document), ...listed, ...places(document)]);
};
