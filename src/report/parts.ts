import { findPicture } from '../core/parts.ts';
import type { PartName } from '../core/span.ts';

export const partInWords = (part: PartName): string => {
  const picture = findPicture(part);
  if (picture === undefined) return 'the post’s text';
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
