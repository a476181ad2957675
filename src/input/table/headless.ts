import type { Column } from '../reading.ts';
import { readWritten } from './date-shapes.ts';
import type { HeadlessFormat, Use } from './format.ts';
import { isHeaded } from './format.ts';
import { formatsNamed } from './formats/index.ts';
import type { Head } from './head.ts';
import type { Candidate, Wanted } from './headed.ts';
import { columnOfLetters } from './headings.ts';
import { configuredRoles, nameOf } from './layout.ts';
import { isSurelyHeadings } from './surely-headings.ts';

const columnsOf = (uses: readonly (Use | null)[]) =>
  uses.map((use, column) => ({ name: nameOf(undefined, column), use }));

/** Most rows must look like its: the others are slips. */
const candidateOf = (
  format: HeadlessFormat,
  { rows, delimiter }: Head,
  wanted: Wanted,
): Candidate | undefined => {
  const like = rows.filter(({ cells }) => format.isRow(cells)).length;
  const isAsked = wanted.format === format.name;
  if (like === 0 || (!isAsked && like * 2 < rows.length)) return undefined;
  // Above unknown headings nobody knows which column is the text.
  if (!isAsked && !format.isRow(rows[0]!.cells) && isSurelyHeadings(rows)) return undefined;
  const because = isAsked ? 'it was asked for' : `its rows have ${format.expected}`;
  const layout = { format, title: format.title, because, columns: columnsOf(format.cells) };
  return { delimiter, score: like, layout: { ...layout, lacks: [] } };
};

const isTimeIn = (cells: readonly string[], column: number | undefined): boolean =>
  column !== undefined && readWritten(cells[column] ?? '') !== undefined;

/** Columns that the configuration names by letters alone need no headings; there may be some. */
const byLetters = ({ rows, delimiter }: Head, { columns = {} }: Wanted): Candidate | undefined => {
  const letters = configuredRoles(columns).map(
    ([role, letter]): readonly [Column, number | undefined] => [role, columnOfLetters(letter)],
  );
  const places = new Map(letters);
  if (places.get('text') === undefined || letters.some(([, column]) => column === undefined))
    return undefined;
  const [top, ...others] = rows;
  if (!top) return undefined;
  const at = places.get('at') ?? places.get('date');
  const hasHeadings = !isTimeIn(top.cells, at) && others.some(({ cells }) => isTimeIn(cells, at));
  const widths = [
    ...letters.map(([, column]) => column! + 1),
    ...rows.map((row) => row.cells.length),
  ];
  const width = Math.max(...widths);
  const uses = Array.from(
    { length: width },
    (_, column): Use | null => letters.find(([, letter]) => letter === column)?.[0] ?? null,
  );
  const { line, record, raw } = top;
  return {
    delimiter,
    score: width,
    layout: {
      title: 'a table',
      because: 'the columns that policy-lint.yaml names',
      columns: uses.map((use, column) => ({
        name: nameOf(hasHeadings ? top.cells[column] : undefined, column),
        use,
      })),
      ...(hasHeadings && { header: { line, record, raw } }),
      lacks: [],
    },
  };
};

/** Every way in which the first rows may be read without headings. */
export const headlessCandidates = (head: Head, wanted: Wanted): readonly Candidate[] => {
  const formats = formatsNamed(wanted.format).filter((format) => !isHeaded(format));
  const lettered = byLetters(head, wanted);
  return [
    ...(lettered ? [lettered] : []),
    ...formats.flatMap((format) => {
      if (isHeaded(format) || !format.delimiters.includes(head.delimiter)) return [];
      return candidateOf(format, head, wanted) ?? [];
    }),
  ];
};
