import type { Policy } from '../core/policy.ts';
import { didYouMean, findClosest } from '../syntax/closest.ts';
import type { Mistake } from '../syntax/place.ts';
import { quote } from '../syntax/words.ts';

/**
 * What is wrong with the reviews that a school has recorded, by policy. `today` is an ISO day. Nothing
 * is said of a policy that is not active, unless another was probably meant.
 */
export const reviewMistakes = (
  policies: readonly Policy[],
  reviews: Readonly<Record<string, string>>,
  today: string,
): readonly Mistake[] => {
  const ids = policies.map(({ info }) => info.id);
  return Object.entries(reviews).flatMap(([id, day]): readonly Mistake[] => {
    const path = ['reviews', id];
    if (day > today.slice(0, day.length)) {
      const message = `${day} is still to come: a review says what was done`;
      return [{ kind: 'wrong', path, message }];
    }
    if (ids.includes(id) || findClosest(id, ids) === undefined) return [];
    const message = `no active policy is called ${quote(id)}${didYouMean(id, ids)}`;
    return [{ kind: 'unknown', path, message }];
  });
};
