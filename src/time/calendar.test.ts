import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../core/school.ts';
import { eventsAround, isGoingOn } from './calendar.ts';

const at = (time: string): number => Date.parse(`2026-03-11T${time}Z`);
const event = (title: string, from: string, to: string): CalendarEvent => ({
  title,
  startMs: at(from),
  endMs: at(to),
});
const CALENDAR: readonly CalendarEvent[] = [
  event('Netball match', '16:00', '18:00'),
  event('Concert', '19:00', '21:00'),
  event('Bell', '18:20', '18:20'),
  { ...event('Trip', '00:00', '00:00'), endMs: at('00:00') + 3 * 86_400_000 },
  { ...event('Spring term', '00:00', '23:59'), marks: 'term' },
];

const told = (time: string, margin?: number): readonly string[] =>
  eventsAround(CALENDAR, at(time), margin)
    .filter(isGoingOn)
    .map(({ event: { title }, minutes, when }) => `${title} ${when} ${minutes}`);

describe('eventsAround', () => {
  it('finds what is on, its first instant included and its last not', () => {
    expect(told('15:59:59')).toEqual(['Trip during 0']);
    expect(told('16:00')).toEqual(['Netball match during 0', 'Trip during 0']);
    expect(told('17:59:59')).toEqual(['Netball match during 0', 'Trip during 0']);
    expect(told('18:00')).toEqual(['Trip during 0']);
  });

  it('finds what ended a while ago or begins soon, the closest first', () => {
    expect(told('18:30:30', 60)).toEqual([
      'Trip during 0',
      'Bell after 10',
      'Netball match after 30',
      'Concert before 30',
    ]);
    expect(told('18:30', 30)).toEqual([
      'Trip during 0',
      'Bell after 10',
      'Netball match after 30',
      'Concert before 30',
    ]);
    expect(told('18:30:01', 30)).toEqual(['Trip during 0', 'Bell after 10', 'Concert before 30']);
    expect(told('15:29:59', 30)).toEqual(['Trip during 0']);
  });

  it('lets nobody be late for whole days', () => {
    expect(eventsAround(CALENDAR, at('00:00') - 1, 60)).toEqual([]);
    expect(eventsAround(CALENDAR, at('00:00') + 3 * 86_400_000, 60)).toEqual([]);
  });

  it('finds what a walk over all events finds', () => {
    const some = fc.array(
      fc.record({
        title: fc.constant('x'),
        startMs: fc.integer({ min: 0, max: 500_000_000 }),
        endMs: fc.integer({ min: 0, max: 900_000_000 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 900_000_000 }), (events, ms) => {
        expect(eventsAround(events, ms).length).toBe(
          events.filter(({ startMs, endMs }) => startMs <= ms && ms < endMs).length,
        );
      }),
    );
  });
});
