import type { PersonMention } from './person.ts';
import { toNameKey } from './lexicon.ts';

/** Work in and round a school that no pupil does; a pupil may be librarian, captain or author. */
const ROLE =
  '(?:tas?|teaching assistants?|teachers?|head ?teacher|governors?|caretakers?|cooks?|cleaners?|secretary|receptionist|matron|bursar|lollipop (?:lady|man)|crossing patrol|site (?:manager|team)|midday (?:supervisors?|team)|lunchtime (?:supervisors?|team)|catering team|kitchen (?:team|staff)|office team|supply teacher|minibus driver|taxi driver|coach driver|bus driver|school nurse|dads?|mums?|grandparents|neighbours?)';
const WORDS = '(?:[\\p{L}\\d-]+ ){0,2}';
/** `Our caretaker Geoff`, `crossing patrol Ron`. */
const ROLE_BEFORE = new RegExp(`(?<![\\p{L}'\\u2019-])${ROLE},? $`, 'iu');
/** `Jess and Priya, our two TAs`, `Priya, who joins us as a teaching assistant`, `Ravi (one of our dads)`. */
const ROLE_AFTER = new RegExp(
  `^[,(\\u2013 -]{1,3}(?:both )?(?:part of |one of |two of )?(?:who [\\p{L}]+ us (?:[\\p{L}]+ )?as )?(?:our|the|a|an) ${WORDS}${ROLE}(?![\\p{L}])`,
  'iu',
);
/** From one name of a list to the next. */
const NEXT_NAME = /^(?:, | and | & |, and )$/u;
const BEFORE = 40;
const AFTER = 80;

const keyOf = ({ part, span }: PersonMention): string =>
  toNameKey(part.text.slice(span.start, span.end));

const hasRole = ({ part, span }: PersonMention): boolean =>
  ROLE_BEFORE.test(part.text.slice(Math.max(0, span.start - BEFORE), span.start)) ||
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
  const adults = new Set<string>();
  let isListed = false;
  for (let at = mentions.length - 1; at >= 0; at -= 1) {
    const mention = mentions[at]!;
    const next = mentions[at + 1];
    const isAdult = hasRole(mention) || (isListed && next !== undefined && areListed(mention, next));
    if (isAdult && mention.who === 'child') adults.add(keyOf(mention));
    isListed = isAdult;
  }
  if (adults.size === 0) return mentions;
  return mentions.map((mention) =>
    mention.who === 'child' && adults.has(keyOf(mention)) ? asAdult(mention) : mention,
  );
};
