import { pattern } from '../../core/pattern.ts';
import { isCue } from './cue-words.ts';
import type { PersonMention } from './person.ts';
import type { Token, TokenLine } from './tokens.ts';

const LETTER = pattern(/^\p{L}/u);
const LATIN = pattern(/\p{Script=Latin}/u);
const NEAR = 4;

/** A name takes two words at the most; more is a sentence. */
const LONGEST = 2;

const isForeign = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.text.charCodeAt(0) > 0x2ff &&
  LETTER.test(token.text) &&
  !LATIN.test(token.text);

const AFTER_PRAISE = /^(?:to|by|for|from|is|goes|done|congratulations|birthday|welcome|bravo)$/u;

/** Words of another script where a name of the post’s own language would stand. */
export const otherScriptsIn = (line: TokenLine): readonly PersonMention[] => {
  const { tokens, part } = line;
  const found: PersonMention[] = [];
  let isGoing = false;
  for (let from = 0; from < tokens.length; from += 1) {
    if (!isForeign(tokens[from])) continue;
    let to = from + 1;
    while (isForeign(tokens[to]) && tokens[to]!.gap === ' ') to += 1;
    const before = tokens[from - 1];
    const behind = tokens[to];
    const isCued =
      before !== undefined &&
      AFTER_PRAISE.test(before.key) &&
      tokens
        .slice(Math.max(0, from - NEAR), from)
        .some(({ key }) => isCue('praise', key) || isCue('pupil', key) || key === 'birthday');
    const isListed: boolean =
      isGoing && (before?.key === 'and' || /^ ?[,&、،] ?$/u.test(tokens[from]!.gap));
    const isGrouped =
      behind !== undefined &&
      /^ \(?$/u.test(behind.gap) &&
      [behind, tokens[to + 1]].some(
        (token) => token !== undefined && isCue('group-word', token.key),
      );
    isGoing = to - from <= LONGEST && (isCued || isListed || isGrouped);
    if (isGoing)
      found.push({
        part,
        span: { start: tokens[from]!.span.start, end: tokens[to - 1]!.span.end },
        form: 'given',
        who: 'child',
        confidence: 'likely',
        evidence: ['a word of another script where a name would stand'],
      });
    from = to - 1;
  }
  return found;
};
