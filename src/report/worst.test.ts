import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepWorst } from './worst.ts';

const item = fc.record({ rank: fc.nat(5), name: fc.nat() });

describe('keepWorst', () => {
  it('keeps what sorting everything would have kept', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), fc.nat(10), (items, most) => {
        const worst = keepWorst<(typeof items)[number]>(most);
        for (const one of items) worst.add(one.rank, () => one);
        const sorted = [...items].sort((a, b) => a.rank - b.rank);
        expect(worst.items()).toEqual(sorted.slice(0, most));
        expect(worst.dropped()).toBe(Math.max(0, items.length - most));
      }),
    );
  });

  it('makes nothing that it does not keep', () => {
    const made: number[] = [];
    const worst = keepWorst<number>(2);
    for (const rank of [1, 1, 1, 2, 0, 1]) worst.add(rank, () => made.push(rank));
    expect(made).toEqual([1, 1, 0]);
  });
});
