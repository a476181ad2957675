import type { Post, Published } from '../../../core/post.ts';
import type { Problem } from '../../../core/problem.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';
import { isMapping, mappingOf } from '../../../syntax/plain-data.ts';
import type { Place } from '../networks/place.ts';
import { problemAt, whyUnread } from '../networks/place.ts';
import { xIdMs } from '../networks/snowflake.ts';
import { asId, asText } from '../networks/values.ts';
import { appName } from '../networks/x-words.ts';
import { LONGEST_TEXT, TOO_LONG } from '../../text-limit.ts';
import type { MediaShelf } from './media.ts';
import { mediaOf } from './media.ts';
import type { NoteShelf } from './notes.ts';
import { believable, deletion, writtenInstant } from './times.ts';
import { passedOn, wordsOf } from './words.ts';

/** What has to be known of the archive to read one of its tweets. */
export interface TweetContext {
  /** Of the account whose archive it is. */
  readonly accountId: string | undefined;
  readonly handle: string | undefined;
  readonly exportedMs: number | undefined;
  readonly media: MediaShelf;
  readonly notes: NoteShelf;
  /** Its file holds what was taken down. */
  readonly isDeleted?: boolean;
}

/** A tweet as a post; `problems`: what is wrong with it though it can be judged. */
export type TweetRead =
  | { readonly post: Post; readonly tweet: Mapping; readonly problems: readonly Problem[] }
  | { readonly unread: Problem };

const NO_TWEET = 'this record is no post: it has no id or no text';

/** X keeps about 275 letters of a long post here, and says nowhere that there are more. */
const LONG_POST = 250;
const isCutShort = (written: string): boolean =>
  written.length > LONG_POST && /…(?:\s{1,9}https?:\/\/t\.co\/\w+)?$/u.test(written);

/** Records of 2019 and before have nothing around them. */
const unwrapped = (value: unknown): Mapping => {
  const record = mappingOf(value);
  return isMapping(record['tweet']) ? record['tweet'] : record;
};

const isSame = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.toLowerCase() === b.toLowerCase();

/** Whom a tweet answers; an account that is gone has its number alone. */
const answered = (
  tweet: Mapping,
  { accountId, handle }: TweetContext,
): { readonly replyTo?: string; readonly published: Partial<Published> } => {
  const replyToId =
    asText(tweet['in_reply_to_status_id_str']) ?? asId(tweet['in_reply_to_status_id']);
  const userId = asText(tweet['in_reply_to_user_id_str']) ?? asId(tweet['in_reply_to_user_id']);
  const name = asText(tweet['in_reply_to_screen_name']);
  if (replyToId === undefined && userId === undefined && name === undefined)
    return { published: {} };
  const isOwn = isSame(userId, accountId) || isSame(name, handle);
  const answeredMs = xIdMs(replyToId);
  const gone =
    userId === undefined ? 'an account that is gone' : `account ${userId}, which is gone`;
  return {
    ...(!isOwn && { replyTo: name ?? gone }),
    published: {
      ...(replyToId !== undefined && { replyToId }),
      ...(answeredMs !== undefined && { answeredMs }),
      ...(isOwn && replyToId !== undefined && { continuesOwn: true }),
    },
  };
};

/** The post that a record of tweets, deleted tweets or community tweets holds. */
export const readTweet = (value: unknown, place: Place, context: TweetContext): TweetRead => {
  const tweet = unwrapped(value);
  const id = asId(tweet['id_str']) ?? asId(tweet['id']);
  const written = tweet['full_text'] ?? tweet['text'];
  const unread = (message: string): TweetRead => ({ unread: whyUnread(place, message) });
  if (id === undefined || typeof written !== 'string') return unread(NO_TWEET);
  if (written.length > LONGEST_TEXT) return unread(TOO_LONG);

  const time = believable(writtenInstant(tweet['created_at']), xIdMs(id), context.exportedMs);
  const short = wordsOf(written, tweet['entities'], mediaOf(tweet));
  const long = context.notes.join(written, time.ms);
  const text = long ?? short;
  if (text.length > LONGEST_TEXT) return unread(TOO_LONG);

  const repost = passedOn(text);
  const { replyTo, published } = repost ? { published: {} } : answered(tweet, context);
  const isDeleted = context.isDeleted === true || 'deleted_at' in tweet;
  const gone = isDeleted
    ? deletion(writtenInstant(tweet['deleted_at']), time.ms, context.exportedMs)
    : undefined;
  const source = appName(asText(tweet['source']));
  return {
    tweet,
    problems: [time.mistake, gone?.mistake].flatMap((mistake) =>
      mistake === undefined ? [] : [problemAt(place, mistake)],
    ),
    post: {
      id,
      text: repost?.words ?? text,
      origin: place,
      at: time.ms === undefined ? { kind: 'unscheduled' } : { kind: 'instant', epochMs: time.ms },
      media: context.media.of(tweet, id),
      ...(replyTo !== undefined && { replyTo }),
      ...(source !== undefined && { source }),
      published: {
        kind: repost ? 'repost' : 'own',
        ...(repost && { by: repost.by }),
        ...((repost ? repost.isCut : long === undefined && isCutShort(written)) && { isCut: true }),
        url: `https://x.com/${context.handle ?? 'i'}/status/${id}`,
        ...published,
        ...(gone && { deletedMs: gone.ms }),
        ...((tweet['community_id_str'] ?? tweet['community_id']) !== undefined && {
          community: true,
        }),
      },
    },
  };
};
