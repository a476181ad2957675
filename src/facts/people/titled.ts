import type { Span } from '../../core/span.ts';
import { isCue } from './cue-words.ts';
import { findKnown } from './known-table.ts';
import type { PersonKind, PersonMention } from './person.ts';
import type { Token, TokenLine } from './tokens.ts';

const TITLES: readonly (readonly [string, PersonKind, string])[] = [
  ['staff-title', 'staff', 'a title of a member of staff stands before it'],
  ['adult-title', 'adult', 'a title of an adult stands before it'],
  ['family-title', 'parent', 'a word for a grown-up of the family stands before it'],
  ['public-title', 'public', 'a title of a public or historical person stands before it'],
];

/** A capitalised word, or one typed small after `mr` and the like. */
const isNameLike = ({ shape, key, level, band }: Token): boolean =>
  (shape === 'capital' || shape === 'upper') &&
  !isCue('calendar', key) &&
  (level === 0 || level > 1 || band > 0 || key.length === 1);

const followsTitle = ({ gap }: Token): boolean => gap === ' ' || gap === '. ';

const isLowerCaseTitle = ({ key, shape }: Token): boolean =>
  shape === 'lower' && /^(?:mr|mrs|ms|mx|dr)$/u.test(key);

const titleOf = (token: Token): (typeof TITLES)[number] | undefined =>
  token.shape === 'lower' && !isLowerCaseTitle(token)
    ? undefined
    : TITLES.find(([cue]) => isCue(cue, token.key));

/** `Mrs Okafor`, `Coach Ravi`, `Grandad Joe`, `Queen Victoria`: a title settles who it is. */
export const titledIn = ({ part, tokens }: TokenLine): readonly PersonMention[] => {
  const found: PersonMention[] = [];
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const title = titleOf(tokens[at]!);
    const next = tokens[at + 1]!;
    if (!title || !followsTitle(next) || tokens[at]!.isPossessive) continue;
    if (!isNameLike(next) && !(isLowerCaseTitle(tokens[at]!) && next.level === 0)) continue;
    let to = at + 2;
    while (to < tokens.length && to < at + 4 && !tokens[to - 1]!.isPossessive) {
      const token = tokens[to]!;
      if (token.gap !== ' ' || token.shape !== 'capital' || !isNameLike(token)) break;
      if (isCue('place-noun', token.key)) break;
      to += 1;
    }
    const phrase = tokens
      .slice(at, to)
      .map(({ key }) => key)
      .join(' ');
    const known = findKnown(phrase);
    const [, who, reason] = title;
    found.push({
      part,
      span: { start: tokens[at]!.span.start, end: tokens[to - 1]!.span.end },
      form: 'titled',
      who:
        known === 'fictional'
          ? 'fictional'
          : known === 'historical' || known === 'public'
            ? 'public'
            : who,
      confidence: 'certain',
      evidence: [reason],
    });
    at = to - 1;
  }
  return found;
};

/** `Ayşe Hanım`, `Arjun bhai`: languages that put the title behind. */
export const titledBehindIn = ({ part, tokens }: TokenLine): readonly PersonMention[] =>
  tokens.flatMap((title, at) => {
    const name = tokens[at - 1];
    if (!name || title.gap !== ' ' || name.shape !== 'capital' || name.isPossessive) return [];
    if (name.level === 1 || !isCue('adult-suffix', title.key)) return [];
    return [
      {
        part,
        span: { start: name.span.start, end: title.span.end },
        form: 'titled',
        who: 'adult',
        confidence: 'likely',
        evidence: ['a title of an adult stands behind it'],
      } satisfies PersonMention,
    ];
  });

/** `Storm Isla`, `HMS Victoria`: things with somebody’s name, which name nobody. */
export const namedThingsIn = ({ tokens }: TokenLine): readonly { readonly span: Span }[] =>
  tokens.flatMap((title, at) => {
    const name = tokens[at + 1];
    if (!name || name.gap !== ' ' || name.shape === 'lower' || title.shape === 'lower') return [];
    if (!isCue('thing-title', title.key)) return [];
    return [{ span: { start: title.span.start, end: name.span.end } }];
  });
