import type { Edit } from '../checks/check.ts';
import type { Post } from '../core/post.ts';
import type { PartName } from '../core/span.ts';

/** Edits in order, without those that touch one before them. */
export const withoutOverlaps = (edits: readonly Edit[]): readonly Edit[] => {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: Edit[] = [];
  for (const edit of ordered) {
    const before = kept.findLast(({ part }) => part === edit.part);
    if (!before || edit.span.start >= before.span.end) kept.push(edit);
  }
  return kept;
};

/** Removing a word takes the space before it along, or the one after it at the start of a line. */
const cut = (text: string, start: number, end: number): string => {
  const head = text.slice(0, start);
  const tail = text.slice(end);
  if (/(?:^|\n)$/u.test(head)) return head + tail.replace(/^[ \t]+/u, '');
  if (/^(?:[\s,.;:!?)]|$)/u.test(tail)) return head.replace(/[ \t]+$/u, '') + tail;
  return head + tail;
};

export const applyEdits = (text: string, edits: readonly Edit[]): string =>
  edits.reduceRight((edited, { span: { start, end }, replacement }) => {
    if (replacement === '') return cut(edited, start, end);
    return edited.slice(0, start) + replacement + edited.slice(end);
  }, text);

/** The text of one part of a post; undefined when the post has no such part. */
export const partOf = (post: Post, part: PartName): string | undefined => {
  if (part === 'text') return post.text;
  const [, index, field] = /^media\[(\d+)\]\.(alt|file)$/u.exec(part)!;
  return post.media[Number(index)]?.[field as 'alt' | 'file'];
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
