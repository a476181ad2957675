import type { Confidence } from '../../core/severity.ts';
import type { Part } from '../../document/document.ts';
import type { Candidate } from './candidates.ts';
import { isCue } from './cue-words.ts';
import { cuesOf } from './cues.ts';
import type { KnownKind, KnownPhrase } from './known-names.ts';
import { findKnown } from './known-names.ts';
import type { PersonForm, PersonKind, PersonMention } from './person.ts';
import type { Token } from './tokens.ts';
import { nearby, reasonsFor } from './reasons.ts';
import { settingOf } from './settings.ts';
import { childProbability } from './weights.ts';

/** From here on a word is reported as a child's name; chosen on annotated posts, where F1 is best. */
const CHILD = 0.42;
const LIKELY = 0.55;
const CERTAIN = 0.9;

const tokensOf = ({ line, from, to }: Candidate): readonly Token[] => line.tokens.slice(from, to);

const phraseOf = (candidate: Candidate): string =>
  tokensOf(candidate)
    .map(({ key }) => key)
    .join(' ');

const formOf = (candidate: Candidate): PersonForm => {
  const own = tokensOf(candidate);
  return own.some(({ text }, at) => at > 0 && text.length > 1) ? 'full' : 'given';
};

const confidenceAt = (probability: number): Confidence => {
  if (probability >= CERTAIN) return 'certain';
  return probability >= LIKELY ? 'likely' : 'possible';
};

type Reason = readonly [PersonKind, string];

const KNOWN: Readonly<Record<KnownKind, Reason | undefined>> = {
  public: ['public', 'the name of somebody widely known'],
  historical: ['public', 'the name of somebody widely known'],
  fictional: ['fictional', 'a name from a book, film, game or rhyme'],
  place: undefined,
  thing: undefined,
};

/** Who bears a phrase that everybody knows; places and things are nobody. */
export const knownMention = (part: Part, { span, kind }: KnownPhrase): readonly PersonMention[] => {
  const reason = KNOWN[kind];
  if (!reason) return [];
  return [
    { part, span, form: 'full', who: reason[0], confidence: 'likely', evidence: [reason[1]] },
  ];
};

const ROLES: readonly (readonly [string, PersonKind])[] = [
  ['staff-role', 'staff'],
  ['parent-role', 'parent'],
  ['adult-role', 'adult'],
];

const grownUp = (candidate: Candidate): Reason | undefined => {
  const known = findKnown(phraseOf(candidate));
  if (known) return KNOWN[known];
  if (tokensOf(candidate)[0]!.band === 0 && candidate.to - candidate.from === 1) return undefined;
  const near = nearby(candidate);
  const role = ROLES.find(([kind]) => near.some(({ key }) => isCue(kind, key)));
  return role && [role[1], 'a word for an adult’s part in school stands beside it'];
};

const DOING = /ing$|^(?:with|in|and|wearing|at)$/u;

/** An alt text that opens `Josh holding …` names whom it shows; posts to learn that from are few. */
const opensAltText = ({ line, from, to }: Candidate): boolean => {
  const first = line.tokens[from]!;
  return (
    from === 0 &&
    line.part.name !== 'text' &&
    first.band >= 2 &&
    first.level === 0 &&
    DOING.test(line.tokens[to]?.key ?? '')
  );
};

/** How probable it is that a candidate names a child of the school, 0 to 1. */
export const probabilityOf = (candidate: Candidate): number => {
  const { floor = 0, ceiling = 1 } = settingOf(candidate);
  const probability = Math.min(ceiling, Math.max(floor, childProbability(cuesOf(candidate))));
  return opensAltText(candidate) ? Math.max(probability, LIKELY) : probability;
};

/** Between these a lone word that may be an ordinary one is worth a second opinion. */
const DOUBTFUL = { from: LIKELY, to: 0.8 };

/**
 * Whether the grammar is asked about a candidate: lone words that no list of names settles. Of those
 * that it takes for something else, three in four name no child (annotated posts, held out), so they
 * are reported as no more than possible. With listed names it is wrong more often than right, names
 * of West Africa and South Asia above all, and taking words out by its word lost as many children as
 * false alarms.
 */
export const isDoubtful = ({ line, from, to }: Candidate, probability: number): boolean => {
  const { band, level } = line.tokens[from]!;
  return (
    to === from + 1 &&
    (band === 0 || level > 0) &&
    probability >= DOUBTFUL.from &&
    probability < DOUBTFUL.to
  );
};

/** Who a candidate is; undefined where it is most probably no person at all. */
export const mentionOf = (candidate: Candidate, probability: number): PersonMention | undefined => {
  const { part } = candidate.line;
  const base = { part, span: candidate.span, form: formOf(candidate) };
  if (probability >= CHILD) {
    const confidence = confidenceAt(probability);
    return { ...base, who: 'child', confidence, evidence: reasonsFor(candidate) };
  }
  const other = grownUp(candidate);
  return other && { ...base, who: other[0], confidence: 'likely', evidence: [other[1]] };
};

/** A mention that the grammar speaks against. */
export const disputed = (mention: PersonMention): PersonMention =>
  mention.who === 'child'
    ? {
        ...mention,
        confidence: 'possible',
        evidence: [...mention.evidence, 'the sentence may mean an ordinary word or a place'],
      }
    : mention;
