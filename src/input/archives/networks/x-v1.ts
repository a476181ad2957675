import type { Media } from '../../../core/post.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';
import { isMapping, mappingOf } from '../../../syntax/plain-data.ts';
import { withoutAbsent } from '../../absent.ts';
import type { Told } from './post-of.ts';
import { xIdMs } from './snowflake.ts';
import { asId, asMappings, asText } from './values.ts';
import type { Author, ToldTweet } from './x-author.ts';
import { authorFrom, nameOfId, timeOf, visibilityOf } from './x-author.ts';
import type { ShortLink } from './x-words.ts';
import { appName, unescaped, withoutShortLinks } from './x-words.ts';
import { passedOn } from '../x/words.ts';

const authorOf = (tweet: Mapping): Author => authorFrom(mappingOf(tweet['user']));

const linksIn = (part: Mapping): readonly ShortLink[] => {
  const { urls, media } = mappingOf(part['entities']);
  const links = asMappings(urls).map(({ url, expanded_url }) => ({
    short: asText(url),
    long: asText(expanded_url),
  }));
  const pictures = [
    ...asMappings(media),
    ...asMappings(mappingOf(part['extended_entities'])['media']),
  ];
  const shown = new Set(pictures.flatMap(({ url }) => asText(url) ?? []));
  return [
    ...links.flatMap(({ short, long }) =>
      short !== undefined && long !== undefined ? [{ short, long }] : [],
    ),
    ...[...shown].map((short) => ({ short, long: null })),
  ];
};

const mediaIn = (part: Mapping): readonly Media[] => {
  const extended = asMappings(mappingOf(part['extended_entities'])['media']);
  const all = extended.length > 0 ? extended : asMappings(mappingOf(part['entities'])['media']);
  return all.map(({ media_url_https, media_url, ext_alt_text }) =>
    withoutAbsent({
      file: asText(media_url_https) ?? asText(media_url),
      alt: asText(ext_alt_text),
    }),
  );
};

/** The fullest part of a tweet: streams keep what is beyond 140 characters apart. */
const fullest = (tweet: Mapping): Mapping => {
  const extended = tweet['extended_tweet'];
  return isMapping(extended) ? { ...tweet, truncated: false, ...extended } : tweet;
};

const wordsOf = (part: Mapping): string | undefined => {
  const written = part['full_text'] ?? part['text'];
  return typeof written === 'string'
    ? withoutShortLinks(unescaped(written), linksIn(part))
    : undefined;
};

const urlOf = ({ handle }: Author, id: string): string =>
  `https://x.com/${handle ?? 'i'}/status/${id}`;

const answered = (tweet: Mapping, author: Author): Partial<Told['published']> & { to?: string } => {
  const replyToId =
    asId(tweet['in_reply_to_status_id_str']) ?? asId(tweet['in_reply_to_status_id']);
  const userId = asId(tweet['in_reply_to_user_id_str']) ?? asId(tweet['in_reply_to_user_id']);
  const to = asText(tweet['in_reply_to_screen_name']) ?? nameOfId(userId);
  const isOwn = userId !== undefined && userId === author.id;
  return {
    replyToId,
    answeredMs: xIdMs(replyToId),
    ...(isOwn && replyToId !== undefined ? { continuesOwn: true } : {}),
    ...(!isOwn && to !== undefined ? { to } : {}),
  };
};

/** A tweet of API v1.1, as searches, timelines, streams and twarc 1 write it. */
export const readV1 = (tweet: Mapping): ToldTweet | undefined => {
  const id = asId(tweet['id_str']) ?? asId(tweet['id']);
  const original = tweet['retweeted_status'];
  const part = fullest(isMapping(original) ? original : tweet);
  const written = wordsOf(part);
  if (id === undefined || written === undefined) return undefined;
  const author = authorOf(tweet);
  const native = isMapping(original) ? undefined : passedOn(written);
  const by = isMapping(original) ? authorOf(original).handle : native?.by;
  const isRepost = isMapping(original) || native !== undefined;
  const { to, ...published } = isRepost ? {} : answered(tweet, author);
  return {
    author,
    told: {
      id,
      text: native?.words ?? written,
      ...timeOf(tweet['created_at'], id),
      media: mediaIn(part),
      replyTo: to,
      source: appName(asText(tweet['source'])),
      published: {
        kind: isRepost ? 'repost' : 'own',
        by,
        isCut: part['truncated'] === true || native?.isCut ? true : undefined,
        url: urlOf(author, id),
        ...published,
        visibility: visibilityOf(author),
      },
    },
  };
};
