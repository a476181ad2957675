/** A comment of a cell and its UTF-16 offset in the cell’s value. */
export interface Comment {
  readonly text: string;
  readonly offset: number;
}

/** The comments of a cell, without the blanks round them. */
export const commentsIn = (cell: string, apart: string | undefined): readonly Comment[] => {
  const comments: Comment[] = [];
  let start = 0;
  for (const part of apart === undefined ? [cell] : cell.split(apart)) {
    const text = part.trim();
    if (text !== '') comments.push({ text, offset: start + part.indexOf(text) });
    start += part.length + (apart?.length ?? 0);
  }
  return comments;
};
