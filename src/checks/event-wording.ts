import { array, optional, picklist, strictObject } from 'valibot';
import type { Weekday } from '../core/policy.ts';
import { EVENT_KINDS, events } from '../facts/events.ts';
import type { EventKind } from '../facts/events.ts';
import { STRENGTHS, isAtLeast } from '../facts/strength.ts';
import type { Timing } from '../facts/timing.ts';
import { toLocal } from '../time/zone.ts';
import { defineCheck } from './check.ts';

const KIND_WORDS: Readonly<Record<EventKind, string>> = {
  match: 'a match',
  'sports-day': 'a sports event',
  trip: 'a trip',
  performance: 'a performance',
  event: 'a school event',
};

/** Flags words of a school event that is on as the post goes out, or, if asked, on another day. */
export const eventWording = defineCheck({
  name: 'event-wording',
  params: strictObject({
    strength: optional(picklist(STRENGTHS), 'keyword'),
    kinds: optional(array(picklist(EVENT_KINDS)), [...EVENT_KINDS]),
    when: optional(picklist(['same-day', 'other-day', 'any']), 'same-day'),
  }),
  tells: ['words', 'kind'],
  *run({ strength, kinds, when }, { document, atMs, timezone }) {
    const found = document
      .facts(events)
      .filter((fact) => kinds.includes(fact.kind) && isAtLeast(fact.strength, strength));
    if (found.length === 0) return;
    const today = atMs === null ? undefined : toLocal(atMs, timezone).weekday;
    for (const { part, span, kind, strength: sureness, timing, isLive } of found) {
      const isToday = isSameDay(timing, today);
      if (when === 'same-day' ? !isToday || !isLive : when === 'other-day' && isToday) continue;
      const words = part.text.slice(span.start, span.end);
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence: sureness === 'evident' ? 'likely' : 'possible',
        evidence: [`“${words}” speaks of ${KIND_WORDS[kind]}`],
        data: { words, kind: KIND_WORDS[kind] },
      };
    }
  },
});

const isSameDay = (timing: Timing, today: Weekday | undefined): boolean =>
  timing === 'now' || timing === 'unsaid' || timing === today;
