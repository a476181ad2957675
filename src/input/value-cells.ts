import type { Cell, CellOf } from '../core/post.ts';
import { isMapping } from '../syntax/plain-data.ts';
import type { Path } from '../syntax/place.ts';
import { POST_KEYS } from './post-keys.ts';
import type { PlaceOf } from './value-places.ts';

type Cells = Readonly<Partial<Record<CellOf, Cell>>>;

const KEYS: readonly (readonly [CellOf, string])[] = [
  ['text', 'text'],
  ['at', 'at'],
  ['reply', 'replyTo'],
  ['media', 'media'],
];

const isThere = (value: unknown): boolean => value !== undefined && value !== null;

/** Pictures begin where the first of them does. */
const wayOf = (key: string, value: unknown): Path =>
  Array.isArray(value) && value.length > 0 ? [key, 0] : [key];

/** Where the values of a record of our own stand, each under its key as the file spells it. */
export const cellsIn = (record: unknown, placeOf: PlaceOf): Cells => {
  if (!isMapping(record)) return {};
  const found: Partial<Record<CellOf, Cell>> = {};
  for (const key of Object.keys(record)) {
    const of = KEYS.find(([, ours]) => POST_KEYS.find(key) === ours)?.[0];
    if (of === undefined || found[of] || !isThere(record[key])) continue;
    found[of] = { ...placeOf(wayOf(key, record[key]), 'value'), name: key };
  }
  return found;
};
