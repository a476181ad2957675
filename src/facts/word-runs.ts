import type { Detector, Document } from '../document/document.ts';
import type { Span } from '../core/span.ts';
import type { Part } from '../document/document.ts';
import { readSections } from './sections.ts';
import type { Mark } from './word-marks.ts';
import { wordMarks } from './word-marks.ts';
import type { Word } from './words.ts';
import { words } from './words.ts';

/** Words of a list that stand in a row; the span counts the part’s folded text. */
export interface WordRun {
  readonly part: Part;
  readonly span: Span;
  readonly heading: string;
}

const NONE: readonly WordRun[] = [];

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

/** The runs that begin with a word, by their second; under `ALONE` what is no longer than it. */
type Begun = ReadonlyMap<string, readonly Run[]>;

const ALONE = '';

const read = (list: string): ReadonlyMap<string, Begun> => {
  const byFirst = new Map<string, Map<string, Run[]>>();
  for (const [heading, lines] of readSections(list)) {
    for (const [first = '', ...rest] of lines.flatMap(spelt)) {
      const begun = byFirst.get(first) ?? new Map<string, Run[]>();
      byFirst.set(first, begun);
      const second = rest[0] ?? ALONE;
      const known = begun.get(second);
      if (known) known.push({ rest, heading });
      else begun.set(second, [{ rest, heading }]);
    }
  }
  for (const begun of byFirst.values()) {
    for (const runs of begun.values()) runs.sort((a, b) => b.rest.length - a.rest.length);
  }
  return byFirst;
};

const findRun = (begun: Begun, all: readonly Word[], at: number): Run | undefined => {
  const second = all[at + 1]?.key;
  const longer = second === undefined ? undefined : begun.get(second);
  const fits = ({ rest }: Run): boolean =>
    rest.every((key, step) => all[at + 1 + step]?.key === key);
  return longer?.find(fits) ?? begun.get(ALONE)?.[0];
};

const findRuns = (document: Document, marks: readonly Mark<Begun>[]): readonly WordRun[] => {
  if (marks.length === 0) return NONE;
  const { body } = document;
  const all = document.facts(words);
  const found: WordRun[] = [];
  let next = 0;
  for (const { at, value: begun } of marks) {
    const word = all[at]!;
    if (word.part !== body) break;
    if (at < next) continue;
    const run = findRun(begun, all, at);
    if (!run) continue;
    const last = all[at + run.rest.length]!;
    if (last.part !== body) break;
    const span = { start: word.span.start, end: last.span.end };
    found.push({ part: body, span, heading: run.heading });
    next = at + run.rest.length + 1;
  }
  return found;
};

/**
 * A detector for lines that are plain words in a row, `a/b` either, under `[heading]`s: a look-up for
 * each word of the text, which is what every post of a large archive can bear. Of runs that begin
 * together the longest counts, and none overlap.
 */
export const wordRunDetector = (list: string): Detector<WordRun> => {
  let byFirst: ReadonlyMap<string, Begun> | undefined;
  const marksOf = wordMarks((key) => (byFirst ??= read(list)).get(key));
  return (document) => findRuns(document, marksOf(document));
};
