import type { Mapping } from '../../../syntax/plain-data.ts';
import { isMapping, mappingOf } from '../../../syntax/plain-data.ts';
import { asText } from '../networks/values.ts';

/** A record of a month as today’s archives would have it: somebody else’s words behind `RT @name:`. */
export const asTweet = (value: unknown): Mapping => {
  const tweet = mappingOf(value);
  const original = tweet['retweeted_status'];
  if (!isMapping(original)) return tweet;
  const by = asText(mappingOf(original['user'])['screen_name']);
  const { text } = original;
  if (by === undefined || typeof text !== 'string') return tweet;
  return { ...tweet, text: `RT @${by}: ${text}`, entities: original['entities'] };
};

/** Number of the account whose archive it is: all its records name it. */
export const ownerOf = (value: unknown): string | undefined =>
  asText(mappingOf(mappingOf(value)['user'])['id_str']);
