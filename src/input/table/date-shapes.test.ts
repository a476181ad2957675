import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWritten } from './date-shapes.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-23 17:42:00`, `1/4/2026 …` where only the order says, or null. */
const shown = (cell: string): string | null => {
  const read = readWritten(cell);
  if (!read) return null;
  const { day, clock } = read;
  const date =
    day &&
    ('day' in day
      ? `${day.year}-${day.month}-${day.day}`
      : `${day.first}/${day.second}/${day.year}`);
  const time = clock && `${clock.hour}:${two(clock.minute)}:${two(clock.second)}`;
  return [date, time].filter(Boolean).join(' ');
};

describe('readWritten', () => {
  it('reads dates and times as schedulers and spreadsheets write them', () => {
    const cells: readonly (readonly [string, string])[] = [
      ['2026-11-23 17:42', '2026-11-23 17:42:00'],
      ['2026-11-23T17:42:30', '2026-11-23 17:42:30'],
      ['2026-11-23 17:42:30.000', '2026-11-23 17:42:30'],
      ['2026/11/23 8:05', '2026-11-23 8:05:00'],
      ['2026/11/23', '2026-11-23'],
      ['23/11/2026 17:42', '23/11/2026 17:42:00'],
      ['11/23/2026 5:42 PM', '11/23/2026 17:42:00'],
      ['3/4/26, 5:42pm', '3/4/2026 17:42:00'],
      ['23.11.2026 17.42', '23/11/2026 17:42:00'],
      ['23.11.26', '23/11/2026'],
      ['23-11-2026 17:42', '23/11/2026 17:42:00'],
      ['Jan 05, 2026 3:30 PM', '2026-1-5 15:30:00'],
      ['January 5th 2026 at 3:30 pm', '2026-1-5 15:30:00'],
      ['5 January 2026', '2026-1-5'],
      ['Mon 5th Jan 2026, 9am', '2026-1-5 9:00:00'],
      ['Tuesday, 24 November 2026 08:30', '2026-11-24 8:30:00'],
      ['05-Jan-26', '2026-1-5'],
      ['2022-12-15 5:05 pm', '2022-12-15 17:05:00'],
      ['2022-12-15 12:05 a.m.', '2022-12-15 0:05:00'],
      ['12:05 pm', '12:05:00'],
      ['8.30am', '8:30:00'],
      ['17:42:00', '17:42:00'],
      ['9 am', '9:00:00'],
      ['46000.5', '2025-12-9 12:00:00'],
      ['46349', '2026-11-23'],
      ['46349,35416667', '2026-11-23 8:30:00'],
      ['0.3541666667', '8:30:00'],
      ['\u00A02026-11-23\u00A0 17:42 ', '2026-11-23 17:42:00'],
    ];
    expect(cells.map(([cell]) => [cell, shown(cell)])).toEqual(cells);
  });

  it('reads nothing into what is no date', () => {
    const others = [
      '',
      'tomorrow 9:40',
      'next Friday at 2 PM',
      'now',
      '2026',
      '12345678',
      '1234',
      '5 Foo 2026',
      '13:42 pm',
      '0:30 pm',
      '23/11',
      '23/11/2026 17:42 or later',
      'The match is on 23/11/2026 17:42',
      `2026-11-23 ${' '.repeat(80)}17:42`,
    ];
    expect(others.map(shown)).toEqual(others.map(() => null));
  });

  it('reads back whatever minute is written, in every way', () => {
    const times = fc.date({
      min: new Date('2000-01-01T00:00Z'),
      max: new Date('2060-12-31T23:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(times, (time) => {
        const [year, month, day] = [
          time.getUTCFullYear(),
          time.getUTCMonth() + 1,
          time.getUTCDate(),
        ];
        const [hour, minute] = [time.getUTCHours(), time.getUTCMinutes()];
        const clock = `${two(hour)}:${two(minute)}`;
        const half = `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`;
        const whole = `${year}-${month}-${day} ${hour}:${two(minute)}:00`;
        const serial = Math.floor(time.getTime() / 60_000) / 1440 + 25_569;
        const ways = [
          `${year}-${two(month)}-${two(day)} ${clock}`,
          `${year}/${month}/${day}T${clock}`,
          `${year}.${month}.${day}, ${half}`,
          serial.toFixed(6),
        ];
        expect(ways.map(shown)).toEqual(ways.map(() => whole));
        const parts = `${day}/${month}/${year} ${hour}:${two(minute)}:00`;
        expect(shown(`${two(day)}/${two(month)}/${year} ${half}`)).toBe(parts);
      }),
    );
  });
});
