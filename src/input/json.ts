import type { Path } from '../syntax/place.ts';
import { createOffsets, createPositions, itemOffsets } from './json-places.ts';
import { salvageJson } from './json-salvage.ts';
import type { JsonError } from './json-walk.ts';
import type { InputOptions, Reading } from './reading.ts';
import { unread } from './reading.ts';
import type { PlacesOf } from './value-places.ts';

const parse = (text: string): { readonly value: unknown; readonly error?: JsonError } => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    const unknown = { value: undefined, error: { offset: 0, message: 'this file is no JSON' } };
    return salvageJson(text) ?? unknown;
  }
};

/** Records of one list follow each other: where they start is looked up once. */
const createPlaces = (text: string): PlacesOf => {
  const positionOf = createPositions(text);
  const lists = new Map<string, readonly number[]>();
  const startOf = (record: Path): number => {
    if (record.length === 0) return Math.max(text.search(/\S/u), 0);
    const list = record.slice(0, -1);
    const name = JSON.stringify(list);
    const offsets = lists.get(name) ?? itemOffsets(text, list);
    lists.set(name, offsets);
    const index = record.at(-1);
    return typeof index === 'number' ? offsets[index]! : createOffsets(text, 0)(record, 'value');
  };
  return (record) => {
    const offsetOf = createOffsets(text, startOf(record));
    return (path, what) => positionOf(offsetOf(path, what));
  };
};

/**
 * Posts in a JSON list, in a list under `posts`, or in what a scheduler keeps. Of a text that is cut
 * short or broken, the posts that are complete before that.
 */
export async function* readJson(
  text: string,
  file: string,
  options: InputOptions,
): AsyncGenerator<Reading> {
  const { value, error } = parse(text);
  const { readPostsValue } = await import('./posts-value.ts');
  let count = 0;
  for await (const reading of readPostsValue(value, file, options, createPlaces(text), !error)) {
    count += 1;
    yield reading;
  }
  if (!error) return;
  const rest = count > 0 ? ' (only the posts before this were read)' : '';
  yield unread(file, `${error.message}${rest}`, createPositions(text)(error.offset));
}
