import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';
import { sliceOf, wordsIn } from './words.ts';

const lower = (word: string): string => word.toLowerCase();

const CAMEL = pattern(/(?<=\p{Ll})(?=\p{Lu})/gu);

const NOBODY: ReadonlySet<string> = new Set();

/** More than a post that is no attack holds. */
const MOST_TAKEN_APART = 20;
const OTHERS = /[^\p{L}\p{M}]/gu;
const TAKEN_APART = pattern(/[^\p{L}\p{M}]/u);

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

/** What there is to ask of names. */
interface Findable {
  readonly words: Pick<ReadonlySet<string>, 'has'>;
  readonly runs: Pick<Known['runs'], 'get'>;
}

export const knownIn = (
  parts: readonly { readonly text: string; readonly spans: readonly Span[] }[],
): Known => {
  const words = new Set<string>();
  const runs = new Map<string, readonly Span[]>();
  for (const { text, spans } of parts) {
    for (const span of spans) {
      const word = sliceOf(text, span);
      words.add(word);
      // Of letters kept apart the name itself is known too.
      if (TAKEN_APART.test(word)) words.add(word.replace(OTHERS, ''));
    }
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
const isKnown = (word: string, { words }: Findable): boolean =>
  words.has(word) || (word.endsWith('s') && words.has(word.slice(0, -1)));

const find = (text: string, known: Findable, fold: (word: string) => string): readonly Span[] =>
  wordsIn(text, { start: 0, end: text.length }).flatMap((run) => {
    const inside = known.runs.get(fold(sliceOf(text, run)));
    if (inside) {
      return inside.map(({ start, end }) => ({ start: run.start + start, end: run.start + end }));
    }
    return pieces(text, run).filter((piece) => isKnown(fold(sliceOf(text, piece)), known));
  });

/** Names with signs between their letters, which are no run of letters. */
const findTakenApart = (text: string, { words }: Known): readonly Span[] =>
  [...words]
    .filter((word) => TAKEN_APART.test(word))
    .slice(0, MOST_TAKEN_APART)
    .flatMap((word) => {
      const start = text.indexOf(word);
      return start < 0 ? [] : [{ start, end: start + word.length }];
    });

/** The names in a text made from the post, by its own spelling. */
export const findAgain = (text: string, known: Known): readonly Span[] => [
  ...find(text, known, (word) => word),
  ...findTakenApart(text, known),
];

const foldedOf = (
  known: Known,
  own: ReadonlySet<string>,
  before: ReadonlySet<string>,
): Findable => ({
  words: { has: (word) => own.has(word) || before.has(word) },
  runs: new Map([...known.runs].map(([run, inside]) => [lower(run), inside])),
});

const wordsOf = ({ words }: Known): ReadonlySet<string> => new Set([...words].map(lower));

/**
 * The same in what somebody wrote about the post, whatever its capitals. It is asked about thousands of
 * texts, of names that are made small once.
 */
export const finderInWords = (known: Known): ((text: string) => readonly Span[]) => {
  const folded = foldedOf(known, wordsOf(known), NOBODY);
  return (text) => find(text, folded, lower);
};

/** A shorter name stands inside too many other words. */
const SHORTEST_INSIDE = 5;

const isLong = ({ start, end }: Span): boolean => end - start > 1;

/**
 * The names in an id or a file name, whatever their capitals; words may run together there. The word
 * joined to a name may be its surname, which the post need not hold: it is taken along. `before`: names
 * of other posts, in small letters.
 */
export const findInLabel = (
  text: string,
  known: Known,
  before: ReadonlySet<string> = NOBODY,
): readonly Span[] => {
  const own = wordsOf(known);
  const folded = foldedOf(known, own, before);
  const names = [...own].filter((word) => word.length >= SHORTEST_INSIDE);
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
