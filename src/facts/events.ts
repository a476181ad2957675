import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { uncancelledPhrases } from './cancelled.ts';
import type { Strength } from './strength.ts';
import { STRENGTHS, withoutOverlaps } from './strength.ts';
import type { Timing } from './timing.ts';
import { namedTiming, newsTiming, timedSentenceAt } from './timing.ts';

export const EVENT_KINDS = ['match', 'sports-day', 'trip', 'performance', 'event'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Wording of a school event in the text; the span counts the folded text. */
export interface EventWording {
  readonly part: Part;
  readonly span: Span;
  readonly kind: EventKind;
  readonly strength: Strength;
  /** When the event is said to be. */
  readonly timing: Timing;
  /** Written from the event or just after it, as far as words show; a notice only names it. */
  readonly isLive: boolean;
}

/** What the words alone tell, before what stands round them. */
type Found = Omit<EventWording, 'timing' | 'isLive'>;

const phrases = uncancelledPhrases('events');
const liveSigns = uncancelledPhrases('live');

/** `2-0`, `24–19`; no times, years or ages: those are ruled out by what stands round them. */
const SCORE = pattern(
  /(?<![\d/:.£$-])\d{1,3} ?[-\u2013] ?\d{1,3}(?![\d/:.%-]|(?: ?[ap]m\b)|st\b|nd\b|rd\b|th\b|s\b)/gi,
);
const SCORED =
  /\b(?:win|wins|won|winning|lead|leads|leading|led|lost|lose|losing|beat|beats|beaten|draw|drew|drawn|drawing|up|down|ahead|behind|level|trailing|ht|ft|half[ -]time|full[ -]time|final score|score|goal|goals|quarter|third|at the break|v|vs|versus)\b/i;
const NO_SCORE =
  /\b(?:pages?|p|ages?|aged|years?|yr|yrs|y|ks|size|sizes|questions?|chapters?|verses?|from|sat|sun|votes?|voted|vote|rooms?|weeks?|lessons?|numbers?|times? table|between|open|forecast|degrees|minutes|mins|hours|hrs)\s*$/i;

/** A score beside a word of winning or losing: someone is writing from the touchline. */
const scores = (document: Document): Found[] => {
  const { body } = document;
  return SCORE.matchAll(body.text).flatMap(({ 0: score, index }) => {
    const { span } = timedSentenceAt(document, index);
    const before = body.text.slice(Math.max(span.start, index - 60), index);
    const after = body.text.slice(index + score.length, Math.min(span.end, index + 60));
    if (NO_SCORE.test(before) || !(after.startsWith('!!') || SCORED.test(`${before} ${after}`)))
      return [];
    return [
      {
        part: body,
        span: { start: index, end: index + score.length },
        kind: 'match' as const,
        strength: 'evident' as const,
      },
    ];
  });
};

const worded = (document: Document): Found[] =>
  document.facts(phrases).flatMap(({ part, span, heading }) => {
    const kind = EVENT_KINDS.find((one) => heading.startsWith(`${one}-`));
    const strength = STRENGTHS.find((one) => heading.endsWith(`-${one}`));
    return kind && strength ? [{ part, span, kind, strength }] : [];
  });

/**
 * Words that tell of an event as it happens are of today unless their own sentence says otherwise; a
 * word that only names one takes its day from anywhere in the text.
 */
const timingOf = (document: Document, { span, strength }: Found): Timing => {
  if (strength === 'keyword') return namedTiming(document, span.start);
  const timing = newsTiming(document, span.start);
  return timing === 'unsaid' ? 'now' : timing;
};

/** Wording of school events, in reading order and without overlaps. */
export const events: Detector<EventWording> = (document) =>
  withoutOverlaps([...worded(document), ...scores(document)]).map((found) => {
    const timing = timingOf(document, found);
    const isLive =
      found.strength === 'evident' || timing !== 'unsaid' || document.facts(liveSigns).length > 0;
    return { ...found, timing, isLive };
  });
