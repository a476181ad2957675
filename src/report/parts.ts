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
