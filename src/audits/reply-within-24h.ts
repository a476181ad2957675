import {
  integer,
  maxValue,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
} from 'valibot';
import { addDays } from '../core/calendar-dates.ts';
import type { Comment } from '../core/school.ts';
import { dayOf, startOfDay } from '../time/day.ts';
import { toLocal } from '../time/zone.ts';
import { auditedPost, defineAudit } from './audit.ts';
import { ACCOUNTS_MEANT, notMeant } from './support/account.ts';
import { answer, createWorst, kept, notCheckable } from './support/answers.ts';
import { commentLabel, createAnswered, wantsOf } from './support/comments.ts';
import { isOwn } from './support/talk.ts';
import { counted, percent } from './support/words.ts';

const HOUR = 3_600_000;
const HOURS_A_DAY = 24;

/** How many days after a weekend’s arrival the day begins that is after the next working day. */
const UNTIL_DUE = { sat: 3, sun: 2 } as const;

/** When an answer is due: after so many hours, or by the end of the next working day after a weekend. */
const dueMs = (arrivedMs: number, hours: number, timezone: string): number => {
  const byHours = arrivedMs + hours * HOUR;
  const { weekday } = toLocal(arrivedMs, timezone);
  if (weekday !== 'sat' && weekday !== 'sun') return byHours;
  const day = addDays(dayOf(arrivedMs, timezone), UNTIL_DUE[weekday]);
  return Math.max(byHours, startOfDay(day, timezone));
};

const duration = (ms: number): string => {
  if (ms < HOUR) return 'less than an hour';
  const hours = Math.round(ms / HOUR);
  return hours < 2 * HOURS_A_DAY
    ? counted(hours, 'hour')
    : counted(Math.round(hours / HOURS_A_DAY), 'day');
};

const middle = (sorted: readonly number[]): number =>
  (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;

/** The middle of a few says nothing of any of them. */
const FEW = 5;

const spread = (sorted: readonly number[]): string => {
  const [fastest, slowest] = [duration(sorted[0]!), duration(sorted.at(-1)!)];
  if (sorted.length === 1) return `it took ${slowest}`;
  if (sorted.length < FEW) return `the fastest after ${fastest}, the slowest after ${slowest}`;
  return `half of them within ${duration(middle(sorted))}, the slowest after ${slowest}`;
};

/** How soon others were answered. */
export const replyWithin24h = defineAudit({
  name: 'reply-within-24h',
  about: 'how soon others were answered, and who still waits',
  params: strictObject({
    hours: optional(pipe(number(), integer(), minValue(1), maxValue(1000)), 24),
    accounts: optional(picklist(ACCOUNTS_MEANT), 'official'),
  }),
  start({ hours, accounts }, context) {
    const { school, period, nowMs, timezone, account } = context;
    const answered = createAnswered(school);
    const worst = createWorst();
    const times: number[] = [];
    return {
      add(judged) {
        const { answeredMs, replyToId, continuesOwn } = judged.trace?.published ?? {};
        if (!isOwn(judged) || continuesOwn) return;
        answered.add(replyToId);
        if (answeredMs === undefined || judged.at === null) return;
        const atMs = Date.parse(judged.at);
        if (atMs < answeredMs) return;
        times.push(atMs - answeredMs);
        if (atMs <= dueMs(answeredMs, hours, timezone)) return;
        const told = `Answered after ${duration(atMs - answeredMs)}.`;
        worst.add({ rank: answeredMs - atMs, told, post: auditedPost(judged) });
      },
      end() {
        const other = notMeant(context, accounts);
        if (other) return other;
        const late = worst.count();
        // An answer after the period would not be seen.
        const lastMs = Math.min(nowMs, account?.exportedMs ?? nowMs, period.endMs);
        const isWaiting = (comment: Comment): boolean =>
          comment.atMs !== undefined &&
          period.startMs <= comment.atMs &&
          dueMs(comment.atMs, hours, timezone) < lastMs &&
          !answered.has(comment.id) &&
          wantsOf(comment, school) === 'answer';
        const waiting = (school.comments ?? []).filter(isWaiting);
        for (const comment of waiting) {
          const told = `${commentLabel(comment, school)} has no answer after ${duration(lastMs - comment.atMs!)}.`;
          worst.add({ rank: comment.atMs! - lastMs, told });
        }
        const coverage = school.comments
          ? ` ${counted(waiting.length, 'comment')} that ${waiting.length === 1 ? 'wants' : 'want'} one had none in time.`
          : ' What was never answered is in no archive: name a file of comments under mentions in policy-lint.yaml.';
        if (times.length === 0 && waiting.length === 0) {
          return school.comments
            ? kept(
                'No comment of the period waits for an answer, and no answer tells what it answers.',
              )
            : notCheckable(`No answer of the period tells what it answers.${coverage}`);
        }
        const sorted = [...times].sort((a, b) => a - b);
        const figures =
          sorted.length === 0
            ? 'No answer of the period tells what it answers.'
            : `Of ${counted(sorted.length, 'answer')} ${sorted.length - late} (${percent(sorted.length - late, sorted.length)}) came in time; ${spread(sorted)}.`;
        const told = `${figures}${coverage}`;
        return worst.count() > 0
          ? answer('broken', told, worst.items(), worst.count())
          : kept(told);
      },
    };
  },
});
