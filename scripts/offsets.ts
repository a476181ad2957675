import { TZDate } from '@date-fns/tz';
import { addDays, isBefore } from 'date-fns';

/** Zones of the shipped policies. */
const ZONES = ['Europe/London'];
const FIRST = new TZDate(2006, 0, 1, 'UTC');
const LAST = new TZDate(2038, 0, 1, 'UTC');
const MINUTE = 60_000;

const HEADER = `# Offsets from Greenwich, so that judging a time in these zones need not start the time-zone library.
# Source: the IANA time zone database (public domain) as date-fns' time-zone package reads it.
# Written by scripts/generate.ts; a row: zone, first instant, minutes east; the last row ends the table.
`;

const offsetAt = (zone: string, ms: number): number => -new TZDate(ms, zone).getTimezoneOffset();

/** First minute in (before, after] at which the offset is no longer that of \`before\`. */
const changeBetween = (zone: string, before: number, after: number): number => {
  let [low, high] = [before / MINUTE, after / MINUTE];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle * MINUTE) === offsetAt(zone, before)) low = middle;
    else high = middle;
  }
  return high * MINUTE;
};

const rows = (zone: string): string[] => {
  const row = (ms: number): string =>
    `${zone} ${new Date(ms).toISOString().replace(':00.000Z', 'Z')} ${offsetAt(zone, ms)}`;
  const changes: string[] = [row(FIRST.getTime())];
  for (let day = FIRST; isBefore(day, LAST); day = addDays(day, 1)) {
    const [from, to] = [day.getTime(), addDays(day, 1).getTime()];
    if (offsetAt(zone, from) !== offsetAt(zone, to)) {
      changes.push(row(changeBetween(zone, from, to)));
    }
  }
  return [...changes, row(LAST.getTime())];
};

/** Text of src/time/data/offsets.txt. */
export const offsetTable = (): string => `${HEADER}${ZONES.flatMap(rows).join('\n')}\n`;
