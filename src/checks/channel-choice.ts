import { array, boolean, optional, picklist, strictObject } from 'valibot';
import type { Span } from '../core/span.ts';
import { NOTICE_TOPICS, channels, notices } from '../facts/channels.ts';
import { urgency } from '../facts/urgency.ts';
import type { Document, Part } from '../document/document.ts';
import { defineCheck } from './check.ts';

const TOPICS = [...NOTICE_TOPICS, 'closure'] as const;
type Topic = (typeof TOPICS)[number];

const TOPIC_WORDS: Readonly<Record<Topic, string>> = {
  deadline: 'a deadline',
  consent: 'a consent form',
  payment: 'a payment',
  safeguarding: 'safeguarding',
  medical: 'a medical matter',
  closure: 'a closure',
};

interface Found {
  readonly part: Part;
  readonly span: Span;
  readonly topic: Topic;
}

/** Flags important news that, as the post reads, goes out on this account alone. */
export const channelChoice = defineCheck({
  name: 'channel-choice',
  params: strictObject({
    topics: optional(array(picklist(TOPICS)), [...TOPICS]),
    evenWithChannel: optional(boolean(), false),
  }),
  tells: ['words', 'topic'],
  *run({ topics, evenWithChannel }, { document }) {
    const found = importantNews(document).find(({ topic }) => topics.includes(topic));
    if (!found) return;
    if (!evenWithChannel && document.facts(channels).length > 0) return;
    const { part, span, topic } = found;
    const words = part.text.slice(span.start, span.end);
    yield {
      where: part.name,
      range: document.place(part, span).span,
      confidence: 'possible',
      evidence: [`“${words}” speaks of ${TOPIC_WORDS[topic]}, and no other channel is named`],
      data: { words, topic: TOPIC_WORDS[topic] },
    };
  },
});

/** In reading order: one post is prompted once, at the first place. */
const importantNews = (document: Document): readonly Found[] =>
  [
    ...document.facts(notices).map(({ part, span, topic }): Found => ({ part, span, topic })),
    ...document
      .facts(urgency)
      .filter(
        ({ kind, strength, timing }) =>
          kind === 'closure' && strength === 'evident' && timing !== 'past',
      )
      .map(({ part, span }): Found => ({ part, span, topic: 'closure' })),
  ].sort((a, b) => a.span.start - b.span.start);
