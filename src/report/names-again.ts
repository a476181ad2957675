import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';
import { sliceOf, wordsIn } from './words.ts';

const lower = (word: string): string => word.toLowerCase();

const CAMEL = pattern(/(?<=\p{Ll})(?=\p{Lu})/gu);

/** A run of letters in pieces, as `WellDoneOliver` is written: a capital after a small letter. */
const pieces = (text: string, run: Span): readonly Span[] => {
  const starts = [...CAMEL.matchAll(text.slice(run.start, run.end))].map(
    ({ index }) => run.start + index,
  );
  const edges = [run.start, ...starts, run.end];
  return edges.slice(1).map((end, index) => ({ start: edges[index]!, end }));
};

/** Names as words, and the runs of letters that held one (`joshsmith` in a file name). */
export interface Known {
  readonly words: ReadonlySet<string>;
  readonly runs: ReadonlyMap<string, readonly Span[]>;
}

export const knownIn = (
  parts: readonly { readonly text: string; readonly spans: readonly Span[] }[],
): Known => {
  const words = new Set<string>();
  const runs = new Map<string, readonly Span[]>();
  for (const { text, spans } of parts) {
    for (const span of spans) words.add(sliceOf(text, span));
    let next = 0;
    for (const run of wordsIn(text, { start: 0, end: text.length })) {
      while (spans[next] && spans[next]!.end <= run.start) next += 1;
      const inside: Span[] = [];
      for (let i = next; spans[i] && spans[i]!.start < run.end; i += 1) inside.push(spans[i]!);
      if (inside.length === 0) continue;
      runs.set(
        sliceOf(text, run),
        inside.map(({ start, end }) => ({
          start: Math.max(start, run.start) - run.start,
          end: Math.min(end, run.end) - run.start,
        })),
      );
    }
  }
  return { words, runs };
};

/** A name with the `s` of a possessive written without its apostrophe is a name too. */
const isKnown = (word: string, { words }: Known): boolean =>
  words.has(word) || (word.endsWith('s') && words.has(word.slice(0, -1)));

const find = (text: string, known: Known, fold: (word: string) => string): readonly Span[] =>
  wordsIn(text, { start: 0, end: text.length }).flatMap((run) => {
    const inside = known.runs.get(fold(sliceOf(text, run)));
    if (inside) {
      return inside.map(({ start, end }) => ({ start: run.start + start, end: run.start + end }));
    }
    return pieces(text, run).filter((piece) => isKnown(fold(sliceOf(text, piece)), known));
  });

/** The names in a text made from the post, by its own spelling. */
export const findAgain = (text: string, known: Known): readonly Span[] =>
  find(text, known, (word) => word);

/** A shorter name stands inside too many other words. */
const SHORTEST_INSIDE = 5;

const isLong = ({ start, end }: Span): boolean => end - start > 1;

/**
 * The names in an id or a file name, whatever their capitals; words may run together there. The word
 * joined to a name may be its surname, which the post need not hold: it is taken along.
 */
export const findInLabel = (text: string, known: Known): readonly Span[] => {
  const folded: Known = {
    words: new Set([...known.words].map(lower)),
    runs: new Map([...known.runs].map(([run, inside]) => [lower(run), inside])),
  };
  const names = [...folded.words].filter((word) => word.length >= SHORTEST_INSIDE);
  const found = find(text, folded, lower);
  const runs = wordsIn(text, { start: 0, end: text.length });
  const last = runs.at(-1);
  let nameEnd = -1;
  return runs.flatMap((run) => {
    const joint = nameEnd < 0 ? '' : text.slice(nameEnd, run.start);
    nameEnd = -1;
    const already = found.filter(({ start }) => start >= run.start && start < run.end);
    if (already.length > 0) {
      if (joint === '' && already.at(-1)!.end === run.end) nameEnd = run.end;
      return already;
    }
    if (isLong(run) && (joint === '.' ? run !== last : /^[-_ ]$/u.test(joint))) return [run];
    const word = lower(sliceOf(text, run));
    return names.some((name) => word.includes(name)) ? [run] : [];
  });
};
