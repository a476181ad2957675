import { findPicture } from '../core/parts.ts';
import type { Post } from '../core/post.ts';
import type { PartName } from '../core/span.ts';

const FILM = /\.(?:mp4|m4v|mov|webm)$/iu;

/** `post`: where it is at hand, films are told from pictures by the names of their files. */
export const partInWords = (part: PartName, post?: Post): string => {
  const picture = findPicture(part);
  if (picture === undefined) return 'the post’s text';
  if (FILM.test(post?.media[picture]?.file ?? '')) {
    const what = part.endsWith('.alt') ? 'title or description' : 'file name';
    return `${what} of film ${picture + 1}`;
  }
  const what = part.endsWith('.alt') ? 'alt text' : 'file name';
  return `${what} of picture ${picture + 1}`;
};

/** Values without repeats, in order. */
export const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** A reader takes in this many reasons or ways out. */
export const MOST_LINES = 5;

/** The first few, and how many more there are. */
export const few = (lines: readonly string[]): readonly string[] =>
  lines.length <= MOST_LINES
    ? lines
    : [...lines.slice(0, MOST_LINES - 1), `and ${lines.length - MOST_LINES + 1} more like these`];

export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
