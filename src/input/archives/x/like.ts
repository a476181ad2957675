import { isMapping, mappingOf } from '../../../syntax/plain-data.ts';
import type { ArchiveRecord } from '../archive.ts';
import type { Place } from '../networks/place.ts';
import { NO_POST, unreadAt } from '../networks/post-of.ts';
import { xIdMs } from '../networks/snowflake.ts';
import { asText } from '../networks/values.ts';
import { unescaped } from '../networks/x-words.ts';
import { LONGEST_TEXT, TOO_LONG } from '../../text-limit.ts';

/**
 * A post that the account liked. When it did so no archive tells: `at` is when the liked post went
 * out. Many likes come without the words.
 */
export const readLike = (value: unknown, place: Place): ArchiveRecord => {
  const like = mappingOf(value)['like'];
  if (!isMapping(like)) return unreadAt(place, NO_POST);
  const id = asText(like['tweetId']);
  if (id === undefined) return unreadAt(place, NO_POST);
  const text = asText(like['fullText']);
  if (text === undefined) return { skipped: 'wordless' };
  if (text.length > LONGEST_TEXT) return unreadAt(place, TOO_LONG);
  const ms = xIdMs(id);
  return {
    post: {
      id,
      text: unescaped(text),
      origin: place,
      at:
        ms === undefined
          ? { kind: 'unscheduled' }
          : { kind: 'instant', epochMs: Math.floor(ms / 1000) * 1000 },
      media: [],
      published: { kind: 'like', url: `https://x.com/i/status/${id}` },
    },
  };
};
