import type { Path, Position } from '../syntax/place.ts';

/** Where a value or key of one record stands, by the way from the record. */
export type PlaceOf = (path: Path, what: 'key' | 'value') => Position;

/** Places of the record at the end of a way from the top of the file. */
export type PlacesOf = (record: Path) => PlaceOf;
