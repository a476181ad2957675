import { optional, picklist, strictObject } from 'valibot';
import { dayInWords, dayOf } from '../time/day.ts';
import { defineAudit } from './audit.ts';
import { ACCOUNTS_MEANT, notMeant } from './support/account.ts';
import type { Told } from './support/answers.ts';
import { answer, kept, notCheckable } from './support/answers.ts';
import { commentLabel, createAnswered, wantsOf } from './support/comments.ts';
import { isOwn } from './support/talk.ts';
import { counted, someOf } from './support/words.ts';

/** Two days: as long as an answer may take. */
const LEAST_WAIT = 2 * 86_400_000;

/** Comments that were neither answered nor dealt with another way. */
export const respondToComments = defineAudit({
  name: 'respond-to-comments',
  about: 'which comments have no answer and no note of what was done',
  params: strictObject({ accounts: optional(picklist(ACCOUNTS_MEANT), 'official') }),
  start({ accounts }, context) {
    const { school, period, timezone, nowMs, account } = context;
    const answered = createAnswered(school);
    return {
      add(judged) {
        if (isOwn(judged)) answered.add(judged.trace?.published?.replyToId);
      },
      end() {
        const other = notMeant(context, accounts);
        if (other) return other;
        if (!school.comments) {
          return notCheckable(
            'What others wrote is in no archive: name a file of comments under mentions in policy-lint.yaml.',
          );
        }
        // An answer after the period would not be seen.
        const lastMs = Math.min(nowMs, account?.exportedMs ?? nowMs, period.endMs);
        const comments = school.comments.filter(
          ({ atMs }) =>
            atMs === undefined || (period.startMs <= atMs && atMs + LEAST_WAIT < lastMs),
        );
        const items = comments.flatMap((comment): readonly Told[] => {
          if (answered.has(comment.id)) return [];
          const wants = wantsOf(comment, school);
          if (wants === 'nothing') return [];
          const { atMs } = comment;
          const when = atMs === undefined ? '' : ` of ${dayInWords(dayOf(atMs, timezone))}`;
          const shown = `${commentLabel(comment, school)}${when}`;
          return wants === 'answer'
            ? [{ rank: 0, told: `${shown} has no answer.` }]
            : [{ rank: 1, told: `${shown} has no answer, and its words are not known.` }];
        });
        const all = counted(comments.length, 'comment');
        if (items.length === 0) {
          return kept(
            comments.length === 0
              ? 'No comment of the period is on record.'
              : `Of ${all} all that want an answer have one, or a note of what was done.`,
          );
        }
        const isSure = items.some(({ rank }) => rank === 0);
        const told = `${someOf(items.length, comments.length, 'comment', {
          shows: 'has neither an answer nor a note of what was done',
          show: 'have neither an answer nor a note of what was done',
        })}.`;
        return answer(isSure ? 'broken' : 'look', told, items);
      },
    };
  },
});
