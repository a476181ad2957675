import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime } from './parse.ts';
import { toInstants, toIso, toLocal } from './zone.ts';

const LONDON = 'Europe/London';
const HOW = 'write the date and time as 2026-11-23T17:42 or 2026-11-23T17:42:00+00:00';
const NEVER = 'this date or time does not exist: check the day and the hour';

const read = (written: string, zone = LONDON): string => {
  const time = parseTime(written, zone);
  return 'error' in time ? time.error : new Date(time.epochMs).toISOString();
};

describe('parseTime', () => {
  it('reads a wall-clock time in the zone, winter and summer', () => {
    expect(read('2026-01-15T08:00')).toBe('2026-01-15T08:00:00.000Z');
    expect(read('2026-07-15T08:00')).toBe('2026-07-15T07:00:00.000Z');
    expect(read('2026-07-15 08:00:30')).toBe('2026-07-15T07:00:30.000Z');
    expect(read('2026-07-15T08:00', 'America/New_York')).toBe('2026-07-15T12:00:00.000Z');
    expect(read('2026-07-15T08:00', 'Asia/Kathmandu')).toBe('2026-07-15T02:15:00.000Z');
  });

  it('takes an offset at its word, wherever the school is', () => {
    expect(read('2026-07-15T08:00Z')).toBe('2026-07-15T08:00:00.000Z');
    expect(read('2026-07-15t08:00:00z')).toBe('2026-07-15T08:00:00.000Z');
    expect(read('2026-07-15T08:00:00+01:00')).toBe('2026-07-15T07:00:00.000Z');
    expect(read('2026-07-15T08:00:00-0530')).toBe('2026-07-15T13:30:00.000Z');
    expect(read('2026-07-15T08:00 +01')).toBe('2026-07-15T07:00:00.000Z');
    expect(read('  2026-07-15T08:00:59.999Z ')).toBe('2026-07-15T08:00:59.000Z');
  });

  it('refuses the hour that clocks skip on 29 March 2026', () => {
    const skipped = 'clocks in Europe/London skip this time when they go forward: choose another';
    expect(read('2026-03-29T00:59:59')).toBe('2026-03-29T00:59:59.000Z');
    expect(read('2026-03-29T01:00')).toBe(skipped);
    expect(read('2026-03-29T01:59:59')).toBe(skipped);
    expect(read('2026-03-29T02:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(read('2026-03-29T01:30Z')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('refuses to guess in the hour that clocks show twice on 25 October 2026', () => {
    const twice =
      'clocks in Europe/London show this time twice when they go back: add the offset, as +01:00 or +00:00';
    expect(read('2026-10-25T00:59:59')).toBe('2026-10-24T23:59:59.000Z');
    expect(read('2026-10-25T01:00')).toBe(twice);
    expect(read('2026-10-25T01:59:59')).toBe(twice);
    expect(read('2026-10-25T02:00')).toBe('2026-10-25T02:00:00.000Z');
    expect(read('2026-10-25T01:30+01:00')).toBe('2026-10-25T00:30:00.000Z');
    expect(read('2026-10-25T01:30+00:00')).toBe('2026-10-25T01:30:00.000Z');
  });

  it('refuses days and hours that no calendar has', () => {
    const impossible = [
      '2026-02-30T10:00',
      '2026-02-29T10:00Z',
      '2026-04-31T10:00',
      '2026-13-01T10:00',
      '2026-00-10T10:00',
      '2026-01-00T10:00',
      '2026-01-15T25:00',
      '2026-01-15T24:00',
      '2026-01-15T10:60',
      '2026-01-15T10:00:60',
      '0026-01-15T10:00',
    ];
    expect(impossible.map((written) => read(written))).toEqual(impossible.map(() => NEVER));
    expect(read('2028-02-29T10:00')).toBe('2028-02-29T10:00:00.000Z');
  });

  it('says how to write what it cannot read', () => {
    const strange = [
      '',
      'tomorrow',
      '2026-11-23',
      '23/11/2026 17:42',
      '2026-11-23T9:05',
      '2026-11-23T17:42+25:00',
      '2026-11-23T17:42+01:75',
      '2026-11-23T17:42 Europe/London',
      '2026-11-23T17:42 BST',
      '2026-11-23T17',
      '17:42',
      '2026-11-23T17:42:00Z tomorrow',
      '²026-11-23T17:42',
    ];
    expect(strange.map((written) => read(written))).toEqual(strange.map(() => HOW));
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        expect(Object.keys(parseTime(written, LONDON))).toHaveLength(1);
      }),
    );
  });

  it('reads back what toIso writes, to the second', () => {
    const seconds = fc.integer({ min: Date.UTC(2007, 0) / 1000, max: Date.UTC(2037, 0) / 1000 });
    const zones = fc.constantFrom(LONDON, 'America/New_York', 'Asia/Kathmandu', 'UTC');
    fc.assert(
      fc.property(seconds, zones, (second, zone) => {
        expect(parseTime(toIso(second * 1000, zone), zone)).toEqual({ epochMs: second * 1000 });
      }),
    );
  });

  it('names each instant that its own wall-clock time can mean', () => {
    const seconds = fc.integer({ min: Date.UTC(2007, 0) / 1000, max: Date.UTC(2037, 0) / 1000 });
    fc.assert(
      fc.property(seconds, (second) => {
        const instants = toInstants(toLocal(second * 1000, LONDON), LONDON);
        expect(instants).toContain(second * 1000);
        expect(instants.length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
