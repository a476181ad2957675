import { describe, expect, it } from 'vitest';
import { createSeen } from './seen.ts';

describe('names that were seen', () => {
  it('are told from all others', () => {
    const seen = createSeen();
    const names = Array.from({ length: 50_000 }, (_, index) => `own ${1_800_000_000_000 + index}`);
    expect(names.filter((name) => seen.has(name))).toEqual([]);
    expect(names.every((name) => seen.has(name))).toBe(true);
  });
});
