import { TZDate } from '@date-fns/tz';
import { describe, expect, it } from 'vitest';
import { tabledOffset } from './offsets.ts';

const HOUR = 3_600_000;
const byLibrary = (zone: string, ms: number): number => -new TZDate(ms, zone).getTimezoneOffset();

describe('the table of offsets', () => {
  it('says what the time-zone library says, hour by hour round every change', () => {
    const disagreements: string[] = [];
    for (let day = Date.UTC(2006, 0, 1); day < Date.UTC(2037, 11, 31); day += 24 * HOUR) {
      const isNearChange =
        byLibrary('Europe/London', day) !== byLibrary('Europe/London', day + 48 * HOUR);
      const step = isNearChange ? HOUR : 24 * HOUR;
      for (let ms = day; ms < day + 24 * HOUR; ms += step) {
        for (const at of [ms, ms + HOUR - 1]) {
          if (tabledOffset('Europe/London', at) !== byLibrary('Europe/London', at)) {
            disagreements.push(new Date(at).toISOString());
          }
        }
      }
    }
    expect(disagreements).toEqual([]);
  });

  it('is silent about other years and zones', () => {
    expect(tabledOffset('Europe/London', Date.UTC(1999, 5, 1))).toBeUndefined();
    expect(tabledOffset('Europe/London', Date.UTC(2038, 0, 1))).toBeUndefined();
    expect(tabledOffset('Europe/Paris', Date.UTC(2026, 5, 1))).toBeUndefined();
  });
});
