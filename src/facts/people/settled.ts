import type { Span } from '../../core/span.ts';
import type { KnownPhrase } from './known-names.ts';
import { knownMention, knownNobodiesIn, knownPhrases } from './known-names.ts';
import type { Claim, Lists } from './listed.ts';
import { listedIn } from './listed.ts';
import { listedMention, withTitleEvidence } from './listed-mentions.ts';
import { otherScriptsIn } from './other-scripts.ts';
import { overlaps } from './overlaps.ts';
import type { PersonMention } from './person.ts';
import { speltOutIn, speltWordsIn } from './spelt-out.ts';
import { namedThingsIn, titledBehindIn, titledIn } from './titled.ts';
import type { Token, TokenLine } from './tokens.ts';

/** What needs no weighing in one line of words. */
export interface Settled {
  readonly mentions: readonly PersonMention[];
  /** Listed names that the words round them decide. */
  readonly open: readonly Claim[];
  /** Whether a place is settled, by a name or as no name at all. */
  readonly isTaken: (place: { readonly span: Span }) => boolean;
}

/** The first of those that meet. */
const apartFrom = <Placed extends { readonly span: Span }>(
  all: readonly Placed[],
): readonly Placed[] => {
  let end = 0;
  return [...all]
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ span }) => {
      if (span.start < end) return false;
      end = span.end;
      return true;
    });
};

const isCapital = ({ shape }: Token): boolean => shape !== 'lower' && shape !== 'number';

/** `Jack Russell` where one pupil is a Jack; not `Sandy and Danny` where there are both. */
const isBeyond =
  ({ tokens }: TokenLine, claims: readonly Claim[]) =>
  ({ span }: KnownPhrase): boolean => {
    const own = tokens.filter(
      (token) => token.span.start >= span.start && token.span.end <= span.end,
    );
    const inside = claims.filter(
      (claim) =>
        claim.form !== 'surname' && span.start < claim.span.end && claim.span.start < span.end,
    );
    return (
      inside.every(({ from, to }) => to === from + 1) &&
      inside.length < own.filter(isCapital).length
    );
  };

/** What titles, the school's own lists and names that everybody knows settle, in this order. */
export const settle = (line: TokenLine, lists: Lists): Settled => {
  const listed = listedIn(line, lists);
  const full = listed.filter(
    ({ listed: kind, form, isSettled }) => kind === 'pupil' && form === 'full' && isSettled,
  );
  const isPupils = (title: PersonMention): boolean =>
    full.some(({ span }) => span.start <= title.span.start && title.span.end <= span.end);
  const titled = [...titledIn(line), ...titledBehindIn(line)]
    .filter((title) => !isPupils(title))
    .map((title) => withTitleEvidence(title, listed));
  const isTitled = overlaps(titled);
  const untitled = listed.filter((claim) => !isTitled(claim));
  const isClaimed = overlaps(untitled);
  const goesBeyond = isBeyond(line, untitled);
  const phrases = knownPhrases(line).filter(
    (phrase) => !isTitled(phrase) && (!isClaimed(phrase) || goesBeyond(phrase)),
  );
  const isKnown = overlaps(phrases);
  const claims = untitled.filter((claim) => claim.isSettled && !isKnown(claim));
  const isSettled = overlaps([...titled, ...claims, ...phrases]);
  const apart = [...speltOutIn(line), ...otherScriptsIn(line)];
  const nobody = apartFrom([
    ...namedThingsIn(line),
    ...speltWordsIn(line),
    ...knownNobodiesIn(line),
  ]);
  const things = nobody.filter((thing) => !isSettled(thing));
  const isThing = overlaps(things);
  const others = apartFrom(apart.filter((one) => !isSettled(one) && !isThing(one)));
  const isTaken = overlaps([...titled, ...claims, ...phrases, ...things, ...others]);
  return {
    mentions: [
      ...titled,
      ...claims.flatMap((claim) => listedMention(line, claim)),
      ...phrases.flatMap((phrase) => knownMention(line.part, phrase)),
      ...others,
    ],
    open: untitled.filter((claim) => !claim.isSettled && !isTaken(claim)),
    isTaken,
  };
};
