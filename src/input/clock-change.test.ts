import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toInstants } from '../time/zone.ts';
import { resolveLocal } from './clock-change.ts';

const wall = (month: number, day: number, hour: number, minute: number) => ({
  year: 2026,
  month,
  day,
  hour,
  minute,
  second: 0,
});

describe('resolveLocal', () => {
  it('takes a time that clocks skip for a later one, and the first of two, and says so', () => {
    expect(resolveLocal(wall(3, 28, 1, 30), 'Europe/London')).toEqual({
      epochMs: Date.parse('2026-03-28T01:30Z'),
    });
    expect(resolveLocal(wall(3, 29, 1, 30), 'Europe/London')).toEqual({
      epochMs: Date.parse('2026-03-29T01:30Z'),
      notice: 'clocks in Europe/London skip this time when they go forward: taken as 02:30',
    });
    expect(resolveLocal(wall(10, 25, 1, 30), 'Europe/London')).toEqual({
      epochMs: Date.parse('2026-10-25T00:30Z'),
      notice:
        'clocks in Europe/London show this time twice when they go back: taken as the first of the two',
    });
    expect(resolveLocal(wall(10, 4, 2, 10), 'Australia/Lord_Howe')?.notice).toMatch(/as 02:40$/u);
    expect(resolveLocal(wall(2, 30, 10, 0), 'Europe/London')).toBeUndefined();
  });

  it('is the first instant that clocks show the time at, wherever they do', () => {
    const zones = fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kathmandu', 'UTC');
    const numbers = [fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })] as const;
    fc.assert(
      fc.property(...numbers, fc.integer({ min: 0, max: 23 }), zones, (month, day, hour, zone) => {
        const time = wall(month, day, hour, 15);
        const instants = toInstants(time, zone);
        const resolved = resolveLocal(time, zone)!;
        if (instants.length > 0) expect(resolved.epochMs).toBe(instants[0]);
        expect(resolved.notice === undefined).toBe(instants.length === 1);
      }),
    );
  });
});
