import type { ReportHead } from '../../core/report.ts';
import { indented } from '../layout.ts';
import type { Paint } from '../options.ts';
import { wrap } from '../wrap.ts';
import { figure } from './words.ts';

/** What the lines of a terminal are laid out for. */
export interface Screen {
  readonly width: number;
  readonly paint: Paint;
  readonly policies: ReportHead['policies'];
  readonly reveal: boolean;
}

/** A sentence, its lines after the first set in. */
export const hanging = (sentence: string, width: number): readonly string[] => {
  const [head = '', ...rest] = wrap(sentence, width - 2);
  return [head, ...indented(rest, 2)];
};

/** A title with its lines below it; nothing where there are none. */
export const block = (
  title: string,
  lines: readonly string[],
  { paint }: Screen,
): readonly string[] => (lines.length === 0 ? [] : ['', paint.bold(title), ...indented(lines, 2)]);

/** The first few lines, and how many more there are. */
export const first = (lines: readonly string[], most: number): readonly string[] =>
  lines.length > most
    ? [...lines.slice(0, most), `and ${figure(lines.length - most)} more`]
    : lines;
