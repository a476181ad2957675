import { describe, expect, it } from 'vitest';
import type { School } from '../core/school.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { findLesson } from './lessons.ts';

const SCHOOL: School = {
  ...UNKNOWN_SCHOOL,
  lessons: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '12:00' }],
};

const isLesson = (at: string, school = SCHOOL, free: readonly string[] = []): boolean =>
  findLesson(Date.parse(at), 'Europe/London', school, free) !== undefined;

describe('findLesson', () => {
  it.each([
    ['2026-03-11T09:00:00Z', true],
    ['2026-03-11T11:59:59Z', true],
    ['2026-03-11T12:00:00Z', false],
    ['2026-06-10T08:30:00Z', true],
    ['2026-03-14T10:00:00Z', false],
  ])('goes by the clocks on the wall: %s', (at, is) => {
    expect(isLesson(at)).toBe(is);
  });

  it('knows bank holidays, and that nobody is taught between terms', () => {
    expect(isLesson('2026-05-04T09:30:00Z')).toBe(false);
    expect(isLesson('2026-05-04T09:30:00Z', { ...SCHOOL, holidays: 'none' })).toBe(true);
    expect(isLesson('2026-08-12T09:30:00Z')).toBe(false);
    const terms = [{ season: 'summer', from: '2026-04-20', to: '2026-06-05' }] as const;
    expect(isLesson('2026-06-10T09:30:00Z', { ...SCHOOL, terms })).toBe(false);
  });

  it('knows days off that were told, and days of the calendar that are named so', () => {
    const daysOff = [{ kind: 'inset', from: '2026-03-11', to: '2026-03-11' }] as const;
    expect(isLesson('2026-03-11T09:30:00Z', { ...SCHOOL, daysOff })).toBe(false);
    const calendar = [
      {
        title: 'Exam leave',
        startMs: Date.parse('2026-03-11T00:00:00Z'),
        endMs: Date.parse('2026-03-12T00:00:00Z'),
      },
    ];
    expect(isLesson('2026-03-11T09:30:00Z', { ...SCHOOL, calendar })).toBe(true);
    expect(isLesson('2026-03-11T09:30:00Z', { ...SCHOOL, calendar }, ['exam leave'])).toBe(false);
  });
});
