import type { Path } from '../syntax/place.ts';
import { findList, readList } from './list.ts';
import type { InputOptions, Reading } from './reading.ts';
import { unread } from './reading.ts';
import { SCHEDULERS } from './schedulers/index.ts';
import { findOtherKind } from './schedulers/other-kinds.ts';
import { readQueue } from './schedulers/read.ts';
import { findQueue } from './schedulers/recognise.ts';
import type { PlacesOf } from './value-places.ts';

/** Words for what went out long ago: another command judges that. */
const IS_PUBLISHED = / (?:archive|feed|X API)$/u;

const known = SCHEDULERS.map(({ title }) => title);
const QUEUES = `a queue of ${known.slice(0, -1).join(', ')} or ${known.at(-1)!}`;

const NO_LIST = `this file must be a list of posts, or hold one under “posts”, or be ${QUEUES}`;
const NO_POSTS = 'this file holds no posts';

/**
 * The posts in the value that a file of data holds: a scheduler’s queue, or a list of our own.
 * Of a value that is not whole only lists are read, and what else is wrong with it is left unsaid.
 */
export async function* readPostsValue(
  value: unknown,
  file: string,
  options: InputOptions,
  placesOf: PlacesOf,
  isWhole: boolean,
): AsyncGenerator<Reading> {
  const { timezone, format, tell } = options;
  const refuse = (message: string, path: Path): Reading =>
    unread(file, message, placesOf([])(path, 'value'));
  const queue = findQueue(value, format);
  if (queue && queue.records.length > 0) {
    // Of a single record that is cut short, nobody knows what the rest would change.
    if (!isWhole && !queue.isList) return;
    const { name, title, because } = queue.scheduler;
    const reason = name === format ? 'it was asked for' : because;
    tell?.({ file, format: title, because: reason, timezone });
    return yield* readQueue(queue, file, options, placesOf);
  }
  const { items, path } = findList(value);
  const otherKind = findOtherKind(value);
  if (!isWhole && (otherKind !== undefined || !items?.length)) return;
  if (otherKind !== undefined) {
    const audit = IS_PUBLISHED.test(otherKind) ? 'judge it with policy-lint audit, or ' : '';
    return yield refuse(`this is ${otherKind}: ${audit}give a list of posts, or ${QUEUES}`, []);
  }
  if (!items) return yield refuse(NO_LIST, path);
  if (items.length === 0) return yield refuse(NO_POSTS, path);
  tell?.({
    file,
    format: 'a list of posts',
    because: 'none of its posts looks like another program’s',
    timezone,
  });
  yield* readList(items, path, file, options, placesOf);
}
