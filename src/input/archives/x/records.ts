import type { Problem } from '../../../core/problem.ts';
import { fileName } from '../../names.ts';
import type { ArchiveOptions, ArchiveRecord } from '../archive.ts';
import type { ArchiveFiles } from '../files.ts';
import type { ListItem } from '../list-records.ts';
import { listItems } from '../list-records.ts';
import { fileIn, problemAt } from '../networks/place.ts';
import type { AccountRead } from './account.ts';
import type { EditShelf } from './edits.ts';
import { createEditShelf } from './edits.ts';
import type { XFiles } from './files-of.ts';
import { readLike } from './like.ts';
import type { Manifest } from './manifest.ts';
import { createMediaShelf } from './media.ts';
import type { NoteShelf } from './notes.ts';
import { createNoteShelf, postOfNote } from './notes.ts';
import type { TweetContext } from './tweet.ts';
import { readTweet } from './tweet.ts';

/** An X archive that is being read. */
export interface XArchive {
  readonly files: ArchiveFiles;
  readonly found: XFiles;
  readonly manifest: Manifest;
  readonly account: AccountRead;
}

const OTHER =
  'this holds the posts of another archive, which were not read: give that one by itself';
const NO_NOTE = 'this long post has no text or no time, so only its beginning is judged';

const disagree = (found: number, said: number): string =>
  `this file holds ${found} ${found === 1 ? 'record' : 'records'} and the archive says ${said}: somebody changed it, or some are missing`;

const missingMedia = (count: number, of: number): string =>
  `${count} of ${of} pictures and films are not in this archive`;

/** Records of the files of one kind, and whether there are as many as there should be. */
async function* itemsOf(
  { files, manifest }: XArchive,
  paths: readonly string[],
): AsyncGenerator<readonly ListItem[]> {
  for (const path of paths) {
    let count = 0;
    let isTold = false;
    for await (const items of listItems(files, path)) {
      const records = items.filter((item) => !('problem' in item)).length;
      isTold ||= records < items.length;
      count += records;
      yield items;
    }
    const said = manifest.counts.get(fileName(path));
    // Why none of it could be read was said.
    if (said === undefined || said === count || (count === 0 && isTold)) continue;
    yield [{ problem: { file: fileIn(files, path), message: disagree(count, said) } }];
  }
}

/** Long posts are read before the posts that they belong to. */
async function* readNotes(archive: XArchive, notes: NoteShelf): AsyncGenerator<ArchiveRecord> {
  const problem = (found: Problem): ArchiveRecord => ({ problem: found });
  for await (const items of itemsOf(archive, archive.found.by.notes)) {
    for (const item of items) {
      if ('problem' in item) yield item;
      else if ('unread' in item) yield problem(item.unread);
      else if (!notes.add(item.value, item.place)) {
        yield problem(problemAt(item.place, NO_NOTE));
      }
    }
  }
}

interface Shelves {
  readonly context: TweetContext;
  readonly edits: EditShelf;
  /** Ids of what was read before the posts, where it may stand as well; it is never much. */
  readonly apart: Set<string>;
}

function* recordOf(
  item: ListItem,
  isApart: boolean,
  { context, edits, apart }: Shelves,
): Generator<ArchiveRecord> {
  if (!('value' in item)) return yield item;
  const read = readTweet(item.value, item.place, context);
  if ('unread' in read) return yield read;
  const { post, tweet, problems } = read;
  if (apart.has(post.id)) return yield { skipped: 'repeated' };
  if (isApart) apart.add(post.id);
  for (const problem of problems) yield { problem };
  if (!edits.hold(post, tweet)) yield { post };
}

/**
 * Every record of the posts, the deleted ones and those in communities, and of the likes where they
 * are wanted. Long posts are no records: they are read into the posts that they go with, and one that
 * goes with none is a post of its own.
 */
export async function* xRecords(
  archive: XArchive,
  { likes, earlier }: Pick<ArchiveOptions, 'likes' | 'earlier'>,
): AsyncGenerator<ArchiveRecord> {
  const { files, found, account } = archive;
  const { by, others } = found;
  for (const path of others) yield { problem: { file: `${files.name}/${path}`, message: OTHER } };
  const media = createMediaShelf(files);
  const notes = createNoteShelf();
  yield* readNotes(archive, notes);

  const { handle } = account.account.profile;
  const { exportedMs } = archive.manifest;
  const context = { accountId: account.id, handle, exportedMs, media, notes };
  const shelves: Shelves = { context, edits: createEditShelf(earlier), apart: new Set() };
  const ofDeleted = { ...shelves, context: { ...context, isDeleted: true } };
  for await (const items of itemsOf(archive, by.deleted)) {
    for (const item of items) yield* recordOf(item, true, ofDeleted);
  }
  for await (const items of itemsOf(archive, by.community)) {
    for (const item of items) yield* recordOf(item, true, shelves);
  }
  for await (const items of itemsOf(archive, by.tweets)) {
    for (const item of items) {
      // Most records are one post and nothing else: it need not wait for a loop of its own.
      const [only, ...more] = recordOf(item, false, shelves);
      if (only) yield only;
      yield* more;
    }
  }
  yield* shelves.edits.rest();
  for (const note of notes.rest()) yield { post: postOfNote(note) };
  if (likes) {
    for await (const items of itemsOf(archive, by.likes)) {
      for (const item of items) yield 'value' in item ? readLike(item.value, item.place) : item;
    }
  }
  const { count, of } = media.missing();
  if (count === 0 || files.paths.length === 1) return;
  yield { notice: { kind: 'archive', file: files.name, message: missingMedia(count, of) } };
}
