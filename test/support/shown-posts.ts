import type { Cell, Post } from '../../src/core/post.ts';
import type { PostsRead } from '../../src/input/index.ts';

const when = ({ at }: Post): string =>
  at.kind === 'instant' ? new Date(at.epochMs).toISOString().replace(':00.000Z', 'Z') : at.kind;

const cellsOf = (cells: Readonly<Record<string, Cell | undefined>>): string =>
  Object.entries(cells)
    .map(([of, cell]) => `${of} ${cell!.line}:${cell!.column} ${cell!.name}`)
    .join(', ');

/** Every field of a post on one line, the usual ones without their names. */
export const shownPost = (post: Post): string => {
  const { id, text, origin, media, at: _, ...others } = post;
  const { file, line, record, textLine, textColumn, doublesQuotes, cells = {}, ...rest } = origin;
  const place = textLine === undefined ? 'nowhere' : `${textLine}:${textColumn ?? 1}`;
  return [
    `${id.replace(file, '')} line ${line} row ${record}`,
    when(post),
    `${place}${doublesQuotes ? ' doubled' : ''} ${JSON.stringify(text)}`,
    cellsOf(cells),
    ...media.map((one) => JSON.stringify(one)),
    ...Object.entries({ ...others, ...rest }).map(
      ([key, value]) => `${key} ${JSON.stringify(value).replaceAll(file, '')}`,
    ),
  ].join(' | ');
};

/** All that came of a file. */
export const shownRead = ({
  value,
  problems,
  notices,
  unusedKeys,
}: PostsRead): readonly string[] => [
  ...value.map(shownPost),
  ...problems.map(
    ({ line, column, message }) => `problem ${line ?? '-'}:${column ?? '-'} ${message}`,
  ),
  ...notices.map(
    ({ kind, line, column, message }) => `${kind} ${line ?? '-'}:${column ?? '-'} ${message}`,
  ),
  ...unusedKeys.map((key) => `unused ${key}`),
];

/** The stretch of a file that a post says its text is. */
export const textInFile = (content: string, { text, origin }: Post): string | undefined => {
  const { textLine, textColumn = 1, doublesQuotes } = origin;
  if (textLine === undefined) return undefined;
  const lines = content.split(/(?<=\r\n|\n|\r(?!\n))/u);
  const start = lines.slice(0, textLine - 1).join('').length + textColumn - 1;
  const quotes = doublesQuotes ? text.split('"').length - 1 : 0;
  const found = content.slice(start, start + text.length + quotes);
  return doublesQuotes ? found.replaceAll('""', '"') : found;
};
