import type { Mapping } from '../../syntax/plain-data.ts';
import { isMapping } from '../../syntax/plain-data.ts';
import { networksOf } from './network.ts';
import type { Queued, QueuedPicture } from './scheduler.ts';
import { find, isNothing, OPEN, pictures, whenAt } from './scheduler.ts';

const STATES = ['QUEUE', 'PUBLISHED', 'ERROR', 'DRAFT'];

export const isRow = (record: Mapping): boolean =>
  'content' in record && 'publishDate' in record && !('posts' in record);

const parse = (written: string): unknown => {
  try {
    return JSON.parse(written) as unknown;
  } catch {
    return undefined;
  }
};

/** The table keeps lists as JSON within a text; undefined: that is broken. */
const unpacked = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() !== '' ? parse(value) : (value ?? []);

/** The pictures have no places of their own in the file: all stand in the one text. */
const picturesOf = (row: Mapping): readonly QueuedPicture[] | undefined => {
  if (isNothing(row['image'])) return [];
  const image = unpacked(row['image']);
  if (!Array.isArray(image)) return undefined;
  const found = pictures({ image }, ['image'], { file: ['path', 'url'], alt: ['alt'] });
  if (typeof row['image'] !== 'string') return found;
  const way = ['image'];
  return found.map(({ file, alt }) => ({ way, file: { ...file, way }, alt: { ...alt, way } }));
};

const networksIn = (row: Mapping): readonly string[] | undefined =>
  networksOf([
    find(row, 'integration', 'providerIdentifier').value ??
      find(unpacked(row['settings']), '__type').value,
  ]);

/** A row of the table of posts. Its times are UTC whether they say so or not. */
export const readRow = (row: Mapping): Queued => {
  const state = find(row, 'state').value;
  const isDraft = typeof state === 'string' && state.toUpperCase() === 'DRAFT';
  const isStrange = !isNothing(state) && !STATES.includes(String(state).toUpperCase());
  const media = picturesOf(row);
  const networks = networksIn(row);
  const account = find(row, 'integration', 'profile').value;
  const wrong = [
    ...(media === undefined
      ? [{ way: ['image'], message: '“image” must hold a list of pictures as JSON' }]
      : []),
    ...(isStrange
      ? [{ way: ['state'], message: 'write “state” as QUEUE, PUBLISHED, ERROR or DRAFT' }]
      : []),
  ];
  return {
    text: find(row, 'content'),
    when: isDraft ? OPEN : whenAt(find(row, 'publishDate'), 'utc'),
    ...(media && { media }),
    ...(typeof account === 'string' && { account }),
    ...(networks && { networks }),
    wrong,
  };
};

/** Rows name the row that they reply to: each thread goes by its first. */
export const headsOf = (records: readonly unknown[]): ReadonlyMap<number, number> => {
  const indexes = new Map<unknown, number>();
  const parents = new Map<number, unknown>();
  for (const [index, record] of records.entries()) {
    if (!isMapping(record)) continue;
    if (!isNothing(record['id'])) indexes.set(record['id'], index);
    if (!isNothing(record['parentPostId'])) parents.set(index, record['parentPostId']);
  }
  const heads = new Map<number, number>();
  for (const first of parents.keys()) {
    const way = new Set<number>();
    let at = first;
    // Each row is passed once, however long the thread; rows that reply in a circle end it.
    while (!way.has(at) && !heads.has(at)) {
      way.add(at);
      const parent = parents.has(at) ? indexes.get(parents.get(at)) : undefined;
      if (parent === undefined) break;
      at = parent;
    }
    const head = heads.get(at) ?? at;
    for (const index of way) heads.set(index, head);
  }
  return heads;
};
