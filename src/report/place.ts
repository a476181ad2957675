import type { Finding } from '../core/finding.ts';
import { partOfFinding } from '../core/parts.ts';
import type { Cell, CellOf, Post } from '../core/post.ts';

/** 1-based line and column (UTF-16 units) in a file. */
export interface FilePlace {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a file; without `end` only its beginning is known. */
export interface FileStretch {
  readonly start: FilePlace;
  /** Behind the last character. */
  readonly end?: FilePlace;
  /** Whether `start` is the very character, not only the line of the post. */
  readonly isExact: boolean;
  /** What a spreadsheet calls the column of the table. */
  readonly cell?: string;
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
  const before = line === origin.textLine ? (origin.textColumn ?? 1) : 1;
  const doubled = origin.doublesQuotes ? text.slice(lineStart, offset).split('"').length - 1 : 0;
  return { line, column: offset - lineStart + before + doubled };
};

/** The cell that holds what a finding is about. */
const cellOf = (post: Post, { where }: Finding): Cell | undefined => {
  const of: CellOf =
    where === 'at' || where === 'reply' ? where : where.startsWith('media') ? 'media' : 'text';
  return post.origin.cells?.[of];
};

/** Where a finding stands in the file of its post. */
export const placeOf = (post: Post, finding: Finding): FileStretch => {
  const cell = cellOf(post, finding);
  const named = cell && { cell: cell.name };
  const { range } = finding;
  if (range !== null && partOfFinding(finding) === 'text' && post.origin.textLine !== undefined) {
    const [start, end] = [startOf(post, range.start), startOf(post, range.end)];
    return { start, end, isExact: true, ...named };
  }
  if (!cell || range !== null) return { start: startOf(post, null), isExact: false, ...named };
  return { start: { line: cell.line, column: cell.column }, isExact: true, ...named };
};
