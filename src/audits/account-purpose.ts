import {
  array,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
} from 'valibot';
import type { Purpose } from '../core/trace.ts';
import { PURPOSES } from '../core/trace.ts';
import { defineAudit } from './audit.ts';
import { ACCOUNTS_MEANT, notMeant } from './support/account.ts';
import { answer, notCheckable } from './support/answers.ts';
import { isOwn } from './support/talk.ts';
import { counted, joined, percent } from './support/words.ts';

const WORDS: Readonly<Record<Purpose, string>> = {
  achievement: 'achievements',
  event: 'events',
  notice: 'notices',
  learning: 'learning',
  thanks: 'thanks',
  reply: 'answers to others',
  repost: 'reposts',
  other: 'anything else',
};

/** What the account was used for. */
export const accountPurpose = defineAudit({
  name: 'account-purpose',
  about: 'what the posts of the period were for',
  params: strictObject({
    /** What it is for. */
    wanted: pipe(array(picklist(PURPOSES)), minLength(1)),
    /** How many of a hundred posts are to be for that. */
    percent: optional(pipe(number(), minValue(0), maxValue(100)), 50),
    accounts: optional(picklist(ACCOUNTS_MEANT), 'official'),
  }),
  start({ wanted, percent: least, accounts }, context) {
    const counts = new Map<Purpose, number>(PURPOSES.map((purpose) => [purpose, 0]));
    let posts = 0;
    return {
      add(judged) {
        const { trace } = judged;
        if (!trace || !isOwn(judged)) return;
        posts += 1;
        counts.set(trace.purpose, (counts.get(trace.purpose) ?? 0) + 1);
      },
      end() {
        const other = notMeant(context, accounts);
        if (other) return other;
        if (posts === 0) return notCheckable('The archive holds no post of the period.');
        const meant = wanted.reduce((sum, purpose) => sum + (counts.get(purpose) ?? 0), 0);
        const mix = PURPOSES.map((purpose) => ({ purpose, count: counts.get(purpose) ?? 0 }))
          .filter(({ count }) => count > 0)
          .map(({ purpose, count }) => ({
            rank: -count,
            told: `${counted(count, 'post')} (${percent(count, posts)}) for ${WORDS[purpose]}.`,
          }));
        const what = joined(wanted.map((purpose) => WORDS[purpose]));
        const told = `${meant} of ${counted(posts, 'post')} (${percent(meant, posts)}) were for ${what}, as far as words tell.`;
        return answer(100 * meant < least * posts ? 'look' : 'kept', told, mix);
      },
    };
  },
});
