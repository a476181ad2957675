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

const notThere = (wanted: string): string =>
  `queue: columns: in policy-lint.yaml names “${wanted}”, and this table has no such column`;

/** What is configured takes the place of what a layout says of its columns. */
const overlaid = (
  uses: readonly (Use | null)[],
  width: number,
  { columns = {} }: Wanted,
): { readonly uses: readonly (Use | null)[]; readonly lacks: readonly string[] } => {
  const configured = configuredRoles(columns);
  const places = new Map<number, Use>();
  const lacks: string[] = [];
  for (const [role, wanted] of configured) {
    const column = columnOfLetters(wanted.trim());
    if (column !== undefined && column < width) places.set(column, role);
    else lacks.push(notThere(wanted));
  }
  const roles = new Set<Use | null>(places.values());
  const all = Array.from({
    length: Math.max(uses.length, ...[...places.keys()].map((column) => column + 1)),
  });
  return {
    uses: all.map((_, column) => {
      const use = uses[column] ?? null;
      return places.get(column) ?? (roles.has(use) ? null : use);
    }),
    lacks,
  };
};

const widthOf = (rows: Head['rows']): number =>
  rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);

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
  const { uses, lacks } = overlaid(format.cells, widthOf(rows), wanted);
  const layout = { format, title: format.title, because, columns: columnsOf(uses), lacks };
  return { delimiter, score: like, layout };
};

const isTimeIn = (cells: readonly string[], column: number | undefined): boolean =>
  column !== undefined && readWritten(cells[column] ?? '') !== undefined;

/** Columns that the configuration names by letters alone need no headings; there may be some. */
const byLetters = ({ rows, delimiter }: Head, wanted: Wanted): Candidate | undefined => {
  const letters = configuredRoles(wanted.columns ?? {}).map(
    ([role, letter]): readonly [Column, number | undefined] => [
      role,
      columnOfLetters(letter.trim()),
    ],
  );
  const places = new Map(letters);
  const [top, ...others] = rows;
  if (!top || !places.has('text') || letters.some(([, column]) => column === undefined))
    return undefined;
  const width = widthOf(rows);
  const { uses, lacks } = overlaid([], width, wanted);
  if (!uses.includes('text')) return undefined;
  const at = places.get('at') ?? places.get('date');
  const hasHeadings = !isTimeIn(top.cells, at) && others.some(({ cells }) => isTimeIn(cells, at));
  const { line, record, raw } = top;
  return {
    delimiter,
    score: width,
    layout: {
      title: 'a table',
      because: 'the columns that policy-lint.yaml names',
      columns: Array.from({ length: width }, (_, column) => ({
        name: nameOf(hasHeadings ? top.cells[column] : undefined, column),
        use: uses[column] ?? null,
      })),
      ...(hasHeadings && { header: { line, record, raw } }),
      lacks,
    },
  };
};

/** Every way in which the first rows may be read without headings. */
export const headlessCandidates = (head: Head, wanted: Wanted): readonly Candidate[] => {
  const formats = formatsNamed(wanted.format).filter((format) => !isHeaded(format));
  const ofFormats = formats.flatMap((format) => {
    if (isHeaded(format) || !format.delimiters.includes(head.delimiter)) return [];
    return candidateOf(format, head, wanted) ?? [];
  });
  // Only a format that was asked for knows better than the configuration.
  if (wanted.format !== undefined && ofFormats.length > 0) return ofFormats;
  const lettered = byLetters(head, wanted);
  return lettered ? [lettered] : ofFormats;
};
