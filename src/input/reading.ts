import type { Post } from '../core/post.ts';
import type { Problem } from '../core/problem.ts';
import type { Encoding } from './decode.ts';

export interface InputOptions {
  /** IANA zone in which times without an offset are meant. */
  readonly timezone: string;
  readonly encoding?: Encoding;
}

/** A post as it was read, and the keys of its record that mean nothing to us. */
export interface ReadPost {
  readonly post: Post;
  readonly unusedKeys: readonly string[];
}

/** A post that cannot be judged, with every reason; or a whole file that holds none. */
export interface UnreadPost {
  readonly problems: readonly [Problem, ...Problem[]];
}

/** One post of a file, read or not: nothing is left out. */
export type Reading = ReadPost | UnreadPost;

/** Reads the posts in a file's text, one by one. Never throws, whatever the text. */
export type ReadFormat = (
  text: string,
  file: string,
  options: InputOptions,
) => Iterable<Reading> | AsyncIterable<Reading>;

/** A reading that is one problem alone. */
export const unread = (
  file: string,
  message: string,
  place: Partial<Problem> = {},
): UnreadPost => ({
  problems: [{ file, ...place, message }],
});
