import type { WallClock } from '../time/zone.ts';
import { toInstants, toLocal, utcMs } from '../time/zone.ts';

/** The instant that a wall-clock time means, and what to say where the clocks change. */
export interface ResolvedLocal {
  readonly epochMs: number;
  /** Text of a notice of the kind `clock-change`. */
  readonly notice?: string;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

const two = (value: number): string => String(value).padStart(2, '0');

const clockOf = (epochMs: number, zone: string): string => {
  const { hour, minute } = toLocal(epochMs, zone);
  return `${two(hour)}:${two(minute)}`;
};

/**
 * Reads a scheduler’s wall-clock time: one that clocks skip is as much later as they jump, of two
 * the first counts. A scheduler posts either way, so this is no mistake of the file.
 * Undefined for a date or an hour that no calendar has.
 */
export const resolveLocal = (wall: WallClock, zone: string): ResolvedLocal | undefined => {
  const asUtc = utcMs(wall);
  if (asUtc === undefined) return undefined;
  const [first, second] = toInstants(wall, zone);
  if (first === undefined) {
    const later = asUtc - toLocal(asUtc - DAY, zone).offset * MINUTE;
    const notice = `clocks in ${zone} skip this time when they go forward: taken as ${clockOf(later, zone)}`;
    return { epochMs: later, notice };
  }
  if (second === undefined) return { epochMs: first };
  const notice = `clocks in ${zone} show this time twice when they go back: taken as the first of the two`;
  return { epochMs: first, notice };
};
