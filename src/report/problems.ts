import type { Problem } from '../core/problem.ts';
import { visible } from './cells.ts';
import { guarded } from './guard.ts';
import type { Render } from './options.ts';
import { columnsOf } from './options.ts';
import { fill, wrap } from './wrap.ts';

/** `file:line:column`, as far as they are known. */
const placeOf = ({ file, line, column }: Problem): string =>
  [visible(file), line, line === undefined ? undefined : column]
    .filter((piece) => piece !== undefined)
    .join(':');

/** What could not be read, a line each, for logs and programs: `file:line:column: message`. */
export const problemLines = (list: readonly Problem[]): string =>
  guarded(list.map((problem) => `${placeOf(problem)}: ${visible(problem.message)}`));

/** The same laid out for a terminal. */
export const problems: Render<readonly Problem[]> = (list, options) => {
  const { paint } = options;
  return guarded(
    list.flatMap((problem) => {
      const place = `${placeOf(problem)}:`;
      const words = wrap(problem.message, columnsOf(options) - 2).flatMap((line) =>
        line.split(' '),
      );
      const [first = '', ...rest] = fill([place, ...words], columnsOf(options) - 2);
      const body = rest.map((line) => `  ${line}`);
      return [`${paint.bold(place)}${first.slice(place.length)}`, ...body];
    }),
  );
};
