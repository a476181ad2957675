import {
  integer,
  maxValue,
  minValue,
  number,
  picklist,
  pipe,
  strictObject,
  optional,
} from 'valibot';
import { dayInWords, dayOf } from '../time/day.ts';
import { defineAudit } from './audit.ts';
import { ACCOUNTS_MEANT, notMeant } from './support/account.ts';
import { gapsBetween, knownDays, termDays } from './support/active-days.ts';
import { answer, kept, notCheckable } from './support/answers.ts';
import { counted } from './support/words.ts';

/** Whether anything was done with the account often enough. */
export const accountMonitoring = defineAudit({
  name: 'account-monitoring',
  about: 'for how long nothing was posted, answered or passed on',
  params: strictObject({
    /** How many days may pass in which nothing is done. */
    days: optional(pipe(number(), integer(), minValue(0), maxValue(366)), 7),
    /** Whether days out of term count. */
    holidays: optional(picklist(['excused', 'counted']), 'excused'),
    accounts: optional(picklist(ACCOUNTS_MEANT), 'official'),
  }),
  start({ days, holidays, accounts }, context) {
    const { timezone, school } = context;
    const active = new Set<string>();
    return {
      add({ at, trace }) {
        if (at === null || trace?.published?.kind === 'like') return;
        active.add(dayOf(Date.parse(at), timezone));
      },
      end() {
        const other = notMeant(context, accounts);
        if (other) return other;
        const known = knownDays(context, active);
        if (!known) return notCheckable('The archive tells of no whole day of the period.');
        if (active.size === 0) {
          return notCheckable('The archive holds no post of the period whose time is known.');
        }
        const gaps = gapsBetween(
          active,
          known,
          holidays === 'excused' ? termDays(school) : undefined,
        );
        const [unit, units] =
          holidays === 'excused' ? ['day of term', 'days of term'] : ['day', 'days'];
        const count = (many: number): string => counted(many, unit, units);
        const longest = gaps[0]?.days ?? 0;
        const tooLong = gaps.filter((gap) => gap.days > days);
        if (longest === 0) return kept(`Something was posted every ${unit}.`);
        if (tooLong.length === 0) {
          return kept(
            `Nothing was posted for ${count(longest)} in a row at most; ${days} may pass.`,
          );
        }
        const items = tooLong.map((gap) => ({
          rank: -gap.days,
          key: gap.from,
          told:
            gap.from === gap.to
              ? `Nothing on ${dayInWords(gap.from)}.`
              : `Nothing from ${dayInWords(gap.from)} to ${dayInWords(gap.to)}: ${count(gap.days)}.`,
        }));
        const told = `${counted(tooLong.length, 'gap')} of more than ${count(days)} without a post, an answer or a repost, the longest of ${longest}; somebody may have looked all the same.`;
        return answer('look', told, items);
      },
    };
  },
});
