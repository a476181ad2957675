import type { Path } from '../syntax/place.ts';
import { isMapping } from '../syntax/plain-data.ts';
import { fileName } from './names.ts';
import type { InputOptions, Reading } from './reading.ts';
import type { SeenIds } from './record.ts';
import { readRecord } from './record.ts';
import { cellsIn } from './value-cells.ts';
import type { PlacesOf } from './value-places.ts';

/** The posts of a file and the way to them; no items: the file holds no list. */
export interface PostList {
  readonly items: readonly unknown[] | undefined;
  readonly path: Path;
}

/** A file is a list of posts, or a mapping with a list of posts under `posts`. */
export const findList = (value: unknown): PostList => {
  if (Array.isArray(value)) return { items: value as unknown[], path: [] };
  const items = isMapping(value) ? value['posts'] : undefined;
  return { items: Array.isArray(items) ? (items as unknown[]) : undefined, path: ['posts'] };
};

/** Posts in our own words. */
export function* readList(
  items: readonly unknown[],
  path: Path,
  file: string,
  { timezone }: InputOptions,
  placesOf: PlacesOf,
): Generator<Reading> {
  const seen: SeenIds = new Map();
  for (const [index, value] of items.entries()) {
    const placeOf = placesOf([...path, index]);
    yield readRecord(
      {
        value,
        origin: {
          file,
          line: placeOf([], 'value').line,
          record: index + 1,
          cells: cellsIn(value, placeOf),
        },
        defaultId: `${fileName(file)}#${index + 1}`,
        defaultTime: { kind: 'unscheduled' },
        timezone,
        strictness: 'data',
        placeOf,
      },
      seen,
    );
  }
}
