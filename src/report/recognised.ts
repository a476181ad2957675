import { widthOf, visible } from './cells.ts';
import { guarded } from './guard.ts';
import { indented } from './layout.ts';
import type { ReportOptions } from './options.ts';
import { columnsOf } from './options.ts';
import { counted } from './summary.ts';
import { wrap } from './wrap.ts';

/** How a file was recognised, and what came of it. */
export interface FileRead {
  readonly file: string;
  readonly format: string;
  readonly because: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly headerLine?: number;
  readonly columns?: readonly { readonly name: string; readonly as: string | null }[];
  readonly dates?: { readonly order: string; readonly because: string };
  readonly timezone: string;
  readonly posts: number;
  readonly unscheduled: number;
  readonly problems: number;
}

/** What a column is read as. */
const MEANINGS: Readonly<Record<string, string>> = {
  text: 'the text of the post',
  at: 'when it goes out',
  date: 'the day on which it goes out',
  time: 'the time of day',
  account: 'who posts it',
  replyTo: 'whom it answers',
  media: 'its pictures',
  alt: 'descriptions of the pictures',
  comments: 'comments below it, read as posts of their own',
  event: 'a declared event',
  urgent: 'declared urgent',
  id: 'its id',
  author: 'who wrote it',
  networks: 'networks that it goes to',
};

const layout = ({ encoding, delimiter, headerLine }: FileRead): string =>
  [
    encoding?.toUpperCase(),
    delimiter !== undefined && `columns separated by ${delimiter}s`,
    headerLine !== undefined && `headings on line ${headerLine}`,
  ]
    .filter((piece) => typeof piece === 'string')
    .join(' · ');

const columnLines = ({ columns = [] }: FileRead): readonly string[] => {
  const names = columns.map(({ name }) => visible(name));
  const width = Math.min(30, Math.max(0, ...names.map(widthOf)));
  return columns.map(({ as }, index) => {
    const name = names[index]!;
    const gap = ' '.repeat(Math.max(1, width + 2 - widthOf(name)));
    return `  ${name}${gap}${as === null ? 'not read' : visible(MEANINGS[as] ?? as)}`;
  });
};

const amounts = ({ posts, unscheduled, problems }: FileRead): string =>
  [
    counted(posts, 'post'),
    unscheduled > 0 && `${unscheduled} of them without a time`,
    problems > 0 && counted(problems, 'problem'),
  ]
    .filter((piece) => typeof piece === 'string')
    .join(', ');

const fileLines = (read: FileRead, { paint, ...options }: ReportOptions): readonly string[] => {
  const width = columnsOf({ paint, ...options }) - 2;
  const { dates, timezone } = read;
  const told = [
    `Read as ${read.format}: ${read.because}.`,
    layout(read),
    dates ? `Dates: ${dates.order}, ${dates.because}.` : '',
    `Times without an offset are meant in ${timezone}.`,
  ].filter((line) => line !== '');
  return [
    paint.bold(visible(read.file)),
    ...indented([...told.flatMap((line) => wrap(line, width)), ...columnLines(read)], 2),
    ...indented([amounts(read)], 2),
    '',
  ];
};

/** For a person: how files are read, and what of each column. */
export const recognisedText = (files: readonly FileRead[], options: ReportOptions): string =>
  guarded(files.flatMap((read) => fileLines(read, options)).slice(0, -1));
