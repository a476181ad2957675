import { TZDate } from '@date-fns/tz';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isZone, toInstants, toIso, toLocal } from './zone.ts';

const HOUR = 3_600_000;

describe('toLocal', () => {
  it('tells the clock, the weekday and the offset of a zone', () => {
    expect(toLocal(Date.UTC(2026, 6, 15, 17, 30), 'Europe/London')).toEqual({
      year: 2026,
      month: 7,
      day: 15,
      weekday: 'wed',
      hour: 18,
      minute: 30,
      second: 0,
      offset: 60,
    });
    expect(toLocal(Date.UTC(2026, 11, 31, 23, 59, 59), 'Asia/Kathmandu')).toEqual({
      year: 2027,
      month: 1,
      day: 1,
      weekday: 'fri',
      hour: 5,
      minute: 44,
      second: 59,
      offset: 345,
    });
  });

  it('changes at the very second that clocks change', () => {
    const spring = Date.UTC(2026, 2, 29, 1);
    const autumn = Date.UTC(2026, 9, 25, 1);
    expect(
      [spring - 1000, spring, autumn - 1000, autumn].map((ms) => toIso(ms, 'Europe/London')),
    ).toEqual([
      '2026-03-29T00:59:59+00:00',
      '2026-03-29T02:00:00+01:00',
      '2026-10-25T01:59:59+01:00',
      '2026-10-25T01:00:00+00:00',
    ]);
  });

  it('agrees with the time-zone library everywhere, whether a table answers or not', () => {
    const hours = fc.integer({ min: Date.UTC(1980, 0) / HOUR, max: Date.UTC(2045, 0) / HOUR });
    const zones = fc.constantFrom('Europe/London', 'Europe/Dublin', 'America/St_Johns');
    fc.assert(
      fc.property(hours, zones, (hour, zone) => {
        expect(toLocal(hour * HOUR, zone).offset).toBe(
          -new TZDate(hour * HOUR, zone).getTimezoneOffset(),
        );
      }),
    );
  });
});

describe('toInstants', () => {
  const wall = (month: number, day: number, hour: number, minute: number) => ({
    year: 2026,
    month,
    day,
    hour,
    minute,
    second: 0,
  });
  const instants = (...when: Parameters<typeof wall>) =>
    toInstants(wall(...when), 'Europe/London').map((ms) => new Date(ms).toISOString());

  it('finds one, none in the spring gap and two in the autumn overlap, in order', () => {
    expect(instants(3, 28, 1, 30)).toEqual(['2026-03-28T01:30:00.000Z']);
    expect(instants(3, 29, 1, 30)).toEqual([]);
    expect(instants(10, 25, 1, 30)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
    expect(instants(2, 30, 10, 0)).toEqual([]);
  });

  it('knows zones that go the other way, and by half an hour', () => {
    const lordHowe = (month: number, day: number, hour: number, minute: number) =>
      toInstants(wall(month, day, hour, minute), 'Australia/Lord_Howe').length;
    expect([lordHowe(10, 4, 2, 15), lordHowe(4, 5, 1, 45), lordHowe(4, 5, 2, 15)]).toEqual([
      0, 2, 1,
    ]);
  });
});

describe('isZone', () => {
  it('knows IANA names alone', () => {
    const names = ['Europe/London', 'UTC', 'America/New_York', 'Etc/GMT+5'];
    const others = ['London', 'GMT Standard Time', 'BST', '+01:00', '', 'Mars/Olympus'];
    expect(names.filter(isZone)).toEqual(names);
    expect(others.filter(isZone)).toEqual([]);
  });
});
