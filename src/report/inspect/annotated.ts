import type { Span } from '../../core/span.ts';
import type { Cell } from '../cells.ts';
import { cells } from '../cells.ts';
import { framed, gutterOf, paintRuns } from '../frame.ts';
import { linesOf } from '../lines.ts';
import type { Paint, Style } from '../options.ts';

/** A stretch of a text with the label under it that an explanation takes up. */
export interface Note extends Span {
  readonly label: string;
  /** One column, repeated under the stretch. */
  readonly sign: string;
  readonly style: Style;
}

export interface AnnotatedText {
  readonly text: string;
  /** In order and apart. */
  readonly notes: readonly Note[];
  readonly masks: readonly Span[];
  readonly title: string;
  /** What the first line of the text is numbered; undefined: lines carry no number. */
  readonly firstNumber?: number | undefined;
}

interface Row {
  readonly cells: readonly Cell[];
  /** Number of the line that begins here; undefined where a line goes on. */
  readonly number: number | undefined;
}

/** A post has a few; the rest of a hostile one is not laid out. */
const MOST_ROWS = 60;
/** No sign of one column has more units. */
const UNITS_A_COLUMN = 20;

/** How many cells of a row fit, up to the last space where the text goes on. */
const fitting = (row: readonly Cell[], room: number): number => {
  let used = 0;
  let count = 0;
  while (count < row.length && used + row[count]!.width <= room) {
    used += row[count]!.width;
    count += 1;
  }
  if (count === row.length) return count;
  for (let at = count; at > 0; at -= 1) if (row[at]!.shown === ' ') return at + 1;
  return Math.max(count, 1);
};

/** The text on rows of at most `room` columns, a space at the end of one not counted. */
const rowsOf = ({ text, masks }: AnnotatedText, room: number): readonly Row[] => {
  const lines = linesOf(text);
  const rows: Row[] = [];
  for (let number = 1; number <= lines.count; number += 1) {
    const line = lines.line(number)!;
    let at = line.start;
    do {
      if (rows.length === MOST_ROWS) return rows;
      const reach = { start: at, end: Math.min(line.end, at + room * UNITS_A_COLUMN) };
      const row = cells(text, reach, masks);
      const shown = row.slice(0, fitting(row, room));
      rows.push({ cells: shown, number: at === line.start ? number : undefined });
      at = shown.at(-1)?.end ?? line.end;
    } while (at < line.end);
  }
  return rows;
};

type Piece = readonly [string, Style | undefined];

/** Columns under one note: its label where it begins, if there is room for it. */
const under = ({ label, sign, style }: Note, columns: number, begins: boolean): Piece => {
  const head = begins && label.length <= columns ? label : '';
  return [head + sign.repeat(columns - head.length), style];
};

const render = (row: readonly Cell[], notes: readonly Note[], paint: Paint): readonly string[] => {
  const [first, last] = [row[0]?.start ?? 0, row.at(-1)?.end ?? 0];
  const here = notes.filter(({ start, end }) => start < last && end > first);
  const texts: Piece[] = [];
  const signs: Piece[] = [];
  for (let at = 0; at < row.length;) {
    const note = here.find(({ start, end }) => start < row[at]!.end && end > row[at]!.start);
    let columns = 0;
    let shown = '';
    do {
      columns += row[at]!.width;
      shown += row[at]!.shown;
      at += 1;
    } while (note && at < row.length && row[at]!.start < note.end);
    texts.push([shown, note && paint.mark]);
    signs.push(note ? under(note, columns, note.start >= first) : [' '.repeat(columns), undefined]);
  }
  while (signs.length > 0 && signs.at(-1)![1] === undefined) signs.pop();
  return [paintRuns(texts).trimEnd(), ...(signs.length > 0 ? [paintRuns(signs)] : [])];
};

/** Whole texts in one frame, wrapped, with the notes under their words. */
export const annotated = (
  subjects: readonly AnnotatedText[],
  width: number,
  paint: Paint,
): readonly string[] => {
  const bodyOf = (subject: AnnotatedText, digits: number): readonly string[] => {
    const gutter = gutterOf(digits, paint);
    const { firstNumber, notes, text } = subject;
    const rows = rowsOf(subject, width - digits - 3);
    const end = rows.at(-1)?.cells.at(-1)?.end ?? text.length;
    const rest = rows.length === MOST_ROWS && end < text.length;
    const body = rows.flatMap(({ cells: row, number }) => {
      const [words = '', marks] = render(row, notes, paint);
      const label =
        firstNumber === undefined || number === undefined ? '' : String(number + firstNumber - 1);
      return [
        words === '' ? gutter(label) : `${gutter(label)} ${words}`,
        ...(marks === undefined ? [] : [`${gutter('')} ${marks}`]),
      ];
    });
    return rest ? [...body, gutter('·') + paint.dim(' and the rest of a long text')] : body;
  };
  return framed(subjects, bodyOf, width, paint);
};
