import { remembered } from '../../core/remembered.ts';
import list from './data/headings.txt?raw';
import type { Use } from './format.ts';

/** No heading is longer; what is longer is a text. */
const MOST_LETTERS = 120;

/**
 * A heading without what people vary: capitals, spaces, underscores, and what stands in brackets or
 * behind a dash, `Media URL(s) - Separated by comma`.
 */
export const headingKey = (cell: string): string => (cell.length > MOST_LETTERS ? '' : keyOf(cell));

/** Every format asks it of the same few cells, and every file has the same headings. */
const keyOf = remembered((cell: string): string =>
  cell
    .replace(/\s[-–—]\s.*$/su, '')
    .replace(/\([^()]*\)/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ''),
);

/** What a heading means to us, and how sure that is: the lower the surer. */
export interface Meaning {
  readonly use: Use | null;
  readonly rank: number;
}

const readList = (): ReadonlyMap<string, Meaning> =>
  new Map(
    list
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .flatMap((line) => {
        const colon = line.indexOf(': ');
        const use = line.slice(0, colon);
        return line
          .slice(colon + 2)
          .split(', ')
          .map((key, rank): [string, Meaning] => [
            key,
            { use: use === 'other' ? null : (use as Use), rank },
          ]);
      }),
  );

let meanings: ReturnType<typeof readList> | undefined;

/** What a heading of no particular program means; undefined where nobody knows. */
export const meaningOf = (key: string): Meaning | undefined => (meanings ??= readList()).get(key);

/** The 0-based column that a spreadsheet names with letters: `B`, `AA`. */
export const columnOfLetters = (written: string): number | undefined => {
  if (!/^[a-z]{1,3}$/iu.test(written)) return undefined;
  let column = 0;
  for (const letter of written.toLowerCase()) column = column * 26 + letter.charCodeAt(0) - 96;
  return column - 1;
};

/** The letters by which a spreadsheet names a 0-based column. */
export const lettersOfColumn = (column: number): string => {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
};
