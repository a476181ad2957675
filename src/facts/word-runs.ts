import type { Detector, Document } from '../document/document.ts';
import type { Span } from '../core/span.ts';
import type { Part } from '../document/document.ts';
import { readSections } from './sections.ts';
import { words } from './words.ts';

/** Words of a list that stand in a row; the span counts the part’s folded text. */
export interface WordRun {
  readonly part: Part;
  readonly span: Span;
  readonly heading: string;
}

interface Run {
  readonly rest: readonly string[];
  readonly heading: string;
}

/** `our/my school` is `our school` and `my school`. */
const spelt = (line: string): readonly (readonly string[])[] =>
  line
    .split(/\s+/u)
    .reduce<readonly (readonly string[])[]>(
      (runs, word) => word.split('/').flatMap((choice) => runs.map((run) => [...run, choice])),
      [[]],
    );

const read = (list: string): ReadonlyMap<string, readonly Run[]> => {
  const byFirst = new Map<string, Run[]>();
  for (const [heading, lines] of readSections(list)) {
    for (const [first = '', ...rest] of lines.flatMap(spelt)) {
      const known = byFirst.get(first);
      if (known) known.push({ rest, heading });
      else byFirst.set(first, [{ rest, heading }]);
    }
  }
  for (const runs of byFirst.values()) runs.sort((a, b) => b.rest.length - a.rest.length);
  return byFirst;
};

const findRuns = (
  document: Document,
  byFirst: ReadonlyMap<string, readonly Run[]>,
): readonly WordRun[] => {
  const { body } = document;
  const all = document.facts(words);
  const found: WordRun[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const word = all[at]!;
    if (word.part !== body) break;
    const run = byFirst
      .get(word.key)
      ?.find(({ rest }) => rest.every((key, step) => all[at + 1 + step]?.key === key));
    if (!run) continue;
    const last = all[at + run.rest.length]!;
    if (last.part !== body) break;
    const span = { start: word.span.start, end: last.span.end };
    found.push({ part: body, span, heading: run.heading });
    at += run.rest.length;
  }
  return found;
};

/**
 * A detector for lines that are plain words in a row, `a/b` either, under `[heading]`s: a look-up for
 * each word of the text, which is what every post of a large archive can bear. Of runs that begin
 * together the longest counts, and none overlap.
 */
export const wordRunDetector = (list: string): Detector<WordRun> => {
  let byFirst: ReadonlyMap<string, readonly Run[]> | undefined;
  return (document) => findRuns(document, (byFirst ??= read(list)));
};
