import type ICAL from 'ical.js';
import type { Zones } from './calendar-time.ts';
import { momentsOf } from './calendar-time.ts';

const numberOf = (event: ICAL.Component, name: string): number =>
  Number(event.getFirstPropertyValue(name) ?? 0) || 0;

/** Without one, nothing tells which event another belongs to. */
export const findUid = (event: ICAL.Component): string | undefined =>
  String(event.getFirstPropertyValue('uid') ?? '') || undefined;

/** Occurrences that stand in the calendar on their own, as `uid` and the start they replace. */
export const replacedStarts = (
  events: readonly ICAL.Component[],
  zones: Zones,
): ReadonlySet<string> =>
  new Set(
    events.flatMap((event) => {
      const uid = findUid(event);
      if (uid === undefined) return [];
      return momentsOf(event, 'recurrence-id', zones).map(({ ms }) => `${uid} ${ms}`);
    }),
  );

/** Earlier versions of an event go; events that only share an id by mistake stay. */
export const withoutOldVersions = (
  events: readonly ICAL.Component[],
): readonly ICAL.Component[] => {
  const newest = new Map<string, number>();
  const keyOf = (event: ICAL.Component): string | undefined => {
    const uid = findUid(event);
    return uid && `${uid} ${String(event.getFirstPropertyValue('recurrence-id') ?? '')}`;
  };
  for (const event of events) {
    const key = keyOf(event);
    if (key === undefined) continue;
    newest.set(key, Math.max(newest.get(key) ?? 0, numberOf(event, 'sequence')));
  }
  return events.filter((event) => {
    const key = keyOf(event);
    return key === undefined || numberOf(event, 'sequence') === newest.get(key);
  });
};
