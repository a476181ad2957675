import type { Confidence } from '../core/severity.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import type { Cue } from './cues.ts';
import { cueDetector } from './cues.ts';
import { isElsewhere } from './elsewhere.ts';
import { groups } from './groups.ts';
import { people } from './people.ts';
import { sentenceAt, sentences } from './sentences.ts';
import type { Somebody } from './somebody.ts';
import { sentenceAround, somebodies, somebodiesNear, subjectsOf } from './somebody.ts';

export const PRIVATE_KINDS = [
  'birth',
  'age',
  'birthday',
  'injury',
  'health',
  'mind',
  'needs',
  'home',
  'family',
  'status',
  'sexuality',
  'failure',
  'record',
  'whereabouts',
  'full-name',
] as const;
export type PrivateKind = (typeof PRIVATE_KINDS)[number];

/** Something private that a post tells of one person; the span counts the part's folded text. */
export interface PrivateFact {
  readonly part: Part;
  readonly span: Span;
  readonly kind: PrivateKind;
  readonly subject: Pick<Somebody, 'who' | 'by'>;
  readonly confidence: Confidence;
}

const TELLING = [
  'age',
  'age-today',
  'birthday',
  'birth',
  'injury',
  'health',
  'mind',
  'injury-near',
  'ailment-near',
  'needs',
  'needs-near',
  'home',
  'home-near',
  'family',
  'weight',
  'moves',
  'status',
  'sexuality',
  'failure',
  'failure-near',
  'record',
  'record-near',
  'whereabouts',
  'lives',
  'job',
  'haunts',
  'plain-ailment',
] as const;
type Telling = (typeof TELLING)[number];
const OTHERS = ['cause', 'pet'] as const;
type Listed = Telling | (typeof OTHERS)[number];

const cues = cueDetector<Listed>('private-facts', { telling: TELLING, others: OTHERS });

const KIND_OF: Readonly<Partial<Record<Telling, PrivateKind>>> = {
  'age-today': 'age',
  'injury-near': 'injury',
  'ailment-near': 'health',
  'needs-near': 'needs',
  'home-near': 'home',
  weight: 'family',
  moves: 'family',
  lives: 'whereabouts',
  haunts: 'whereabouts',
  job: 'record',
  'plain-ailment': 'health',
  'failure-near': 'failure',
  'record-near': 'record',
};

const isPlainKind = (kind: string): kind is PrivateKind =>
  PRIVATE_KINDS.some((known) => known === kind);

const kindOf = (kind: Telling): PrivateKind | undefined =>
  KIND_OF[kind] ?? (isPlainKind(kind) ? kind : undefined);

const REACH = 48;

/** `has asthma`, `his very bad asthma`, `whose asthma`. */
const TIED =
  /\b(?:has|have|had|having|with|his|her|their|whose|despite|got|getting|managing|battling|beating|fighting|suffers|developed)(?: [\p{L}-]+){0,3} $/iu;
/** What stands between a name and what belongs to it: `’s severe`. */
const OWNER = /^(?:['’]s?)(?: [\p{L}-]+){0,2} $/iu;

const isTied = ({ part, span }: Cue<Listed>, near: readonly Somebody[]): boolean =>
  TIED.test(part.text.slice(Math.max(0, span.start - REACH), span.start)) ||
  near.some(
    (one) =>
      one.span.end < span.start &&
      span.start - one.span.end < REACH &&
      OWNER.test(part.text.slice(one.span.end, span.start)),
  );

/** `who lives in`, `Ana lives in`: the verb is the person's. */
const isDoneBy = ({ part, span }: Cue<Listed>, near: readonly Somebody[]): boolean => {
  const before = part.text.slice(Math.max(0, span.start - 10), span.start);
  if (/\b(?:he|she|who|they|now|still|family) $/i.test(before)) return true;
  return near.some(({ span: { end } }) => end === span.start - 1);
};

/** `is 18 today`, `Ana's 7 tomorrow`, `Six today` at the start. */
const AGE_AHEAD =
  /(?:^|[.!?:,\n…-]\s+|\n|\b(?:is|are|turns|being|be|officially|now|just|finally|\p{L}+['’]s|big) )$/iu;

const isAge = ({ part, span }: Cue<Listed>): boolean =>
  AGE_AHEAD.test(part.text.slice(Math.max(0, span.start - 24), span.start));

const BABY = /\bbab(?:y|ies)\b|\bwelcome|\barriv|\bborn\b/i;

const NEAR: ReadonlySet<string> = new Set([
  'injury-near',
  'ailment-near',
  'needs-near',
  'home-near',
  'failure-near',
  'record-near',
]);

/** Kinds that a named person must bear: an age alone tells of nobody. */
const OF_NAMED: ReadonlySet<PrivateKind> = new Set(['age', 'birthday', 'birth']);
/** Kinds that are nobody's business in a child, and an anecdote in a grown-up. */
const OF_CHILDREN: ReadonlySet<PrivateKind> = new Set(['birthday', 'record', 'failure']);
const isOfChildren = (told: Telling, kind: PrivateKind): boolean =>
  told === 'haunts' || (OF_CHILDREN.has(kind) && told !== 'job');
/** Kinds that tell of a person where a word may be a name or not: things have no dyslexia. */
const OF_BODIES: ReadonlySet<PrivateKind> = new Set(['health', 'mind', 'needs', 'home', 'injury']);
/** Kinds that are as often told of an animal or a thing. */
const OF_PETS: ReadonlySet<PrivateKind> = new Set(['age', 'birthday', 'injury', 'health']);
/** Kinds that a good cause or a lesson speaks of as well. */
const IN_LESSONS: ReadonlySet<PrivateKind> = new Set([
  'injury',
  'health',
  'needs',
  'status',
  'sexuality',
  'mind',
]);

/** `No nuts please: Ella’s allergy is severe`: one named person, and no lesson. */
const isOfNamed = (
  { sentence }: Cue<Listed>,
  near: readonly Somebody[],
  inCause: ReadonlySet<number>,
): boolean =>
  !inCause.has(sentence) &&
  near.some(
    (one) => one.sentence === sentence && one.by === 'name' && one.confidence === 'certain',
  );

/** What a post that names one person tells of that one, wherever it stands. */
const OF_ONLY_ONE: ReadonlySet<Telling> = new Set([
  'age',
  'weight',
  'injury',
  'health',
  'mind',
  'needs',
  'record',
  'failure',
  'job',
]);

const onlyNamed = (near: readonly Somebody[]): readonly Somebody[] => {
  const [first, ...others] = near.filter(({ by }) => by === 'name');
  return first?.confidence === 'certain' && others.length === 0 ? [first] : [];
};

const worded = (document: Document): readonly PrivateFact[] => {
  const all = document.facts(cues);
  if (all.length === 0) return [];
  if (document.facts(somebodies).length === 0) return [];
  const sentencesOf = (other: Listed) =>
    new Set(all.flatMap(({ kind, sentence }) => (kind === other ? [sentence] : [])));
  const [inCause, withPet] = [sentencesOf('cause'), sentencesOf('pet')];
  return all.flatMap((cue): PrivateFact[] => {
    if (cue.kind === 'cause' || cue.kind === 'pet') return [];
    const kind = kindOf(cue.kind);
    if (!kind) return [];
    const near = somebodiesNear(document, cue);
    if (NEAR.has(cue.kind) && !isTied(cue, near)) return [];
    if (cue.kind === 'plain-ailment' && !isOfNamed(cue, near, inCause)) return [];
    if (cue.kind === 'moves' && !isElsewhere(cue)) return [];
    if (cue.kind === 'lives' && !(isElsewhere(cue) && isDoneBy(cue, near))) return [];
    if (cue.kind === 'age-today' && !isAge(cue)) return [];
    if (cue.kind === 'weight' && !BABY.test(sentenceAround(document, cue))) return [];
    const told = subjectsOf(document, cue);
    const isAlone = told.length === 0 && OF_ONLY_ONE.has(cue.kind);
    const subjects = (isAlone ? onlyNamed(near) : told).filter(
      ({ by }) => !OF_NAMED.has(kind) || by === 'name' || by === 'mine',
    );
    const sure = subjects.filter(({ confidence }) => confidence !== 'possible');
    const subject = sure.find(({ who }) => who === 'child') ?? sure[0] ?? subjects[0];
    if (!subject) return [];
    const isDoubtful =
      (subject.confidence === 'possible' && !OF_BODIES.has(kind)) ||
      (isOfChildren(cue.kind, kind) && subject.who === 'adult' && subject.by !== 'mine') ||
      (OF_PETS.has(kind) && withPet.has(cue.sentence)) ||
      (IN_LESSONS.has(kind) && inCause.has(cue.sentence) && subject.by !== 'name');
    const { part, span } = cue;
    return [{ part, span, kind, subject, confidence: isDoubtful ? 'possible' : 'likely' }];
  });
};

/** A child's given name and surname beside a year or a class. */
const fullNames = (document: Document): readonly PrivateFact[] => {
  const years = document.facts(groups).filter(({ kind }) => kind === 'class' || kind === 'year');
  if (years.length === 0) return [];
  const all = document.facts(sentences);
  const inSentences = new Set(
    years.map(({ part, span }) => sentenceAt(all, document.parts, part, span.start)),
  );
  return document.facts(people).flatMap(({ part, span, who, form, confidence }): PrivateFact[] => {
    if (who !== 'child' || form !== 'full') return [];
    if (!inSentences.has(sentenceAt(all, document.parts, part, span.start))) return [];
    return [{ part, span, kind: 'full-name', subject: { who: 'child', by: 'name' }, confidence }];
  });
};

/** What a post tells of one person that is theirs to tell. */
export const privateFacts: Detector<PrivateFact> = worded;

export const placedNames: Detector<PrivateFact> = fullNames;
