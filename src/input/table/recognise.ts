import type { InputOptions } from '../reading.ts';
import { failureOf } from './failure.ts';
import type { Head } from './head.ts';
import { readHead } from './head.ts';
import type { Candidate, Wanted } from './headed.ts';
import { headedCandidates } from './headed.ts';
import { headlessCandidates } from './headless.ts';
import type { Layout } from './layout.ts';

/** How a text is read as a table. */
export interface Dialect {
  readonly delimiter: string;
  readonly skipsFirstLine: boolean;
}

export type RecognisedTable =
  | (Dialect & { readonly layout: Layout; readonly head: Head })
  | { readonly messages: readonly string[]; readonly line?: number };

const DELIMITERS = [',', ';', '\t', '|'];

/** What Excel writes and reads on top of a file. */
const SEP = /^sep=(.)[ \t]*(?:[,;\t|]*)(?:\r|\n|$)/iu;

const best = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.reduce<Candidate | undefined>(
    (before, one) => (before && before.score >= one.score ? before : one),
    undefined,
  );

/** What the beginning of a text shows of its rows and columns. */
export const recogniseTable = (text: string, { format, queue }: InputOptions): RecognisedTable => {
  const sep = SEP.exec(text)?.[1];
  const skipsFirstLine = sep !== undefined;
  const given = queue?.delimiter ?? sep;
  const heads = (given === undefined ? DELIMITERS : [given]).map((delimiter) =>
    readHead(text, delimiter, skipsFirstLine),
  );
  const wanted: Wanted = { format, columns: queue?.columns };
  const found =
    best(heads.flatMap((head) => headedCandidates(head, wanted))) ??
    best(heads.flatMap((head) => headlessCandidates(head, wanted)));
  if (!found) return failureOf(heads, wanted);
  const { layout, delimiter } = found;
  if (!layout.columns.some(({ use }) => use === 'text'))
    return { messages: layout.lacks, ...(layout.header && { line: layout.header.line }) };
  const head = heads.find((one) => one.delimiter === delimiter)!;
  return { layout, delimiter, skipsFirstLine, head };
};
