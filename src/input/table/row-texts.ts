import type { Comment } from './comments.ts';
import { commentsIn } from './comments.ts';
import type { RowRecord } from './row-record.ts';
import { filledOf } from './row-record.ts';
import type { Row } from './rows.ts';
import type { Table } from './table.ts';

/** A text of a row: the post’s own, or a comment’s. */
export interface RowText extends Comment {
  /** Undefined: the row has pictures and no text. */
  readonly column: number | undefined;
  /** Counts the posts of a row from 1. */
  readonly part: number;
}

/** The texts of a row, its comments behind its own. */
export const rowTexts = (
  { cells }: Row,
  { columns, layout }: Pick<Table, 'columns' | 'layout'>,
  { media }: RowRecord,
): readonly RowText[] => {
  const column = filledOf(cells, columns.text);
  const isPost = column !== undefined || media !== undefined;
  const own = { text: column === undefined ? '' : cells[column]!, offset: 0, column, part: 1 };
  const apart = layout.format?.commentsApart;
  const comments = columns.comments
    .flatMap((of) => commentsIn(cells[of] ?? '', apart).map((one) => ({ ...one, column: of })))
    .map((one, index) => ({ ...one, part: index + 2 }));
  return isPost ? [own, ...comments] : comments;
};
