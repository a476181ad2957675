import type { Post } from '../core/post.ts';

/** 1-based line and column (UTF-16 units) in a file. */
export interface FilePlace {
  readonly line: number;
  readonly column: number;
}

/**
 * Where an offset of a post’s text stands in its file. Where the file does not hold the text as it
 * is (a JSON string), or for no offset, where the post begins.
 */
export const startOf = ({ text, origin }: Post, offset: number | null): FilePlace => {
  if (offset === null || origin.textLine === undefined) return { line: origin.line, column: 1 };
  let line = origin.textLine;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
};
