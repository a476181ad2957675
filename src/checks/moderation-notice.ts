import { strictObject } from 'valibot';
import type { ModerationNotice } from '../facts/moderation.ts';
import { moderationNotices } from '../facts/moderation.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  'no-reason': 'it says that something was taken away, but not why',
  who: 'it points at whoever it was taken away from',
  own: 'a phrase that the policy lists',
} as const;

/** Flags posts that speak of deleted comments or blocked followers without a reason, or say whose they were. */
export const moderationNotice = defineCheck({
  name: 'moderation-notice',
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    const found = document.facts(moderationNotices).flatMap((notice) => {
      const form = findForm(notice);
      return form ? [{ part: notice.part, span: notice.span, form }] : [];
    });
    for (const { part, span, form } of firstInParts(document, found, own)) {
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence: 'likely',
        evidence: [EVIDENCE[form]],
      };
    }
  },
});

type Form = Exclude<keyof typeof EVIDENCE, 'own'>;

const findForm = ({ givesReason, tellsWho }: ModerationNotice): Form | undefined => {
  if (tellsWho) return 'who';
  return givesReason ? undefined : 'no-reason';
};
