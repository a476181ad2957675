import { countWhile } from '../core/partition.ts';
import table from './data/offsets.txt?raw';

/** Offsets of one zone: from `fromMs[i]` on, clocks are `minutes[i]` east of Greenwich. */
interface Offsets {
  readonly fromMs: readonly number[];
  readonly minutes: readonly number[];
  readonly untilMs: number;
}

const read = (zone: string): Offsets | undefined => {
  const rows = table.split('\n').filter((line) => line.startsWith(`${zone} `));
  if (rows.length === 0) return undefined;
  const changes = rows.map((row) => row.split(' ') as [string, string, string]);
  return {
    fromMs: changes.slice(0, -1).map(([, iso]) => Date.parse(iso)),
    minutes: changes.slice(0, -1).map(([, , minutes]) => Number(minutes)),
    untilMs: Date.parse(changes.at(-1)![1]),
  };
};

const tables = new Map<string, Offsets | undefined>();

/** Minutes east of Greenwich for zones and years that the table holds, else undefined. */
export const tabledOffset = (zone: string, epochMs: number): number | undefined => {
  if (!tables.has(zone)) tables.set(zone, read(zone));
  const offsets = tables.get(zone);
  if (!offsets || epochMs < offsets.fromMs[0]! || epochMs >= offsets.untilMs) return undefined;
  return offsets.minutes[countWhile(offsets.fromMs, (from) => from <= epochMs) - 1];
};
