import configs from 'twitter-text/dist/configs.js';
import extractHashtags from 'twitter-text/dist/extractHashtagsWithIndices.js';
import extractMentions from 'twitter-text/dist/extractMentionsOrListsWithIndices.js';
import extractUrls from 'twitter-text/dist/extractUrlsWithIndices.js';
import parseTweet from 'twitter-text/dist/parseTweet.js';
import type { TwitterEntities, TwitterText } from './twitter.ts';
import { mayHoldLink } from './twitter.ts';
import { plainWeight } from './weight.ts';

/** twitter-text takes quadratic time over one long word: this is what a word may cost. */
const LONGEST_WORD = 1_000;
/** No link holds a space or an emoji. */
const WORD = /[^\s\p{Extended_Pictographic}]+/gu;

/** Urls of a text, looked for word by word: their pattern costs 20 ms to compile, so only at need. */
const urlsOf = (text: string): TwitterEntities['urls'] => {
  if (!mayHoldLink(text)) return [];
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const pieces = Math.ceil(word.length / LONGEST_WORD);
    return Array.from({ length: pieces }, (_, at) => at * LONGEST_WORD).flatMap((from) => {
      const piece = word.slice(from, from + LONGEST_WORD);
      if (!mayHoldLink(piece)) return [];
      return extractUrls(piece).map(({ url, indices: [start, end] }) => ({
        url,
        start: index + from + start,
        end: index + from + end,
      }));
    });
  });
};

const withoutUrls = <T extends { start: number; end: number }>(
  found: readonly T[],
  urls: TwitterEntities['urls'],
): T[] => {
  let next = 0;
  return found.filter(({ start }) => {
    while (next < urls.length && urls[next]!.end <= start) next += 1;
    const url = urls[next];
    return !url || start < url.start;
  });
};

const entities = (text: string): TwitterEntities => {
  const urls = urlsOf(text);
  const mentions = extractMentions(text).map(({ screenName, indices: [start, end] }) => ({
    handle: screenName,
    start,
    end,
  }));
  const hashtags = extractHashtags(text, { checkUrlOverlap: false }).map(
    ({ hashtag, indices: [start, end] }) => ({ tag: hashtag, start, end }),
  );
  return { urls, mentions: withoutUrls(mentions, urls), hashtags: withoutUrls(hashtags, urls) };
};

/** More than any post: beyond, twitter-text is too slow, and an estimate serves as well. */
const LONGEST_PARSED = 4_000;

const headOf = (text: string): string =>
  text.slice(0, LONGEST_PARSED).replace(/[\uD800-\uDBFF]$/, '');

/**
 * Full stops that belong to no link weigh the same as commas, and save compiling the pattern for
 * links. The characters that X refuses weigh the same as the mark that stands in for them.
 */
const toParsable = (text: string): string =>
  (mayHoldLink(text) ? text : text.replaceAll('.', ',')).replace(
    /[\uFFFE\uFEFF\uFFFF]/gu,
    '\u203B',
  );

const length = (text: string): number => {
  const head = headOf(text);
  const rest = text.slice(head.length);
  return parseTweet(toParsable(head)).weightedLength + (rest === '' ? 0 : plainWeight(rest));
};

/** Offset in a text of an offset in its composed form. */
const toUncomposed = (text: string, offset: number): number => {
  let composed = 0;
  for (const { 0: character, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    composed += character.normalize('NFC').length;
    if (composed > offset) return index;
  }
  return text.length;
};

const limit = (text: string, max: number): number => {
  const head = headOf(text);
  const options = { ...configs.defaults, maxWeightedTweetLength: max };
  const { weightedLength, validRangeEnd } = parseTweet(toParsable(head).normalize('NFC'), options);
  return weightedLength <= max ? head.length : toUncomposed(head, validRangeEnd + 1);
};

export const twitterText: TwitterText = { entities, length, limit };
