import { integer, maxValue, minValue, number, optional, pipe, strictObject } from 'valibot';
import { dayInWords, dayOf } from '../time/day.ts';
import { defineAudit } from './audit.ts';
import { gapsBetween, knownDays, termDays } from './support/active-days.ts';
import type { Told } from './support/answers.ts';
import { answer, notCheckable } from './support/answers.ts';
import { dayNumber, lastDayAfter } from './support/days.ts';
import { counted } from './support/words.ts';

const whole = (most: number) => pipe(number(), integer(), minValue(1), maxValue(most));

/** Whether records of the account are kept: a whole archive, not too old, without holes. */
export const monitoringRetention = defineAudit({
  name: 'monitoring-retention',
  about: 'how old the archive is, and what is missing from it',
  params: strictObject({
    /** How old the newest archive may be. */
    months: optional(whole(120), 12),
    /** How many days of term may pass without a post before it looks as if some were lost. */
    gapDays: optional(whole(366), 30),
  }),
  start({ months, gapDays }, context) {
    const { account, nowMs, timezone, school } = context;
    const active = new Set<string>();
    return {
      add({ at }) {
        if (at !== null) active.add(dayOf(Date.parse(at), timezone));
      },
      end() {
        if (!account) {
          return notCheckable(
            'The posts came without an archive, which would say when it was made.',
          );
        }
        const { exportedMs, isPartial, followers, following, profile } = account;
        const items: Told[] = [];
        const made = exportedMs === undefined ? undefined : dayOf(exportedMs, timezone);
        const today = dayOf(nowMs, timezone);
        const isOld = made !== undefined && lastDayAfter(made, months) < today;
        if (isOld) {
          const age = counted(dayNumber(today) - dayNumber(made), 'day');
          items.push({
            rank: 0,
            told: `The archive is ${age} old: ask for a new one every ${counted(months, 'month')}.`,
          });
        }
        if (isPartial)
          items.push({ rank: 1, told: 'It is one part of several, and others may be missing.' });
        const missing = [
          ...(profile.createdMs === undefined ? ['when the account began'] : []),
          ...(followers === undefined ? ['who follows it'] : []),
          ...(following === undefined ? ['whom it follows'] : []),
        ];
        for (const what of missing) items.push({ rank: 3, told: `It does not say ${what}.` });
        const known = knownDays(context, active);
        const gaps = known && active.size > 0 ? gapsBetween(active, known, termDays(school)) : [];
        for (const { from, to, days } of gaps.filter((gap) => gap.days > gapDays)) {
          const stretch = `from ${dayInWords(from)} to ${dayInWords(to)}`;
          items.push({
            rank: 2,
            told: `It holds nothing ${stretch}: ${counted(days, 'day')} of term.`,
          });
        }
        const when = made === undefined ? '' : ` of ${dayInWords(made)}`;
        if (isOld)
          return answer(
            'broken',
            `The newest archive is that${when}, which is more than ${counted(months, 'month')} old.`,
            items,
          );
        if (isPartial || items.some(({ rank }) => rank === 2)) {
          return answer(
            'look',
            `The archive${when} has holes: ${counted(items.length, 'thing')} to look at.`,
            items,
          );
        }
        if (made === undefined) {
          return answer('not-checkable', 'The archive does not say when it was made.', items);
        }
        return answer('kept', `The archive${when} is whole as far as it tells.`, items);
      },
    };
  },
});
