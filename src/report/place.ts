import type { Finding } from '../core/finding.ts';
import { partOfFinding } from '../core/parts.ts';
import type { Cell, CellOf, Post } from '../core/post.ts';
import { countLines, quotesIn } from './counted-lines.ts';

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

type CountAt = ReturnType<typeof countLines>;

/** A post may have very many findings. */
const counters = new WeakMap<Post, CountAt>();

const counterOf = (post: Post): CountAt => {
  const known = counters.get(post);
  if (known) return known;
  const { text, origin } = post;
  const made = countLines(
    text,
    (start, end) => end - start + (origin.doublesQuotes ? quotesIn(text, start, end) : 0),
  );
  counters.set(post, made);
  return made;
};

/**
 * Where an offset of a post’s text stands in its file. Where the file does not hold the text as it
 * is (a JSON string), or for no offset, where the post begins.
 */
export const startOf = (post: Post, offset: number | null): FilePlace => {
  const { origin } = post;
  if (offset === null || origin.textLine === undefined) return { line: origin.line, column: 1 };
  const { line, before } = counterOf(post)(offset);
  const first = line === 0 ? (origin.textColumn ?? 1) : 1;
  return { line: origin.textLine + line, column: first + before };
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
  if (!cell) return { start: startOf(post, null), isExact: false };
  // Within a cell that the file may write otherwise only its beginning is known.
  return { start: { line: cell.line, column: cell.column }, isExact: range === null, ...named };
};
