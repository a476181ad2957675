import type { PersonMention } from './person.ts';
import { toNameKey } from './lexicon.ts';

/** Work in and round a school that no pupil does; a pupil may be librarian, captain or author. */
const ROLE =
  '(?:tas?|teaching assistants?|teachers?|head ?teacher|governors?|caretakers?|cooks?|cleaners?|secretary|receptionist|matron|bursar|lollipop (?:lady|man)|crossing patrol|site (?:manager|team)|midday (?:supervisors?|team)|lunchtime (?:supervisors?|team)|catering team|kitchen (?:team|staff)|office team|supply teacher|minibus driver|taxi driver|coach driver|bus driver|school nurse|dads?|mums?|grandparents|neighbours?)';
const WORDS = '(?:[a-z\\d-]+ ){0,2}';
/** `Our caretaker Geoff`, `crossing patrol Ron`: the word behind a role. */
const NAMED_BY_ROLE = new RegExp(`(?<![a-z'\\u2019-])${ROLE} ([^\\s.,:;!?()]{2,40})`, 'gi');
/**
 * `Jess and Priya, our two TAs`, `Priya, who joins us as a teaching assistant`. The role ends its phrase:
 * in `Josh, our teachers loved it` it is not Josh's.
 */
const ROLE_AFTER = new RegExp(
  `^[,(\\u2013 -]{1,3}(?:both )?(?:part of |one of |two of )?(?:who [a-z]+ us (?:[a-z]+ )?as )?(?:our|an?) ${WORDS}${ROLE}(?=[.!?,)\\n]|$| who | running | on )`,
  'i',
);
/** From one name of a list to the next. */
const NEXT_NAME = /^(?:, | and | & |, and )$/u;
const AFTER = 80;

const keyOf = (name: string): string => toNameKey(name.replace(/['\u2019]s?$/u, ''));

const nameOf = ({ part, span }: PersonMention): string => part.text.slice(span.start, span.end);

const hasRole = ({ part, span }: PersonMention): boolean =>
  ROLE_AFTER.test(part.text.slice(span.end, span.end + AFTER));

const areListed = (one: PersonMention, next: PersonMention): boolean =>
  NEXT_NAME.test(one.part.text.slice(one.span.end, next.span.start));

const asAdult = (mention: PersonMention): PersonMention => ({
  ...mention,
  who: 'staff',
  confidence: 'likely',
  evidence: ['a word for an adult’s part in school stands beside it'],
});

/**
 * Mentions of one line, in reading order, with those taken for children made adults where a role that
 * only adults have is theirs; a role after a list of names is everybody's, and a name stays whose it is.
 */
export const withGrownUps = (mentions: readonly PersonMention[]): readonly PersonMention[] => {
  const [first] = mentions.filter(({ who }) => who === 'child');
  if (!first) return mentions;
  const adults = new Set(
    [...first.part.text.matchAll(NAMED_BY_ROLE)].map(([, name]) => keyOf(name!)),
  );
  let isListed = false;
  for (let at = mentions.length - 1; at >= 0; at -= 1) {
    const mention = mentions[at]!;
    const next = mentions[at + 1];
    const isAdult: boolean =
      hasRole(mention) || (isListed && next !== undefined && areListed(mention, next));
    if (isAdult) adults.add(keyOf(nameOf(mention)));
    isListed = isAdult;
  }
  if (adults.size === 0) return mentions;
  return mentions.map((mention) =>
    mention.who === 'child' && adults.has(keyOf(nameOf(mention))) ? asAdult(mention) : mention,
  );
};
