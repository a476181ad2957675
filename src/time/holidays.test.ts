import { describe, expect, it } from 'vitest';
import { addDays } from '../core/calendar-dates.ts';
import type { HolidayDivision } from '../core/school.ts';
import { HOLIDAY_DIVISIONS } from '../core/school.ts';
import {
  HOLIDAY_YEARS,
  bankHolidaysWithin,
  findBankHoliday,
  isDayOff,
  unknownHolidays,
} from './holidays.ts';

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Sunday of Easter by the computus of the Gregorian calendar. */
const easterOf = (year: number): string => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leaps = century - Math.floor(century / 4);
  const moon = (leaps - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const full = moon - (moon === 29 || (moon === 28 && golden > 10) ? 1 : 0);
  const fullMoon = addDays(`${year}-03-21`, full);
  return addDays(fullMoon, 7 - weekdayOf(fullMoon));
};

const firstMonday = (from: string): string => addDays(from, (8 - weekdayOf(from)) % 7);
const lastMonday = (to: string): string => addDays(to, -((weekdayOf(to) + 6) % 7));

/** Days that fall on a weekend move to the next working days that are not taken. */
const withSubstitutes = (days: readonly string[]): readonly string[] => {
  const isWeekend = (day: string): boolean => weekdayOf(day) % 6 === 0;
  const taken = new Set(days.filter((day) => !isWeekend(day)));
  for (const day of days.filter(isWeekend)) {
    let next = day;
    while (isWeekend(next) || taken.has(next)) next = addDays(next, 1);
    taken.add(next);
  }
  return [...taken];
};

const ONE_OFF: readonly { gone?: string; day: string; where?: HolidayDivision }[] = [
  { gone: '2012-05-28', day: '2012-06-04' },
  { day: '2012-06-05' },
  { gone: '2020-05-04', day: '2020-05-08' },
  { gone: '2022-05-30', day: '2022-06-02' },
  { day: '2022-06-03' },
  { day: '2022-09-19' },
  { day: '2023-05-08' },
  { day: '2026-06-15', where: 'scotland' },
];

const byTheRules = (year: number, division: HolidayDivision): readonly string[] => {
  const easter = easterOf(year);
  const isScotland = division === 'scotland';
  const isIreland = division === 'northern-ireland';
  const days = new Set(
    withSubstitutes([
      `${year}-01-01`,
      ...(isScotland ? [`${year}-01-02`, `${year}-11-30`] : [addDays(easter, 1)]),
      ...(isIreland ? [`${year}-03-17`, `${year}-07-12`] : []),
      addDays(easter, -2),
      firstMonday(`${year}-05-01`),
      lastMonday(`${year}-05-31`),
      isScotland ? firstMonday(`${year}-08-01`) : lastMonday(`${year}-08-31`),
      `${year}-12-25`,
      `${year}-12-26`,
    ]),
  );
  for (const { gone, day, where = division } of ONE_OFF) {
    if (!day.startsWith(String(year)) || where !== division) continue;
    if (gone !== undefined) expect(days.delete(gone)).toBe(true);
    days.add(day);
  }
  return [...days].sort();
};

describe('bank holidays', () => {
  it.each(HOLIDAY_DIVISIONS)('of %s follow the rules, year by year', (division) => {
    const { first, last } = HOLIDAY_YEARS;
    for (let year = first; year <= last; year += 1) {
      const range = { from: `${year}-01-01`, to: `${year}-12-31` };
      expect(bankHolidaysWithin(range, division).map(({ day }) => day)).toEqual(
        byTheRules(year, division),
      );
    }
  });

  it('have names', () => {
    expect(findBankHoliday('2022-09-19', 'england-and-wales')).toBe(
      'State funeral of Queen Elizabeth II',
    );
    expect(findBankHoliday('2026-12-28', 'england-and-wales')).toBe('Boxing Day');
    expect(findBankHoliday('2026-04-06', 'scotland')).toBeUndefined();
    expect(findBankHoliday('2026-12-25', 'none')).toBeUndefined();
    expect(
      bankHolidaysWithin({ from: '2026-04-03', to: '2026-05-04' }, 'northern-ireland'),
    ).toEqual([
      { day: '2026-04-03', title: 'Good Friday' },
      { day: '2026-04-06', title: 'Easter Monday' },
      { day: '2026-05-04', title: 'Early May bank holiday' },
    ]);
  });

  it('are said not to be known in other years', () => {
    const told =
      'bank holidays are known from 2012 to 2028: those of other years count as ordinary days';
    expect(unknownHolidays({ from: '2012-01-01', to: '2028-12-31' }, 'scotland')).toBeUndefined();
    expect(unknownHolidays({ from: '2011-12-31', to: '2012-03-01' }, 'scotland')).toBe(told);
    expect(unknownHolidays({ from: '2028-09-01', to: '2029-01-01' }, 'scotland')).toBe(told);
    expect(unknownHolidays({ from: '2028-09-01', to: '2029-01-01' }, 'none')).toBeUndefined();
  });
});

describe('isDayOff', () => {
  it('knows weekends, bank holidays and what the school has told', () => {
    const school = {
      holidays: 'england-and-wales',
      daysOff: [{ kind: 'half-term', from: '2026-10-26', to: '2026-10-30' }],
    } as const;
    const days = ['2026-10-23', '2026-10-24', '2026-10-26', '2026-10-30', '2026-11-02'];
    expect(days.filter((day) => isDayOff(day, school))).toEqual(days.slice(1, 4));
    expect(isDayOff('2026-12-28', school)).toBe(true);
    expect(isDayOff('2026-12-28', { ...school, holidays: 'none' })).toBe(false);
  });
});
