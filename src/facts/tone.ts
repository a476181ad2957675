import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { companyOf } from './company.ts';
import type { Cue } from './cues.ts';
import { cueDetector } from './cues.ts';
import { sentenceAt, sentences } from './sentences.ts';

/** A place where the school itself complains, blames, sneers or threatens. */
export interface Harshness {
  readonly part: Part;
  readonly span: Span;
  /** `complaint` and `scorn`: one phrase says it; `hinted`: several hints together do. */
  readonly form: 'complaint' | 'scorn' | 'hinted';
}

const TELLING = [
  'own',
  'sour',
  'scorn',
  'irony',
  'misdeed',
  'sneer',
  'grumble',
  'order',
  'bad',
] as const;
const OTHERS = ['target', 'bright', 'story', 'motion'] as const;
type Listed = (typeof TELLING)[number] | (typeof OTHERS)[number];
type Kind = Listed | 'stress' | 'eye-roll';

const listed = cueDetector<Listed>('tone', { telling: TELLING, others: OTHERS });

/** Pairs of hints that make a complaint when they stand in one sentence or in two neighbours. */
const COMPANY: Readonly<Partial<Record<Kind, readonly Kind[]>>> = {
  sour: ['misdeed', 'grumble', 'order', 'stress', 'eye-roll'],
  irony: ['misdeed', 'grumble', 'eye-roll', 'stress'],
  misdeed: ['sneer', 'grumble', 'order', 'stress', 'eye-roll'],
  sneer: ['grumble', 'order', 'eye-roll'],
  grumble: ['order', 'stress', 'eye-roll'],
  order: ['stress', 'eye-roll'],
};

/** Groups that are told off: `Year 8`, `9B`, `7Cs`. */
const GROUP = /\b(?:(?:years?|yrs?|y)\s?\d{1,2}|\d{1,2}[A-Z]{1,2})\b/gi;

const EYE_ROLL = /[🙄🤦😒😠😡🤬👎🤡]/gu;
/** Words that scold when one of them stands in capitals among small letters. */
const STRESS =
  /\b(?:AGAIN|ANOTHER|STILL|NEVER|EVERY|ENOUGH|YET)\b|(?<=[.!?] )[A-Z]{3,9}(?=[.!?])/gu;
/** Words spelled out one by one, and `Yes, … No, …`: both answer somebody who tries one’s patience. */
const CURT =
  /(?<![\p{L}.])\p{L}+\. \p{L}+\. \p{L}+\.(?= |$)|(?<=^|[.!?] )yes,? [^.!?]{3,80}[.!?] (?:[^.!?]{3,80}[.!?] )?no,? /giu;
const SMALL_LETTERS = /[a-z]{3}/u;

/** Signs of temper that are no words, in the sentence before them. */
const signs = (document: Document): readonly Cue<Kind>[] =>
  document.parts.flatMap((part) => {
    const find = (pattern: RegExp, kind: Kind): Cue<Kind>[] =>
      [...part.text.matchAll(pattern)].map(({ 0: text, index }) => ({
        part,
        span: { start: index, end: index + text.length },
        kind,
        sentence: sentenceAt(document.facts(sentences), document.parts, part, index),
      }));
    const stress = SMALL_LETTERS.test(part.text) ? find(STRESS, 'stress') : [];
    return [
      ...find(CURT, 'sour'),
      ...find(EYE_ROLL, 'eye-roll'),
      ...find(GROUP, 'target'),
      ...stress,
    ];
  });

/** Hints that keep bad company: another kind that fits stands in the same or the next sentence. */
const telling = (hints: readonly Cue<Kind>[]): readonly Cue<Kind>[] => {
  const hasCompany = companyOf(hints);
  return hints.filter((hint) => hasCompany(hint, COMPANY[hint.kind] ?? [], 1));
};

/** Bad words about people or things around the school, in a post without a bright word. */
const grumbling = (hints: readonly Cue<Kind>[]): readonly Cue<Kind>[] => {
  if (hints.some(({ kind }) => kind === 'bright')) return [];
  const targets = new Set(
    hints.filter(({ kind }) => kind === 'target').map((hint) => hint.sentence),
  );
  return hints.filter(({ kind, sentence }) => kind === 'bad' && targets.has(sentence));
};

/** Phrases that are sour in a post without a bright word, or beside a second one. */
const souring = (hints: readonly Cue<Kind>[]): readonly Cue<Kind>[] => {
  const sour = hints.filter(({ kind }) => kind === 'sour');
  if (!hints.some(({ kind }) => kind === 'bright' || kind === 'story')) return sour;
  const [first, last] = [sour[0], sour.at(-1)];
  return first && last && (first.part !== last.part || first.span.end <= last.span.start)
    ? sour
    : [];
};

/** Where the tone turns sour; a story's or a lesson's villains do not count. */
export const harshness: Detector<Harshness> = (document) => {
  const cues = document.facts(listed);
  if (cues.length === 0 || cues.some(({ kind }) => kind === 'motion')) return [];
  const isStory = cues.some(({ kind }) => kind === 'story');
  const found: Harshness[] = cues.flatMap(({ kind, part, span }): Harshness[] => {
    if (kind === 'own') return [{ part, span, form: 'complaint' }];
    return kind === 'scorn' && !isStory ? [{ part, span, form: 'scorn' }] : [];
  });
  if (found.length > 0) return found;
  const hints: readonly Cue<Kind>[] = [...cues, ...signs(document)];
  const told = hints.filter(({ kind }) => kind !== 'bad' && kind !== 'target' && kind !== 'bright');
  const sour = souring(hints);
  const other = isStory ? [] : [...telling(told), ...grumbling(hints)];
  return [...sour, ...other].map(({ part, span }) => ({
    part,
    span,
    form: 'hinted',
  }));
};
