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

/** Whether the school has recorded a review that still holds. */
const isReviewed = (policy: Policy, recorded: string | undefined, today: string): boolean =>
  recorded !== undefined &&
  recorded <= today.slice(0, recorded.length) &&
  lastDayOf(addMonths(lastDayOf(recorded), monthsBetween(policy)).slice(0, recorded.length)) >=
    today;

/** Policies whose review is past. `today` is an ISO day; `reviews` are recorded, by policy. */
export const overdueReviews = (
  policies: readonly Policy[],
  today: string,
  reviews: Readonly<Record<string, string>> = {},
): readonly Policy[] =>
  policies.filter((policy) => {
    const { id, reviewDue } = policy.info;
    const isPast = reviewDue !== undefined && lastDayOf(reviewDue) < today;
    return isPast && !isReviewed(policy, reviews[id], today);
  });
