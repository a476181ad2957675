import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, isDate } from './calendar-dates.ts';

describe('days', () => {
  it.each([
    ['2026-09-03', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['1900-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['2026-09-03T00:00', false],
    ['', false],
  ])('%s exists: %s', (day, expected) => {
    expect(isDate(day)).toBe(expected);
  });

  it.each([
    ['2026-09-03', 4, '2027-01-03'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-10-31', 4, '2027-02-28'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-12-31', 12, '2027-12-31'],
    ['0026-09-03', 12, '0027-09-03'],
  ])('%s and %i months later is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it('some months later are days that exist, in that month', () => {
    const day = fc
      .date({ min: new Date('0001-01-01'), max: new Date('9000-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.nat({ max: 40 }), (from, months) => {
        const later = addMonths(from, months);
        expect(isDate(later)).toBe(true);
        const monthOf = (one: string): number =>
          Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));
        expect(monthOf(later)).toBe(monthOf(from) + months);
        expect(later.slice(8) <= from.slice(8)).toBe(true);
      }),
    );
  });
});
