import type { Media, Published } from '../../../core/post.ts';
import { withoutAbsent } from '../../absent.ts';
import type { ArchiveRecord } from '../archive.ts';
import type { Place } from './place.ts';
import { problemAt, whyUnread } from './place.ts';
import { LONGEST_TEXT, TOO_LONG } from '../../text-limit.ts';

/** A post as a network’s record tells of it; what is undefined is not known. */
export interface Told {
  readonly id: string;
  readonly text: string;
  readonly atMs: number | undefined;
  /** What is wrong with that time, in words. */
  readonly mistake?: string | undefined;
  readonly media?: readonly Media[];
  readonly replyTo?: string | undefined;
  readonly source?: string | undefined;
  /** Whose limits hold; absent: X’s. */
  readonly networks?: readonly string[];
  readonly published: {
    readonly [Key in keyof Published]: Published[Key] | undefined;
  } & { readonly kind: Published['kind'] };
}

const NO_TIME = 'when this post went out cannot be read: no rule about times judges it';

/** As all times of posts: no rule asks for more. */
const wholeSeconds = (ms: number): number => Math.floor(ms / 1000) * 1000;

/** What a record came to; a time that cannot be read costs the post nothing but that. */
export function* postOf(told: Told, place: Place): Generator<ArchiveRecord> {
  const { id, text, atMs, media = [], replyTo, source, networks, published } = told;
  if (text.length > LONGEST_TEXT) return yield unreadAt(place, TOO_LONG);
  const mistake = told.mistake ?? (atMs === undefined ? NO_TIME : undefined);
  if (mistake !== undefined) yield { problem: problemAt(place, mistake) };
  yield {
    post: withoutAbsent({
      id,
      text,
      origin: place,
      at:
        atMs === undefined
          ? ({ kind: 'unscheduled' } as const)
          : ({ kind: 'instant', epochMs: wholeSeconds(atMs) } as const),
      media,
      replyTo,
      source,
      networks,
      published: withoutAbsent({ ...published }),
    }),
  };
}

/** A record that could not be read. */
export const unreadAt = (place: Place, message: string): ArchiveRecord => ({
  unread: whyUnread(place, message),
});

export const NO_POST = 'this record is no post';
