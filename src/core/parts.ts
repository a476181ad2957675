import type { Post } from './post.ts';
import type { PartName, Where } from './span.ts';

/** The picture that a part or a finding is about, counted from 0; undefined: the text. */
export const findPicture = (where: Where): number | undefined => {
  const found = /^media\[(\d+)\]/u.exec(where);
  return found ? Number(found[1]) : undefined;
};

/** The part that the range of a finding counts; a picture as such is known by its file name. */
export const partOfFinding = ({ where }: { readonly where: Where }): PartName => {
  const picture = findPicture(where);
  if (picture === undefined) return 'text';
  return where.endsWith('.alt') ? `media[${picture}].alt` : `media[${picture}].file`;
};

/** The text of one part of a post, as typed; undefined when the post has no such part. */
export const textOfPart = ({ text, media }: Post, part: PartName): string | undefined => {
  const picture = findPicture(part);
  if (picture === undefined) return text;
  return part.endsWith('.alt') ? media[picture]?.alt : media[picture]?.file;
};
