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
import { bareHandle } from '../core/handle.ts';
import type { School } from '../core/school.ts';
import type { Document } from '../document/document.ts';
import { answers } from '../facts/answers.ts';
import { dayInWords, dayOf, startOfDay } from '../time/day.ts';
import { findBankHoliday, isDayOff } from '../time/holidays.ts';
import { defineCheck } from './check.ts';

const HOUR = 3_600_000;

type Holidays = 'count' | 'exempt';

const isWeekend = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
};

/** Whether nobody has to be at work: on weekends and bank holidays, or whenever the school is shut. */
const isFree = (day: string, school: School, holidays: Holidays): boolean =>
  holidays === 'exempt'
    ? isDayOff(day, school)
    : isWeekend(day) || findBankHoliday(day, school.holidays) !== undefined;

/** More days than any holidays last. */
const MOST_FREE = 70;

const workingDayAfter = (day: string, school: School, holidays: Holidays): string => {
  let next = addDays(day, 1);
  for (let step = 0; step < MOST_FREE && isFree(next, school, holidays); step += 1) {
    next = addDays(next, 1);
  }
  return next;
};

const isPress = (document: Document): boolean =>
  document.school.handles.press?.some(
    (handle) => bareHandle(handle) === bareHandle(document.post.replyTo ?? ''),
  ) ?? false;

/** `26 hours`, `3 days`. */
const lapse = (ms: number): string => {
  const hours = Math.floor(ms / HOUR);
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
};

/** Flags an answer that came later than the policy allows. */
export const replyTime = defineCheck({
  name: 'reply-time',
  params: strictObject({
    hours: optional(pipe(number(), integer(), minValue(1), maxValue(1000)), 24),
    weekends: optional(picklist(['next-working-day', 'count']), 'next-working-day'),
    holidays: optional(picklist(['count', 'exempt']), 'count'),
  }),
  tells: ['lapse', 'due'],
  *run({ hours, weekends, holidays }, { document, atMs, timezone }) {
    const answeredMs = document.post.published?.answeredMs;
    if (atMs === null || answeredMs === undefined || !answers(document)) return;
    if (isPress(document) || atMs - answeredMs <= hours * HOUR) return;
    const { school } = document;
    const came = dayOf(answeredMs, timezone);
    const waits =
      weekends === 'next-working-day' &&
      (isWeekend(came) || (holidays === 'exempt' && isDayOff(came, school)));
    const last = waits ? workingDayAfter(came, school, holidays) : undefined;
    if (last !== undefined && atMs < startOfDay(addDays(last, 1), timezone)) return;
    const took = lapse(atMs - answeredMs);
    const due = last === undefined ? `within ${hours} hours` : `by the end of ${dayInWords(last)}`;
    yield {
      where: 'reply',
      range: null,
      confidence: 'likely',
      evidence: [`it came ${took} after the post that it answers, and was due ${due}`],
      data: { lapse: took, due },
    };
  },
  lacks: (_, { document, atMs }) =>
    atMs !== null &&
    document.post.published !== undefined &&
    document.post.published.answeredMs === undefined &&
    answers(document)
      ? 'when the post that it answers was written'
      : undefined,
});
