import type { TableFormat } from './format.ts';
import { isHeaded } from './format.ts';
import { formatsNamed } from './formats/index.ts';
import type { Head } from './head.ts';
import type { Wanted } from './headed.ts';
import { headingsIn, missingIn } from './headed.ts';
import { isSurelyHeadings } from './surely-headings.ts';

const HOW = 'in policy-lint.yaml (queue: columns: text: …)';

const NO_POSTS =
  'this file holds no posts: write headings such as date,text and a post in each row';

const NO_HEADINGS = `no row of this table holds headings such as “text” and “date”, and its rows are not laid out as a scheduler’s without headings, with the date and time first: write headings on top, or name the columns by their letters ${HOW}`;

const noText = (headings: readonly string[]): string =>
  `no column of this table is known to hold the text of posts (there are ${headingsIn(headings)}): rename one to “text”, or name it ${HOW}`;

const expected = (format: TableFormat): string => {
  const looks = isHeaded(format)
    ? `headings, with “${format.expected.text}” and “${format.expected.at}” among them`
    : format.expected;
  return `this does not look like a table for ${format.title}, which has ${looks}: check the file or its format`;
};

const widest = (heads: readonly Head[]): Head =>
  heads.reduce((before, head) =>
    (head.rows[0]?.cells.length ?? 0) > (before.rows[0]?.cells.length ?? 0) ? head : before,
  );

/** Why no row of a table could be read, without any of its cells that may be more than a heading. */
export const failureOf = (
  heads: readonly Head[],
  wanted: Wanted,
): { readonly messages: readonly string[]; readonly line?: number } => {
  const { format } = wanted;
  const { rows } = widest(heads);
  const [top] = rows;
  if (!top || heads.some((head) => head.rows.length === 0)) return { messages: [NO_POSTS] };
  const [asked] = format === undefined ? [] : formatsNamed(format);
  if (asked) return { line: top.line, messages: [expected(asked)] };
  if (!isSurelyHeadings(rows)) return { line: top.line, messages: [NO_HEADINGS] };
  const missing = missingIn(top.cells, wanted);
  const messages = missing.length > 0 ? missing : [noText(top.cells)];
  return { line: top.line, messages };
};
