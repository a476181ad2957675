import { pattern } from '../../core/pattern.ts';
import type { Document } from '../../document/document.ts';
import type { PersonMention } from '../people.ts';
import { people } from '../people.ts';
import { toKey } from '../words.ts';
import { surest } from '../surest.ts';

/** A relative or a thing that belongs to the child: the child is not who the post is about. */
const BELONGINGS = pattern(
  /^['\u2019]s? (?:(?:[\p{L}]+) )?(?:mums?|dads?|mam|mother|father|gran|granny|nan|nana|nain|taid|grandma|grandad|grandpa|family|brothers?|sisters?|twin|friend|cousin|turn|parents|uncle|auntie?|class|table|team|house|group)(?![\p{L}])/iu,
);
const POSSESSIVE = pattern(/^['\u2019]s?(?![\p{L}])/iu);
const BETWEEN_WORDS = pattern(/[^\p{L}\p{N}'-]+/u);
const CLASSES_WORD = pattern(
  /^(?: (?:class|house|table|squad|group|cup|trophy|shield|hall|room)(?![\p{L}]))/iu,
);
/** Words just quoted: `“…” – Name`, `“…” (Name, 6)`. */
const AFTER_QUOTE = /["\u201d\u2019\u00bb)] ?[-\u2013\u2014~(,]? ?$/u;
const BEFORE_QUOTE = /^,? ?(?:\(?(?:y|year|aged?)? ?\d{1,2}\)?)?: ?["\u201c\u2018]/i;

/** A newborn is no pupil; `and the whole team` makes a group of it. */
const NEWBORN = /\bbaby(?: (?:girl|boy|son|daughter))?,? $/i;
const COMPANY =
  /^,? (?:and|&) (?:the (?:rest|whole|others|entire|other)|all (?:the|our)|our other|(?:his|her|their) (?:team|crew|friends|classmates|group))/i;

const keyOf = ({ part, span }: PersonMention): string =>
  toKey(part.text.slice(span.start, span.end));

/** `Ollie` and `Ollie Bright`, `Xav` and `Xavier`, `Brnadon` and `BRANDON`. */
const isSame = (a: string, b: string): boolean => {
  if (a === b) return true;
  const [first, second] = [a, b].map((key) => key.split(BETWEEN_WORDS.fit(key)));
  if (first!.some((token) => token.length > 1 && second!.includes(token))) return true;
  const [x, y] = [first![0]!, second![0]!];
  if (x.length < 3 || y.length < 3) return false;
  if (x.startsWith(y.slice(0, 3)) && (x.startsWith(y) || y.startsWith(x))) return true;
  return (
    x.length === y.length &&
    x.length > 4 &&
    x.length < 20 &&
    [...x].sort().join('') === [...y].sort().join('')
  );
};

const isOwner = ({ part, span }: PersonMention): boolean => {
  const after = part.text.slice(span.end, span.end + 40);
  const before = part.text.slice(Math.max(0, span.start - 16), span.start);
  return BELONGINGS.test(after) || CLASSES_WORD.test(after) || NEWBORN.test(before);
};

const isInCompany = ({ part, span }: PersonMention): boolean =>
  COMPANY.test(part.text.slice(span.end, span.end + 30));

const isPossessive = ({ part, span }: PersonMention): boolean =>
  POSSESSIVE.test(part.text.slice(span.end, span.end + 3));

const isQuotedSpeaker = ({ part, span }: PersonMention): boolean =>
  AFTER_QUOTE.test(part.text.slice(Math.max(0, span.start - 4), span.start)) ||
  BEFORE_QUOTE.test(part.text.slice(span.end, span.end + 14));

/** The children a post's text names. */
export interface NamedChildren {
  /** Mentions of the child or children at its centre. */
  readonly mentions: readonly PersonMention[];
  readonly isSeveral: boolean;
  /** Only credited with words that are quoted, or with a thing: `“…” – Name`, `Name's poem`. */
  readonly isAside: boolean;
}

export const namedChildren = (document: Document): NamedChildren => {
  const children = document
    .facts(people)
    .filter(({ part, who }) => part === document.body && who === 'child');
  const mentions = surest(children).filter((mention) => !isOwner(mention));
  const keys = mentions.map(keyOf);
  return {
    mentions,
    isSeveral: keys.some((key) => !isSame(key, keys[0]!)) || mentions.some(isInCompany),
    isAside: mentions.every((mention) => isQuotedSpeaker(mention) || isPossessive(mention)),
  };
};
