import type { Edit } from '../checks/check.ts';
import type { Post } from '../core/post.ts';
import type { PartName } from '../core/span.ts';

/** Edits in order, without those that touch one before them. */
export const withoutOverlaps = (edits: readonly Edit[]): readonly Edit[] => {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const ends = new Map<PartName, number>();
  return ordered.filter(({ part, span }) => {
    if (span.start < (ends.get(part) ?? 0)) return false;
    ends.set(part, span.end);
    return true;
  });
};

const isSpace = (sign: string | undefined): boolean => sign === ' ' || sign === '\t';

/** End of the spaces that start at `at`. */
const afterSpaces = (text: string, at: number): number => {
  let end = at;
  while (isSpace(text[end])) end += 1;
  return end;
};

/** Start of the spaces that end at `end`, not before `from`. */
const beforeSpaces = (text: string, from: number, end: number): number => {
  let start = end;
  while (start > from && isSpace(text[start - 1])) start -= 1;
  return start;
};

const CLOSES = /[\s,.;:!?)]/u;

/**
 * Makes edits, which stand in order and do not touch. Removing a word takes the space before it along
 * where none is needed, or the one after it at the start of a line.
 */
export const applyEdits = (text: string, edits: readonly Edit[]): string => {
  const pieces: string[] = [];
  let at = 0;
  let last = '';
  const add = (piece: string): void => {
    if (piece === '') return;
    pieces.push(piece);
    last = piece.at(-1)!;
  };
  for (const { span, replacement } of edits) {
    const next = text[span.end];
    const isRemoved = replacement === '';
    const isClosed = next === undefined || CLOSES.test(next);
    const before = span.start === at ? last : text[span.start - 1];
    const startsLine = before === '' || before === '\n';
    const takesBefore = isRemoved && isClosed && !startsLine;
    add(text.slice(at, takesBefore ? beforeSpaces(text, at, span.start) : span.start));
    add(replacement);
    at = isRemoved && startsLine ? afterSpaces(text, span.end) : span.end;
  }
  add(text.slice(at));
  return pieces.join('');
};

/** The post with edits made; `edits` must not overlap. */
export const editPost = (post: Post, edits: readonly Edit[]): Post => {
  const of = (part: PartName): readonly Edit[] => edits.filter((edit) => edit.part === part);
  return {
    ...post,
    text: applyEdits(post.text, of('text')),
    media: post.media.map((item, index) => ({
      ...item,
      ...(item.alt !== undefined && { alt: applyEdits(item.alt, of(`media[${index}].alt`)) }),
      ...(item.file !== undefined && { file: applyEdits(item.file, of(`media[${index}].file`)) }),
    })),
  };
};
