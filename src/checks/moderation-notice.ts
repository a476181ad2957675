import type { ModerationNotice } from '../facts/moderation.ts';
import { moderationNotices } from '../facts/moderation.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  'no-reason': 'it says that something was taken away, but not why',
  who: 'it points at whoever it was taken away from',
} as const;

/** Flags posts that speak of deleted comments or blocked followers without a reason, or say whose they were. */
export const moderationNotice = wordingCheck({
  name: 'moderation-notice',
  evidence: EVIDENCE,
  find: (document) =>
    document.facts(moderationNotices).flatMap((notice) => {
      const form = findForm(notice);
      return form ? [{ part: notice.part, span: notice.span, form }] : [];
    }),
});

type Form = keyof typeof EVIDENCE;

const findForm = ({ givesReason, tellsWho }: ModerationNotice): Form | undefined => {
  if (tellsWho) return 'who';
  return givesReason ? undefined : 'no-reason';
};
