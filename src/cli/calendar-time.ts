import type ICAL from 'ical.js';
import { firstInstant } from '../time/day.ts';
import { zoneNamed } from '../time/named-zone.ts';
import { toLocal } from '../time/zone.ts';
import type { WallClock } from '../time/zone.ts';

/** One point of an event: on the clocks of its zone, and in time. */
export interface Moment {
  readonly wall: WallClock;
  readonly zone: string;
  readonly isDate: boolean;
  readonly ms: number;
}

/** Zones of a calendar: of its whole days, of its times that name none, and what it calls others. */
export interface Zones {
  /** The school’s own. */
  readonly school: string;
  /** Of times without a zone, where the calendar says it. */
  readonly floating: string;
  /** Called with a name that nobody knows; such times are taken for the school’s. */
  readonly complain: (name: string) => void;
}

export const wallClockOf = ({
  year,
  month,
  day,
  hour,
  minute,
  second,
  isDate,
}: ICAL.Time): WallClock =>
  isDate
    ? { year, month, day, hour: 0, minute: 0, second: 0 }
    : { year, month, day, hour, minute, second };

const isTime = (value: unknown): value is ICAL.Time =>
  typeof value === 'object' && value !== null && 'isDate' in value;

const zoneOf = (time: ICAL.Time, tzid: unknown, zones: Zones): string => {
  if (time.isDate) return zones.school;
  if (time.zone?.tzid === 'UTC') return 'UTC';
  if (typeof tzid !== 'string') return zones.floating;
  const zone = zoneNamed(tzid);
  if (zone === undefined) zones.complain(tzid);
  return zone ?? zones.school;
};

/** The dates and times that an event has under a name. */
export const momentsOf = (event: ICAL.Component, name: string, zones: Zones): readonly Moment[] =>
  event.getAllProperties(name).flatMap((property) =>
    property.getValues().flatMap((value: unknown): readonly Moment[] => {
      if (!isTime(value)) return [];
      const zone = zoneOf(value, property.getFirstParameter('tzid'), zones);
      const wall = wallClockOf(value);
      return [{ wall, zone, isDate: value.isDate, ms: firstInstant(wall, zone) }];
    }),
  );

/** The same clock time some days later: a day is not always 24 hours long. */
export const laterBy = ({ wall, zone }: Moment, days: number): number => {
  const noon = Date.UTC(wall.year, wall.month - 1, wall.day + days, 12);
  const { year, month, day } = toLocal(noon, 'UTC');
  return firstInstant({ ...wall, year, month, day }, zone);
};
