import type { Confidence } from '../../core/severity.ts';
import type { Span } from '../../core/span.ts';
import type { Claim } from './listed.ts';
import type { PersonForm, PersonKind, PersonMention } from './person.ts';
import type { Listed } from './roster.ts';
import type { TokenLine } from './tokens.ts';

const PUPIL = 'a name on the school’s pupil list';

const WHO: Readonly<Record<Exclude<Listed, 'other'>, readonly [PersonKind, string]>> = {
  pupil: ['child', PUPIL],
  adult: ['staff', 'a name on the school’s list of adults'],
  parent: ['parent', 'a name on the school’s list of parents'],
  visitor: ['adult', 'a name on the school’s list of visitors'],
  figure: ['public', 'a name on the school’s list of well-known figures'],
  mascot: ['fictional', 'a name on the school’s list of mascots'],
};

const BOTH = 'a name on the school’s pupil list and on its list of adults';

const REASONS: Partial<Record<PersonForm, string>> = {
  surname: 'a surname on the school’s pupil list',
};

const reasonOf = ({ isBoth, form, listed, from, to }: Claim): string =>
  isBoth
    ? BOTH
    : listed === 'pupil' && to === from + 1
      ? (REASONS[form] ?? PUPIL)
      : listed === 'other'
        ? ''
        : WHO[listed][1];

/** Who a list says bears its names, and the words for it; undefined where they name nobody. */
export const whoIsListed = (listed: Listed): readonly [PersonKind, string] | undefined =>
  listed === 'other' ? undefined : WHO[listed];

/** The mention that a claim stands for; approved names, houses, classes and places name nobody. */
export const listedMention = ({ part }: TokenLine, claim: Claim): readonly PersonMention[] => {
  const { span, listed, form } = claim;
  if (listed === 'other') return [];
  return [
    { part, span, form, who: WHO[listed][0], confidence: 'certain', evidence: [reasonOf(claim)] },
  ];
};

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const RANK: readonly Confidence[] = ['possible', 'likely', 'certain'];

const surer = (a: Confidence, b: Confidence): Confidence =>
  RANK.indexOf(a) > RANK.indexOf(b) ? a : b;

const CHILD_NEAR = 'the words round it speak of a child';
const ADULT_NEAR = 'the words round it speak of an adult';
const NOTHING_NEAR = 'nothing near it says which';

/** What the words round a claim said, with what the list adds. */
const withList = (mention: PersonMention, claim: Claim): PersonMention => {
  const { isBoth, together } = claim;
  const reason = reasonOf(claim);
  if (mention.who !== 'child')
    return isBoth ? { ...mention, evidence: [reason, ADULT_NEAR] } : mention;
  if (isBoth) return { ...mention, evidence: [reason, CHILD_NEAR, ...mention.evidence] };
  const isGuess = claim.isNamesake && mention.confidence === 'possible';
  const confidence = isGuess ? 'possible' : surer(mention.confidence, together);
  return { ...mention, confidence, evidence: [reason, ...mention.evidence] };
};

/** From one name of a list to the next. */
const NEXT_NAME = /^(?:, ?| and | & |, and )$/u;

const hasCompany = (
  claim: Claim,
  children: readonly { readonly span: Span }[],
  text: string,
): boolean =>
  children.some(
    ({ span }) =>
      NEXT_NAME.test(text.slice(span.end, claim.span.start)) ||
      NEXT_NAME.test(text.slice(claim.span.end, span.start)),
  );

/**
 * Mentions of one line with what the lists say of names that the words round them decide. A name on the
 * list of pupils that nothing speaks for is reported as far as it is written as one.
 */
export const withOpenClaims = (
  { part }: TokenLine,
  mentions: readonly PersonMention[],
  open: readonly Claim[],
): readonly PersonMention[] => {
  if (open.length === 0) return mentions;
  const told = mentions.flatMap((mention, at) => {
    const claim = open.find(({ span }) => meets(span, mention.span));
    if (!claim) return [mention];
    const { span } = claim;
    const isWithin = span.start <= mention.span.start && mention.span.end <= span.end;
    const before = mentions[at - 1];
    if (isWithin && before && before.who === mention.who && meets(before.span, span)) return [];
    return [withList(isWithin ? { ...mention, span } : mention, claim)];
  });
  const unmet = open.filter(({ span }) => !mentions.some((one) => meets(one.span, span)));
  const company = [...told.filter(({ who }) => who === 'child'), ...unmet];
  const more = unmet.flatMap((claim): readonly PersonMention[] => {
    const { span, form, alone, isBoth } = claim;
    const isListed = hasCompany(claim, company, part.text);
    if (!alone && !isListed) return [];
    const confidence = isListed ? surer(alone ?? 'possible', 'likely') : alone!;
    const evidence = isListed
      ? [reasonOf(claim), 'another child’s name stands beside it']
      : [reasonOf(claim), ...(isBoth ? [NOTHING_NEAR] : [])];
    return [{ part, span, form, who: 'child', confidence, evidence }];
  });
  return [...told, ...more];
};

/** A title settles whose a name is that a pupil bears too. */
export const withTitleEvidence = (
  mention: PersonMention,
  claims: readonly Claim[],
): PersonMention => {
  const claim = claims.find(({ span, listed }) => listed === 'pupil' && meets(span, mention.span));
  if (!claim) return mention;
  const reason = claim.isBoth
    ? 'the name is on the school’s pupil list and on its list of adults'
    : 'a pupil has the name too';
  return { ...mention, evidence: [...mention.evidence, reason] };
};
