/** A line of a text: UTF-16 offsets, without its line break. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

const BREAK = /\r\n|\r|\n/gu;

/** A text's lines as editors count them; a final line break opens no further line. */
export const linesOf = (text: string): readonly Line[] => {
  const lines: Line[] = [];
  let start = 0;
  for (const { index, 0: written } of text.matchAll(BREAK)) {
    lines.push({ start, end: index });
    start = index + written.length;
  }
  if (start < text.length) lines.push({ start, end: text.length });
  return lines;
};
