import type { Profile } from '../../../core/archive.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';
import { isMapping } from '../../../syntax/plain-data.ts';
import type { ArchiveFormat, ArchiveRecord } from '../archive.ts';
import type { ArchiveFiles } from '../files.ts';
import { apiFiles } from './api-files.ts';
import { createAuthors } from './one-account.ts';
import type { PagedItem, Pages } from './paged-items.ts';
import { pagedItems } from './paged-items.ts';
import { NO_POST, postOf, unreadAt } from './post-of.ts';
import { headOf } from './text-of.ts';
import type { Author, ToldTweet } from './x-author.ts';
import { profileOf } from './x-author.ts';
import { readV1 } from './x-v1.ts';
import type { Includes } from './x-v2.ts';
import { includesOf, readV2 } from './x-v2.ts';

const JSON_START = /^\s*[[{]/u;
const V1_TIME = /"created_at"\s*:\s*"\w{3} \w{3} \d{2} [\d:]{8} \+0000 \d{4}"/u;
const V1_ID = /"id_str"\s*:/u;
const V2 = /"(?:edit_history_tweet_ids|author_id|conversation_id)"\s*:/u;
/** Our own records, which may carry whatever else. */
const OURS = /"at"\s*:\s*"\d{4}-/u;

/** Letters in which the first record shows whose it is. */
const HEAD = 8192;

const holdsTweets = (head: string): boolean =>
  JSON_START.test(head) &&
  !OURS.test(head) &&
  ((V1_TIME.test(head) && V1_ID.test(head)) || V2.test(head));

const PAGES: Pages = {
  listIn: (page) => {
    if (Array.isArray(page['data']) || isMapping(page['data'])) return 'data';
    return Array.isArray(page['statuses']) ? 'statuses' : undefined;
  },
  // A search that found nothing, or the word of a failure.
  isEmpty: (page) =>
    ('meta' in page || 'errors' in page) && !('text' in page) && !('full_text' in page),
};

async function* itemsOf(files: ArchiveFiles): AsyncGenerator<PagedItem> {
  for (const path of apiFiles(files)) {
    if (holdsTweets(await headOf(files, path, HEAD))) yield* pagedItems(files, path, PAGES);
  }
}

/** Archives wrap their tweets, and so do copies of them. */
const unwrapped = (value: unknown): unknown =>
  isMapping(value) && isMapping(value['tweet']) ? value['tweet'] : value;

const isV1 = (tweet: Mapping): boolean =>
  'id_str' in tweet || 'full_text' in tweet || 'user' in tweet;

const tweetOf = (value: unknown, includes: Includes): ToldTweet | undefined => {
  const tweet = unwrapped(value);
  if (!isMapping(tweet)) return undefined;
  return isV1(tweet) ? readV1(tweet) : readV2(tweet, includes);
};

const nameOf = ({ id, handle }: Author): string | undefined => handle?.toLowerCase() ?? id;

/** What stands beside the tweets of a page is looked up once for all of them. */
const createIncludes = (): ((page: Mapping) => Includes) => {
  let last: { readonly page: Mapping; readonly includes: Includes } | undefined;
  return (page) => {
    if (last?.page !== page) last = { page, includes: includesOf(page) };
    return last.includes;
  };
};

async function* recordsOf(files: ArchiveFiles): AsyncGenerator<ArchiveRecord> {
  const seen = new Set<string>();
  const findIncludes = createIncludes();
  const findSecond = createAuthors();
  for await (const item of itemsOf(files)) {
    if (!('value' in item)) {
      yield item;
      continue;
    }
    const { place } = item;
    const tweet = tweetOf(item.value, findIncludes(item.page));
    if (!tweet) {
      yield unreadAt(place, NO_POST);
      continue;
    }
    if (seen.has(tweet.told.id)) {
      yield { skipped: 'repeated' };
      continue;
    }
    seen.add(tweet.told.id);
    const second = findSecond(nameOf(tweet.author), place);
    if (second) yield second;
    yield* postOf(tweet.told, place);
  }
}

const findProfile = async (files: ArchiveFiles): Promise<Profile> => {
  for await (const item of itemsOf(files)) {
    const tweet = 'value' in item ? tweetOf(item.value, includesOf(item.page)) : undefined;
    if (tweet) return profileOf(tweet.author);
  }
  return {};
};

/** What X’s APIs answer, v1.1 and v2, and what twarc makes of that. */
export const xApi: ArchiveFormat = {
  name: 'posts from the X API',
  async recognises(files, head) {
    for (const path of apiFiles(files)) if (holdsTweets(await head(path))) return true;
    return false;
  },
  read: (files) => ({
    account: async () => ({
      account: { file: files.name, format: xApi.name, profile: await findProfile(files) },
      problems: [],
    }),
    records: () => recordsOf(files),
  }),
};
