import { integer, maxValue, minValue, number, optional, pipe, strictObject } from 'valibot';
import { dayOf } from '../time/day.ts';
import { defineAudit } from './audit.ts';
import { answer, kept, notCheckable } from './support/answers.ts';
import { dateInWords, lastDayAfter, lastDayOf } from './support/days.ts';

/** The latest of some days; undefined where there is none. */
const latest = (days: readonly string[]): string | undefined => [...days].sort().at(-1);

/** Whether the policy itself was looked at again in time. */
export const reviewOverdue = defineAudit({
  name: 'review-overdue',
  about: 'whether the policy was reviewed in time',
  params: strictObject({
    /** Between two reviews. */
    months: optional(pipe(number(), integer(), minValue(1), maxValue(120)), 12),
  }),
  start: ({ months }, { policy: { info }, school: { reviews = {} }, nowMs, timezone }) => ({
    end() {
      const today = dayOf(nowMs, timezone);
      const { adopted, reviewDue } = info;
      const recorded = reviews[info.id];
      // One that is still to come says what is meant to be done.
      const isPast = recorded !== undefined && recorded <= today.slice(0, recorded.length);
      const due = latest([
        ...(reviewDue === undefined ? [] : [lastDayOf(reviewDue)]),
        ...(adopted === undefined || reviewDue !== undefined
          ? []
          : [lastDayAfter(adopted, months)]),
        ...(isPast ? [lastDayAfter(recorded, months)] : []),
      ]);
      if (due === undefined) {
        return notCheckable(
          `Nobody has said when the policy was adopted or reviewed last: write reviews: { ${info.id}: 2025-09-11 } in policy-lint.yaml.`,
        );
      }
      const last = isPast
        ? `the last review on record is of ${dateInWords(recorded)}`
        : 'no newer review is recorded';
      if (due >= today) {
        return kept(`The policy is to be reviewed by ${dateInWords(due)}; ${last}.`);
      }
      const told = `The review was due by ${dateInWords(due)} and is overdue; ${last}.`;
      return answer('broken', told, [], 1);
    },
  }),
});
