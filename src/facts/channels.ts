import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import { uncancelledPhrases } from './cancelled.ts';
import { links } from './links.ts';

export const NOTICE_TOPICS = ['deadline', 'consent', 'payment', 'safeguarding', 'medical'] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

/** News that a family must not miss; the span counts the folded text. */
export interface Notice {
  readonly part: Part;
  readonly span: Span;
  readonly topic: NoticeTopic;
}

/** Another way by which, as the post says, the news goes out: a link, a letter, the office. */
export interface Channel {
  readonly part: Part;
  readonly span: Span;
}

const phrases = uncancelledPhrases('notices');

/** Important news in the text; none where the post celebrates or tells of lessons. */
export const notices: Detector<Notice> = (document) => {
  const found = document.facts(phrases);
  if (found.some(({ heading }) => heading === 'cheer' || heading === 'exercise')) return [];
  return found.flatMap(({ part, span, heading }) => {
    const topic = NOTICE_TOPICS.find((one) => one === heading);
    return topic ? [{ part, span, topic }] : [];
  });
};

const PHONE_NUMBER = /\b0\d{3}[ \d]{4,9}\d/gu;

/** Other channels that the text names. */
export const channels: Detector<Channel> = (document) => {
  const { body } = document;
  const named = document.facts(phrases).filter(({ heading }) => heading === 'channel');
  const linked = document.facts(links).filter(({ part }) => part === body);
  const numbers = [...body.text.matchAll(PHONE_NUMBER)].map(({ 0: text, index }) => ({
    part: body,
    span: { start: index, end: index + text.length },
  }));
  return [...named, ...linked, ...numbers].map(({ part, span }) => ({ part, span }));
};
