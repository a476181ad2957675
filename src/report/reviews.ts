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

/** Policies whose review is past. `today` is an ISO day. */
export const overdueReviews = (policies: readonly Policy[], today: string): readonly Policy[] =>
  policies.filter(
    ({ info: { reviewDue } }) => reviewDue !== undefined && lastDayOf(reviewDue) < today,
  );
