import type { Profile } from '../../../core/archive.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';
import { isMapping, mappingOf } from '../../../syntax/plain-data.ts';
import { withoutAbsent } from '../../absent.ts';
import type { ArchiveFormat, ArchiveRecord } from '../archive.ts';
import type { ArchiveFiles } from '../files.ts';
import { apiFiles } from './api-files.ts';
import { partsOf, readRecord } from './bluesky-post.ts';
import { createAuthors } from './one-account.ts';
import type { PagedItem, Pages } from './paged-items.ts';
import { pagedItems } from './paged-items.ts';
import type { Place } from './place.ts';
import type { Told } from './post-of.ts';
import { NO_POST, postOf, unreadAt } from './post-of.ts';
import { headOf } from './text-of.ts';
import { asInstant, asMappings, asText } from './values.ts';

const HEAD = 8192;
const FEED = /"uri"\s*:\s*"at:\/\/[^"]*\/app[.]bsky[.]feed[.]post\//u;
const JSON_START = /^\s*[[{]/u;

const isFeed = (head: string): boolean => JSON_START.test(head) && FEED.test(head);

const PAGES: Pages = {
  listIn: (page) => ['feed', 'posts'].find((key) => Array.isArray(page[key])),
  isEmpty: (page) => !('post' in page) && !('record' in page),
};

async function* itemsOf(files: ArchiveFiles): AsyncGenerator<PagedItem> {
  for (const path of apiFiles(files)) {
    if (isFeed(await headOf(files, path, HEAD))) yield* pagedItems(files, path, PAGES);
  }
}

/** A feed wraps its posts to say why they stand there; other answers hold them bare. */
const postIn = (item: Mapping): Mapping => mappingOf(item['post'] ?? item);

const isRepost = (item: Mapping): boolean =>
  asText(mappingOf(item['reason'])['$type'])?.endsWith('#reasonRepost') === true;

const picturesOf = (post: Mapping): readonly (string | undefined)[] => {
  const embed = mappingOf(post['embed']);
  const part = embed['media'] === undefined ? embed : mappingOf(embed['media']);
  const images = asMappings(part['images']);
  return images.length > 0
    ? images.map(({ fullsize }) => asText(fullsize))
    : [asText(part['thumbnail'])];
};

const readItem = (item: Mapping): Told | undefined => {
  const post = postIn(item);
  const parts = partsOf(post['uri']);
  if (!parts) return undefined;
  const author = mappingOf(post['author']);
  const parent = mappingOf(mappingOf(mappingOf(item['reply'])['parent'])['author']);
  const handle = asText(author['handle']);
  const isPassedOn = isRepost(item);
  const told = readRecord(mappingOf(post['record']), {
    id: isPassedOn ? String(post['uri']) : parts.key,
    did: parts.did,
    key: parts.key,
    name: handle ?? parts.did,
    answered: asText(parent['handle']),
    pictures: picturesOf(post),
    seenMs: asInstant(post['indexedAt']),
  });
  if (!told || !isPassedOn) return told;
  const passedOnMs = asInstant(mappingOf(item['reason'])['indexedAt']);
  return {
    ...told,
    atMs: passedOnMs ?? told.atMs,
    replyTo: undefined,
    published: { kind: 'repost', by: handle, url: told.published.url },
  };
};

function* recordOf(
  value: unknown,
  place: Place,
  seen: Set<string>,
  findSecond: ReturnType<typeof createAuthors>,
): Generator<ArchiveRecord> {
  const item = mappingOf(value);
  const told = isMapping(value) ? readItem(value) : undefined;
  if (!told) return yield unreadAt(place, NO_POST);
  const key = `${told.published.kind} ${told.id}`;
  // What is pinned stands in a feed twice.
  if (seen.has(key)) return yield { skipped: 'repeated' };
  seen.add(key);
  const second =
    told.published.kind === 'own' && findSecond(partsOf(postIn(item)['uri'])?.did, place);
  if (second) yield second;
  yield* postOf(told, place);
}

async function* recordsOf(files: ArchiveFiles): AsyncGenerator<ArchiveRecord> {
  const seen = new Set<string>();
  const findSecond = createAuthors();
  for await (const item of itemsOf(files)) {
    if ('value' in item) yield* recordOf(item.value, item.place, seen, findSecond);
    else yield item;
  }
}

const findProfile = async (files: ArchiveFiles): Promise<Profile> => {
  for await (const item of itemsOf(files)) {
    if (!('value' in item) || !isMapping(item.value) || isRepost(item.value)) continue;
    const author = mappingOf(postIn(item.value)['author']);
    const handle = asText(author['handle']);
    if (handle === undefined) continue;
    return withoutAbsent({
      handle,
      displayName: asText(author['displayName']),
      createdMs: asInstant(author['createdAt']),
    });
  }
  return {};
};

/** Pages of `app.bsky.feed.getAuthorFeed`, in one file or a page a line. */
export const blueskyFeed: ArchiveFormat = {
  name: 'Bluesky feed',
  async recognises(files, head) {
    for (const path of apiFiles(files)) if (isFeed(await head(path))) return true;
    return false;
  },
  read: (files) => ({
    account: async () => ({
      account: { file: files.name, format: blueskyFeed.name, profile: await findProfile(files) },
      problems: [],
    }),
    records: () => recordsOf(files),
  }),
};
