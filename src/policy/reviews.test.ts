import { expect, it } from 'vitest';
import { policyOf } from '../../test/support/small-policy.ts';
import { reviewMistakes } from './reviews.ts';

const policies = [policyOf([], { info: { id: 'oakfield', title: 'Ours' } })];
const told = (reviews: Readonly<Record<string, string>>) =>
  reviewMistakes(policies, reviews, '2026-01-05').map(({ path, message }) => [
    path.join('.'),
    message,
  ]);

it('says which reviews cannot be so', () => {
  expect(
    told({ oakfield: '2026-01-05', hexley: '2019-09', oakfeld: '2025-09', ashgrove: '2026-02' }),
  ).toEqual([
    ['reviews.oakfeld', 'no active policy is called “oakfeld”: did you mean “oakfield”?'],
    ['reviews.ashgrove', '2026-02 is still to come: a review says what was done'],
  ]);
  expect(told({ oakfield: '2026-01' })).toEqual([]);
  expect(told({ oakfield: '2026-01-06' })).toEqual([
    ['reviews.oakfield', '2026-01-06 is still to come: a review says what was done'],
  ]);
});
