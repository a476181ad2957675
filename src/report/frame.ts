import type { Severity } from '../core/severity.ts';
import type { Span } from '../core/span.ts';
import { clip } from './cells.ts';
import type { Lines } from './lines.ts';
import { linesOf } from './lines.ts';
import type { Paint, Style } from './options.ts';
import type { Row } from './window.ts';
import { widened, windowRow } from './window.ts';

export interface Mark extends Span {
  readonly severity: Severity;
  readonly isGuess: boolean;
}

export interface FrameSubject {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly masks: readonly Span[];
  /** Where it stands, for the top edge. */
  readonly title: string;
  /** What the first line of the text is numbered; undefined: lines carry no number. */
  readonly firstNumber?: number | undefined;
  /** Lines without a mark are shown too. */
  readonly isWhole?: boolean;
}

const MOST_ROWS = 6;
const overlaps = (cell: Span, { start, end }: Span): boolean =>
  cell.start < end && cell.end > start;

/** Rows for every mark, in order, as many as a reader will bear. */
const markedRows = (subject: FrameSubject, lines: Lines, room: number): readonly Row[] => {
  const rows: Row[] = [];
  let shownTo = -1;
  const marks = [...subject.marks].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const mark of marks) {
    const firstLine = lines.numberAt(mark.start);
    const lastLine = lines.numberAt(Math.max(mark.start, mark.end - 1));
    for (let number = firstLine; number <= lastLine; number += 1) {
      if (rows.length >= MOST_ROWS) return rows;
      const line = lines.line(number)!;
      const part = widened(mark, line);
      const isBlank = line.start === line.end && firstLine !== lastLine;
      if (isBlank || part.start < shownTo) continue;
      const row = windowRow(subject, line, part, room);
      rows.push(row);
      shownTo = row.cutRight ? row.cells.at(-1)!.end : line.end + 1;
    }
  }
  return rows;
};

/** The first lines, whether marked or not. */
const firstRows = (
  subject: FrameSubject,
  lines: Lines,
  room: number,
  most: number,
): readonly Row[] => {
  const first = lines.numberAt(Math.max(0, subject.text.search(/\S/u)));
  return Array.from({ length: most }, (_, index) => lines.line(first + index)).flatMap((line) => {
    if (!line) return [];
    const mark = subject.marks.find(({ start, end }) => start <= line.end && end > line.start);
    return [windowRow(subject, line, widened(mark ?? { start: 0, end: 0 }, line), room)];
  });
};

const rowsOf = (subject: FrameSubject, lines: Lines, room: number): readonly Row[] => {
  if (subject.isWhole) return firstRows(subject, lines, room, MOST_ROWS);
  if (subject.marks.length > 0) return markedRows(subject, lines, room);
  return subject.text.trim() === '' ? [] : firstRows(subject, lines, room, 1);
};

/** Neighbouring cells of one look are painted together. */
export const paintRuns = (pieces: readonly (readonly [string, Style | undefined])[]): string => {
  let painted = '';
  for (let i = 0; i < pieces.length;) {
    const style = pieces[i]![1];
    let run = '';
    for (; i < pieces.length && pieces[i]![1] === style; i += 1) run += pieces[i]![0];
    painted += style ? style(run) : run;
  }
  return painted;
};

const CERTAIN = '━';
const GUESS = '┅';

const renderRow = (row: Row, marks: readonly Mark[], paint: Paint): readonly [string, string] => {
  const { line } = row;
  const shown = {
    start: row.cells[0]?.start ?? line.start,
    end: row.cells.at(-1)?.end ?? line.end,
  };
  const here = marks
    .filter(({ start, end }) => start <= shown.end && end >= shown.start)
    .map((mark) => ({ ...mark, ...widened(mark, line) }));
  const markOf = (cell: Span): Mark | undefined => here.find((mark) => overlaps(cell, mark));
  const texts: [string, Style | undefined][] = [];
  const under: [string, Style | undefined][] = [];
  const add = (shown: string, width: number, mark: Mark | undefined): void => {
    texts.push([shown, mark && paint.mark]);
    const line = (mark?.isGuess ? GUESS : CERTAIN).repeat(width);
    under.push(mark ? [line, paint[mark.severity]] : [' '.repeat(width), undefined]);
  };
  if (row.cutLeft) add('…', 1, undefined);
  for (const cell of row.cells) add(cell.shown, cell.width, markOf(cell));
  if (row.cutRight) add('…', 1, undefined);
  const pastEnd = !row.cutRight && markOf({ start: line.end, end: line.end + 1 });
  if (pastEnd) under.push([CERTAIN, paint[pastEnd.severity]]);
  while (under.length > 0 && under.at(-1)![1] === undefined) under.pop();
  return [paintRuns(texts), paintRuns(under)];
};

/** What stands before a row: its label and the bar. */
export const gutterOf =
  (digits: number, paint: Paint) =>
  (label: string): string =>
    paint.dim(`${label.padStart(digits)} │`);

/** Rows of one text, each behind `label │`, with the marks under them. */
const bodyOf = (
  subject: FrameSubject,
  digits: number,
  width: number,
  paint: Paint,
): readonly string[] => {
  const offset = subject.firstNumber === undefined ? undefined : subject.firstNumber - 1;
  const gutter = gutterOf(digits, paint);
  const numbered = (row: Row): string =>
    offset === undefined ? '' : String(row.line.number + offset);
  // one column to spare: a mark may stand behind the last word
  const rows = rowsOf(subject, linesOf(subject.text), width - digits - 4);
  const last = rows.at(-1)?.cells.at(-1)?.end ?? subject.text.length;
  const hidden = subject.marks.filter(({ start }) => start >= last && start < subject.text.length);
  const more = hidden.length === 1 ? 'and 1 more place' : `and ${hidden.length} more places`;
  const note = hidden.length === 0 ? [] : [gutter('·') + paint.dim(` ${more}`)];
  const body = rows.flatMap((row, index) => {
    const before = rows[index - 1];
    const gap = before && row.line.number > before.line.number + 1 ? [gutter('·')] : [];
    const [text, under] = renderRow(row, subject.marks, paint);
    const marked = under === '' ? [] : [`${gutter('')} ${under}`];
    return [
      ...gap,
      text === '' ? gutter(numbered(row)) : `${gutter(numbered(row))} ${text}`,
      ...marked,
    ];
  });
  return [...body, ...note];
};

/** Columns before the bar, wide enough for every line number. */
const digitsOf = (subjects: readonly Pick<FrameSubject, 'text' | 'firstNumber'>[]): number =>
  Math.max(
    2,
    ...subjects.map(({ text, firstNumber }) =>
      firstNumber === undefined ? 0 : String(linesOf(text).count + firstNumber).length,
    ),
  );

/** Texts in one frame, each under its title; `bodyOf` writes its lines behind their gutter. */
export const framed = <Subject extends Pick<FrameSubject, 'text' | 'firstNumber' | 'title'>>(
  subjects: readonly Subject[],
  bodyOf: (subject: Subject, digits: number) => readonly string[],
  width: number,
  paint: Paint,
): readonly string[] => {
  const digits = digitsOf(subjects);
  const edge = ' '.repeat(digits + 1);
  const lines = subjects.flatMap((subject) => {
    const body = bodyOf(subject, digits);
    const title = clip(subject.title, width - digits - 5);
    return body.length === 0 ? [] : [paint.dim(`${edge}├─ ${title}`), ...body];
  });
  const [top, ...rest] = lines;
  return top === undefined ? [] : [top.replace('├', '╭'), ...rest, paint.dim(`${edge}╰─`)];
};

/** Texts in one frame, each with marks under the words that are meant. */
export const frame = (
  subjects: readonly FrameSubject[],
  width: number,
  paint: Paint,
): readonly string[] =>
  framed(subjects, (subject, digits) => bodyOf(subject, digits, width, paint), width, paint);

/** A whole short text behind a bar, with its marks. */
export const quoted = (
  subject: Pick<FrameSubject, 'text' | 'marks'>,
  width: number,
  paint: Paint,
): readonly string[] =>
  bodyOf({ ...subject, masks: [], title: '', isWhole: true }, 2, width, paint);
