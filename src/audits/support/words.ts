import { dataLines } from '../../core/data-lines.ts';
import { once } from '../../core/once.ts';

/** `1 account`, `3 accounts`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** `2 of 3 accounts show it`, `the one account shows it`. */
export const someOf = (
  count: number,
  all: number,
  one: string,
  { shows, show }: { readonly shows: string; readonly show: string },
): string =>
  all === 1
    ? `The one ${one} ${shows}`
    : `${count} of ${counted(all, one)} ${count === 1 ? shows : show}`;

/** `none of 3 accounts shows it`, `the one account does not show it`. */
export const noneOf = (
  count: number,
  one: string,
  { shows, doesNotShow }: { readonly shows: string; readonly doesNotShow: string },
): string =>
  count === 1 ? `The one ${one} ${doesNotShow}` : `None of ${counted(count, one)} ${shows}`;

/** `a, b and c`. */
export const joined = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

/** `42%`, and never 0% or 100% for what is neither. */
export const percent = (part: number, whole: number): string => {
  if (whole === 0) return '0%';
  const exact = (100 * part) / whole;
  const rounded = Math.round(exact);
  if (rounded === 0 && part > 0) return 'less than 1%';
  return rounded === 100 && part < whole ? 'more than 99%' : `${rounded}%`;
};

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');

/** Words and phrases to be looked for; `pre*` stands for any ending. */
export const wordPattern = (words: readonly string[]): RegExp => {
  const one = words.map((word) =>
    word.endsWith('*') ? `${escaped(word.slice(0, -1))}[\\p{L}\\p{N}]*` : escaped(word),
  );
  // An empty list finds nothing.
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${one.length > 0 ? one.join('|') : '(?!)'})(?![\\p{L}\\p{N}])`,
    'iu',
  );
};

/** The lines of a data file under its `[headings]`. */
export const sectionsOf = (data: string): ReadonlyMap<string, readonly string[]> => {
  const sections = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of dataLines(data)) {
    const heading = /^\[([\w-]+)\]$/u.exec(line)?.[1];
    if (heading === undefined) lines.push(line);
    else {
      lines = [];
      sections.set(heading, lines);
    }
  }
  return sections;
};

/** A pattern for the words under one heading of a data file, made when it is first asked for. */
export const listedWords = (data: string, heading: string): (() => RegExp) =>
  once(() => wordPattern(sectionsOf(data).get(heading) ?? []));
