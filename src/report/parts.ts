import type { Finding } from '../core/finding.ts';
import type { Post } from '../core/post.ts';
import type { PartName } from '../core/span.ts';

/** The picture that a finding is about, counted from 0; undefined: the text. */
export const findPicture = (where: string): number | undefined => {
  const found = /^media\[(\d+)\]/u.exec(where);
  return found ? Number(found[1]) : undefined;
};

/** The part that a finding’s range counts; a picture as such is known by its file name. */
export const partOfFinding = ({ where }: Finding): PartName => {
  const picture = findPicture(where);
  if (picture === undefined) return 'text';
  return where.endsWith('.alt') ? `media[${picture}].alt` : `media[${picture}].file`;
};

export const textOfPart = ({ text, media }: Post, part: PartName): string | undefined => {
  const picture = findPicture(part);
  if (picture === undefined) return text;
  return part.endsWith('.alt') ? media[picture]?.alt : media[picture]?.file;
};

export const partInWords = (part: PartName): string => {
  const picture = findPicture(part);
  if (picture === undefined) return 'the post’s text';
  const what = part.endsWith('.alt') ? 'alt text' : 'file name';
  return `${what} of picture ${picture + 1}`;
};

/** Values without repeats, in order. */
export const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
