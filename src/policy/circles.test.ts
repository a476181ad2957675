import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCircles } from './circles.ts';

const graph = fc
  .array(fc.array(fc.nat({ max: 7 }), { maxLength: 3 }), { minLength: 1, maxLength: 8 })
  .map((lists) => new Map(lists.map((asked, id) => [String(id), asked.map(String)])));

type Graph = ReadonlyMap<string, readonly string[]>;

const reaches = (asks: Graph, from: string, to: string, seen = new Set<string>()): boolean => {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return (asks.get(from) ?? []).some((next) => reaches(asks, next, to, seen));
};

const depth = (asks: Graph, id: string): number =>
  asks.has(id) ? 1 + Math.max(0, ...asks.get(id)!.map((next) => depth(asks, next))) : 1;

describe('who asks whom', () => {
  it('is in a circle where the one who is asked comes back', () => {
    fc.assert(
      fc.property(graph, (asks) => {
        const { isInCircle } = findCircles(asks);
        for (const [from, asked] of asks) {
          for (const to of asked) expect(isInCircle(from, to)).toBe(reaches(asks, to, from));
        }
      }),
    );
  });

  it('is as deep as the longest way, where there is no circle', () => {
    const downward = graph.map(
      (asks) =>
        new Map(
          [...asks].map(([id, asked]) => [id, asked.filter((one) => Number(one) > Number(id))]),
        ),
    );
    fc.assert(
      fc.property(downward, (asks) => {
        const { depthOf } = findCircles(asks);
        for (const id of asks.keys()) expect(depthOf(id)).toBe(depth(asks, id));
      }),
    );
  });

  it('may be a very long row', () => {
    const row = new Map(Array.from({ length: 50_000 }, (_, id) => [String(id), [String(id + 1)]]));
    expect(findCircles(row).depthOf('0')).toBe(50_001);
  });
});
