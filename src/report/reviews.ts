import { addMonths } from '../core/calendar-dates.ts';
import type { Policy } from '../core/policy.ts';
import { dateInWords } from './when.ts';

/** The last day of what is written as 2019, 2019-09 or 2019-09-11. */
const lastDayOf = (written: string): string => {
  const [year = 0, month, date] = written.split('-').map(Number);
  if (date !== undefined) return written;
  return new Date(Date.UTC(year, month ?? 12, 0)).toISOString().slice(0, 10);
};

/** `on 11 Sep 2019`, `in Sep 2019`, `in 2019`. */
export const reviewDay = (written: string): string =>
  `${written.length > '2019-09'.length ? 'on' : 'in'} ${dateInWords(written)}`;

/** A year, unless the policy asks for another interval. */
const monthsBetween = ({ audits }: Policy): number => {
  const months = audits.find(({ audit }) => audit === 'review-overdue')?.with['months'];
  return typeof months === 'number' ? months : 12;
};

/** When the next review is due after the one that the school has recorded, as precisely as that. */
const dueAfter = (policy: Policy, recorded: string): string =>
  addMonths(lastDayOf(recorded), monthsBetween(policy)).slice(0, recorded.length);

/** When a review is due: as the policy says, or later where one was recorded since. */
const dueOf = (policy: Policy, recorded: string | undefined, today: string): string | undefined => {
  const { reviewDue } = policy.info;
  // One that is still to come says what is meant to be done.
  const isPast = recorded !== undefined && recorded <= today.slice(0, recorded.length);
  if (reviewDue === undefined || !isPast) return reviewDue;
  const due = dueAfter(policy, recorded);
  return lastDayOf(due) > lastDayOf(reviewDue) ? due : reviewDue;
};

/**
 * Policies whose review is past, with the day on which it was due as their `reviewDue`. `today` is an
 * ISO day; `reviews` are recorded, by policy.
 */
export const overdueReviews = (
  policies: readonly Policy[],
  today: string,
  reviews: Readonly<Record<string, string>> = {},
): readonly Policy[] =>
  policies.flatMap((policy) => {
    const due = dueOf(policy, reviews[policy.info.id], today);
    if (due === undefined || lastDayOf(due) >= today) return [];
    return [{ ...policy, info: { ...policy.info, reviewDue: due } }];
  });
