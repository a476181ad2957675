import { array, optional, picklist, strictObject } from 'valibot';
import type { Weekday } from '../core/policy.ts';
import { daysUntil, isWeekday } from '../facts/days.ts';
import { STRENGTHS, isAtLeast } from '../facts/strength.ts';
import type { Timing } from '../facts/timing.ts';
import { URGENCY_KINDS, urgency } from '../facts/urgency.ts';
import type { UrgencyKind } from '../facts/urgency.ts';
import { toLocal } from '../time/zone.ts';
import { defineCheck } from './check.ts';

const KIND_WORDS: Readonly<Record<UrgencyKind, string>> = {
  closure: 'a closure',
  weather: 'the weather',
  utility: 'a failure of heating, water, power or phones',
  transport: 'a failure of transport',
  access: 'a way in that is closed',
  safety: 'safety on the site',
  open: 'a school that opens all the same',
};

/** From a Friday evening the next school day is three days off. */
const DAYS_URGENT = 3;

/** Flags words of urgent school news: what closes or changes the school today or by the next school day. */
export const urgencyWording = defineCheck({
  name: 'urgency-wording',
  params: strictObject({
    strength: optional(picklist(STRENGTHS), 'keyword'),
    kinds: optional(array(picklist(URGENCY_KINDS)), [...URGENCY_KINDS]),
  }),
  tells: ['words', 'kind'],
  *run({ strength, kinds }, { document, atMs, timezone }) {
    const found = document
      .facts(urgency)
      .filter((fact) => kinds.includes(fact.kind) && isAtLeast(fact.strength, strength));
    if (found.length === 0) return;
    const today = atMs === null ? undefined : toLocal(atMs, timezone).weekday;
    for (const { part, span, kind, strength: sureness, timing } of found) {
      if (!isUrgent(timing, today)) continue;
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

const isUrgent = (timing: Timing, today: Weekday | undefined): boolean => {
  if (isWeekday(timing)) return today === undefined || daysUntil(today, timing) <= DAYS_URGENT;
  return timing !== 'ahead' && timing !== 'past';
};
