import type { Weekday } from '../core/policy.ts';
import { WEEKDAYS } from '../core/policy.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { uncancelledPhrases } from './cancelled.ts';

/**
 * When a thing is said to happen: today, tomorrow, later, still being prepared, before today, on a named
 * day, or nothing said.
 */
export type Timing = 'now' | 'soon' | 'ahead' | 'planned' | 'past' | Weekday | 'unsaid';

/** Words of the text that say when; the span counts the folded text. */
export interface TimeWording {
  readonly part: Part;
  readonly span: Span;
  readonly timing: Timing;
}

/** A sentence here runs on past a colon: “Full time on Saturday: 3-1” is one piece of news. */
export interface TimedSentence {
  readonly span: Span;
  /** What its words say of time. */
  readonly timings: ReadonlySet<Timing>;
}

const END = /[.!?\u2026](?=\s|$)|\n/gu;
const DATE =
  /\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b|\b(?:the|until|till|by|mon|tues?|wed|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day) \d{1,2}(?:st|nd|rd|th)\b/gi;
const PAST_YEAR = /\bin (?:1[0-9]|20)\d\d\b/gi;

const phrases = uncancelledPhrases('timing');

const KNOWN: readonly Timing[] = ['now', 'soon', 'ahead', 'planned', 'past', ...WEEKDAYS];

/** Every wording of time in the text, in reading order. */
export const timeWords: Detector<TimeWording> = (document) => {
  const { body } = document;
  const find = (shape: RegExp, timing: Timing): TimeWording[] =>
    [...body.text.matchAll(shape)].map(({ 0: { length }, index }) => ({
      part: body,
      span: { start: index, end: index + length },
      timing,
    }));
  const listed = document.facts(phrases).flatMap(({ part, span, heading }) => {
    const timing = KNOWN.find((known) => known === heading);
    return timing ? [{ part, span, timing }] : [];
  });
  return [...listed, ...find(DATE, 'ahead'), ...find(PAST_YEAR, 'past')].sort(
    (a, b) => a.span.start - b.span.start,
  );
};

/** The sentences of the text with what they say of time. */
export const timedSentences: Detector<TimedSentence> = (document) => {
  const { text } = document.body;
  const timed = document.facts(timeWords);
  const ends = [...text.matchAll(END)].map(({ 0: end, index }) => index + end.length);
  let next = 0;
  let start = 0;
  return [...ends.filter((end) => end < text.length), text.length].map((end) => {
    const timings = new Set<Timing>();
    while (next < timed.length && timed[next]!.span.start < end) {
      timings.add(timed[next]!.timing);
      next += 1;
    }
    const span = { start, end };
    start = end;
    return { span, timings };
  });
};

/** The sentence that holds an offset of the text, by halving: a long post has many of both. */
export const timedSentenceAt = (document: Document, offset: number): TimedSentence => {
  const all = document.facts(timedSentences);
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.span.end <= offset) low = middle + 1;
    else high = middle;
  }
  return all[low]!;
};

/** What counts of news: that it is of today outweighs what else its sentence looks to. */
const OF_NEWS: readonly Timing[] = ['now', 'soon', 'ahead', 'past', ...WEEKDAYS];
/** What counts of a thing only named: what is still to be prepared is not on yet, even if today. */
const OF_NAMES: readonly Timing[] = ['ahead', 'planned', 'soon', 'now', 'past', ...WEEKDAYS];

const first = (order: readonly Timing[], said: ReadonlySet<Timing>): Timing =>
  order.find((timing) => said.has(timing)) ?? 'unsaid';

/** When the news told at an offset of the text is of, as its own sentence says. */
export const newsTiming = (document: Document, offset: number): Timing =>
  first(OF_NEWS, timedSentenceAt(document, offset).timings);

const otherDays: Detector<Timing> = (document) => {
  const said = new Set(document.facts(timedSentences).flatMap(({ timings }) => [...timings]));
  said.delete('now');
  return [first(OF_NAMES, said)];
};

/** When the thing named at an offset of the text is, as its sentence or else the whole text says. */
export const namedTiming = (document: Document, offset: number): Timing => {
  const own = first(OF_NAMES, timedSentenceAt(document, offset).timings);
  return own === 'unsaid' ? (document.facts(otherDays)[0] ?? own) : own;
};
