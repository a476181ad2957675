import type { Path } from '../../syntax/place.ts';
import type { Mapping } from '../../syntax/plain-data.ts';
import { isMapping } from '../../syntax/plain-data.ts';
import type { SchedulerName } from './names.ts';

/** A value of a record, and the way to it from the record. */
export interface Found {
  readonly value: unknown;
  readonly way: Path;
}

/** When a scheduler will post, or did. */
export type When =
  | { readonly kind: 'open' | 'now' }
  | {
      readonly kind: 'at';
      readonly time: Found;
      /** Zone of a time without an offset: its name in the record, or UTC. Absent: the file’s. */
      readonly zone?: Found | 'utc';
    };

export interface QueuedPicture {
  readonly way: Path;
  readonly file: Found;
  readonly alt: Found;
}

/** A post as it stands in a scheduler’s record. */
export interface Queued {
  readonly text: Found;
  readonly when: When;
  readonly media?: readonly QueuedPicture[];
  readonly account?: unknown;
  readonly networks?: readonly string[];
  /** What of it cannot be read, beside what any post may have wrong. */
  readonly wrong?: readonly { readonly way: Path; readonly message: string }[];
}

/** Posts that follow each other as one; most are alone. */
export type Thread = readonly Queued[];

/** A program that keeps a queue of posts as JSON. */
export interface Scheduler {
  readonly name: SchedulerName;
  /** As its users call it. */
  readonly title: string;
  /** What gives its records away, in words. */
  readonly because: string;
  /** Whether its texts may be HTML. */
  readonly hasMarkup?: true;
  readonly isRecord: (record: Mapping) => boolean;
  /** All that a record will post, one thread for each account or network that has its own. */
  readonly threads: (record: Mapping) => readonly Thread[];
  /** The 0-based first record of the thread that each record belongs to, if it does. */
  readonly heads?: (records: readonly unknown[]) => ReadonlyMap<number, number>;
}

/** What should hold words and does not: a problem, so that nothing goes missing unseen. */
export const wordless = (way: Path): Queued => ({ text: { value: undefined, way }, when: OPEN });

export const OPEN: When = { kind: 'open' };
export const NOW: When = { kind: 'now' };

const inside = (value: unknown, step: string | number): unknown => {
  if (typeof step === 'number')
    return Array.isArray(value) ? (value as unknown[])[step] : undefined;
  return isMapping(value) && Object.hasOwn(value, step) ? value[step] : undefined;
};

/** What stands at the end of a way. */
export const find = (record: unknown, ...way: Path): Found => ({
  value: way.reduce(inside, record),
  way,
});

/** The same value, seen from further up. */
export const below = (way: Path, found: Found): Found => ({
  value: found.value,
  way: [...way, ...found.way],
});

export const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** A time that may be absent: the post’s time is open then. */
export const whenAt = (time: Found, zone?: Found | 'utc'): When =>
  isNothing(time.value) ? OPEN : { kind: 'at', time, ...(zone !== undefined && { zone }) };

/** Whether the value is a list of something: an empty one says nothing about who wrote it. */
export const isFilledList = (value: unknown): value is readonly [unknown, ...unknown[]] =>
  Array.isArray(value) && value.length > 0;

/** Pictures of a list, each an address alone or a mapping that holds one. */
export const pictures = (
  record: unknown,
  list: Path,
  keys: { readonly file: readonly string[]; readonly alt: readonly string[] },
): readonly QueuedPicture[] => {
  const items = find(record, ...list).value;
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown, index): QueuedPicture[] => {
    if (isNothing(item)) return [];
    const way = [...list, index];
    const nothing: Found = { value: undefined, way };
    const first = (names: readonly string[]): Found => {
      const name = names.find((one) => typeof find(item, one).value === 'string');
      return name === undefined ? nothing : below(way, find(item, name));
    };
    if (isMapping(item)) return [{ way, file: first(keys.file), alt: first(keys.alt) }];
    return [
      { way, file: { value: typeof item === 'string' ? item : undefined, way }, alt: nothing },
    ];
  });
};

/** Pictures of which nothing but the ids in another place is known. */
export const unnamedPictures = (record: unknown, list: Path): readonly QueuedPicture[] =>
  pictures(record, list, { file: [], alt: [] }).map(({ way }) => {
    const nothing: Found = { value: undefined, way };
    return { way, file: nothing, alt: nothing };
  });
