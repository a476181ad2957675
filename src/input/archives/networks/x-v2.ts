import type { Media } from '../../../core/post.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';
import { isMapping, listOf, mappingOf } from '../../../syntax/plain-data.ts';
import { withoutAbsent } from '../../absent.ts';
import { xIdMs } from './snowflake.ts';
import { asId, asMappings, asText } from './values.ts';
import type { Author, ToldTweet } from './x-author.ts';
import { authorFrom, nameOfId, timeOf, visibilityOf } from './x-author.ts';
import type { ShortLink } from './x-words.ts';
import { appName, unescaped, withoutShortLinks } from './x-words.ts';
import { passedOn } from '../x/words.ts';

/** What a page of API v2 keeps beside its tweets, by id. */
export interface Includes {
  readonly users: ReadonlyMap<string, Mapping>;
  readonly media: ReadonlyMap<string, Mapping>;
  readonly tweets: ReadonlyMap<string, Mapping>;
  readonly polls: ReadonlyMap<string, Mapping>;
}

const byId = (list: unknown, key: string): ReadonlyMap<string, Mapping> =>
  new Map(asMappings(list).map((item) => [asId(item[key]) ?? '', item]));

export const includesOf = (page: Mapping): Includes => {
  const { users, media, tweets, polls } = mappingOf(page['includes']);
  return {
    users: byId(users, 'id'),
    media: byId(media, 'media_key'),
    tweets: byId(tweets, 'id'),
    polls: byId(polls, 'id'),
  };
};

/** What is referred to: in its place where a program wrote it there, or beside the tweets. */
const referred = (
  inPlace: unknown,
  ids: unknown,
  beside: ReadonlyMap<string, Mapping>,
): readonly Mapping[] => {
  const there = asMappings(inPlace);
  if (there.length > 0) return there;
  return listOf(ids)
    .map((id) => beside.get(asId(id) ?? ''))
    .filter((found) => found !== undefined);
};

const authorOf = (tweet: Mapping, { users }: Includes): Author => {
  const id = asId(tweet['author_id']);
  const inPlace = tweet['author'];
  return authorFrom(isMapping(inPlace) ? inPlace : mappingOf(users.get(id ?? '')), id);
};

const linksIn = (entities: Mapping): readonly ShortLink[] =>
  asMappings(entities['urls']).flatMap((link) => {
    const short = asText(link['url']);
    const long = asText(link['expanded_url']) ?? asText(link['unwound_url']);
    const isPicture =
      link['media_key'] !== undefined || asText(link['display_url'])?.startsWith('pic.') === true;
    if (short === undefined || (long === undefined && !isPicture)) return [];
    return [{ short, long: isPicture ? null : long! }];
  });

/** Texts beyond 280 characters stand apart. */
const wordsOf = (tweet: Mapping): string | undefined => {
  const note = mappingOf(tweet['note_tweet']);
  const part = typeof note['text'] === 'string' ? note : tweet;
  const written = part['text'];
  if (typeof written !== 'string') return undefined;
  const links = [...linksIn(mappingOf(part['entities'])), ...linksIn(mappingOf(tweet['entities']))];
  return withoutShortLinks(unescaped(written), links);
};

const mediaOf = (tweet: Mapping, includes: Includes): readonly Media[] => {
  const { media, media_keys } = mappingOf(tweet['attachments']);
  return referred(media, media_keys, includes.media).map((item) =>
    withoutAbsent({
      file: asText(item['url']) ?? asText(item['preview_image_url']),
      alt: asText(item['alt_text']),
    }),
  );
};

const pollOf = (tweet: Mapping, includes: Includes): readonly string[] => {
  const { poll, poll_ids } = mappingOf(tweet['attachments']);
  const polls = referred(isMapping(poll) ? [poll] : undefined, poll_ids, includes.polls);
  return polls
    .flatMap(({ options }) => asMappings(options))
    .flatMap(({ label }) => asText(label) ?? []);
};

const findReference = (tweet: Mapping, type: string): Mapping | undefined =>
  asMappings(tweet['referenced_tweets']).find((reference) => reference['type'] === type);

/** A retweet’s own text is cut; the whole words stand with the tweet that it passes on. */
const retweetOf = (tweet: Mapping, written: string, includes: Includes) => {
  const reference = findReference(tweet, 'retweeted');
  const native = passedOn(written);
  if (!reference && !native) return undefined;
  const inPlace = reference !== undefined && typeof reference['text'] === 'string';
  const original = inPlace ? reference : includes.tweets.get(asId(reference?.['id']) ?? '');
  const words = original && wordsOf(original);
  const by = (original && authorOf(original, includes).handle) ?? native?.by;
  return words === undefined || !original
    ? {
        by,
        words: native?.words ?? written,
        isCut: native?.isCut ?? written.endsWith('…'),
        media: undefined,
      }
    : { by, words, isCut: false, media: mediaOf(original, includes) };
};

const answerOf = (tweet: Mapping, author: Author, { users }: Includes) => {
  const replyToId = asId(findReference(tweet, 'replied_to')?.['id']);
  const userId = asId(tweet['in_reply_to_user_id']);
  const inPlace = tweet['in_reply_to_user'];
  const user = isMapping(inPlace) ? inPlace : mappingOf(users.get(userId ?? ''));
  const isOwn = userId !== undefined && userId === author.id;
  return {
    replyTo: isOwn ? undefined : (asText(user['username']) ?? nameOfId(userId)),
    answer: {
      replyToId,
      answeredMs: xIdMs(replyToId),
      continuesOwn: isOwn && replyToId !== undefined ? (true as const) : undefined,
    },
  };
};

/** A tweet of API v2, as it comes in pages or as twarc2 flattens it. */
export const readV2 = (tweet: Mapping, includes: Includes): ToldTweet | undefined => {
  const id = asId(tweet['id']);
  const written = wordsOf(tweet);
  if (id === undefined || written === undefined) return undefined;
  const author = authorOf(tweet, includes);
  const retweet = retweetOf(tweet, written, includes);
  const { replyTo, answer } = retweet
    ? { replyTo: undefined, answer: {} }
    : answerOf(tweet, author, includes);
  const poll = retweet ? [] : pollOf(tweet, includes);
  const edits = listOf(tweet['edit_history_tweet_ids']).indexOf(id);
  return {
    author,
    told: {
      id,
      text: [retweet?.words ?? written, ...poll].join('\n'),
      ...timeOf(tweet['created_at'], id),
      media: retweet?.media ?? mediaOf(tweet, includes),
      replyTo,
      source: appName(asText(tweet['source'])),
      published: {
        kind: retweet ? 'repost' : 'own',
        by: retweet?.by,
        isCut: retweet?.isCut ? true : undefined,
        url: `https://x.com/${author.handle ?? 'i'}/status/${id}`,
        ...answer,
        edits: edits > 0 ? edits : undefined,
        community: asId(tweet['community_id']) === undefined ? undefined : true,
        visibility: visibilityOf(author),
      },
    },
  };
};
