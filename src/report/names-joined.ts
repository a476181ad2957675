import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';
import { sliceOf, wordsIn } from './words.ts';

/** Shorter ones stand inside too many other words. */
const SHORTEST = 4;
const LONGEST = 24;
/** Inside a tag without capitals, where nothing tells where a word begins. */
const SHORTEST_INSIDE = 5;
/** A longer run of letters is no tag. */
const LONGEST_RUN = 80;

/** What is written in one piece: a tag, a handle, an address. */
const TAGS = pattern(/[#＃@＠][\p{L}\p{M}\p{N}_]+/gu);
const ADDRESSES = pattern(/[^\s"<>()]+/gu);
const IS_ADDRESS = pattern(/[@＠/]|www\./u);

/** In small letters. */
type Words = ReadonlySet<string>;

/** Whether a run is known words and nothing else: `jessicathompson`. */
const isMadeOf = (run: string, words: Words): boolean => {
  const reached = new Set([0]);
  for (let start = 0; start < run.length; start += 1) {
    if (!reached.has(start)) continue;
    const most = Math.min(run.length, start + LONGEST);
    for (let end = start + SHORTEST; end <= most; end += 1) {
      if (words.has(run.slice(start, end))) reached.add(end);
    }
  }
  return reached.has(run.length);
};

const holdsOne = (run: string, words: Words): boolean => {
  for (let start = 0; start <= run.length - SHORTEST_INSIDE; start += 1) {
    const most = Math.min(run.length, start + LONGEST);
    for (let end = start + SHORTEST_INSIDE; end <= most; end += 1) {
      if (words.has(run.slice(start, end))) return true;
    }
  }
  return false;
};

const isTagLike = ({ start, end }: Span): boolean =>
  end - start >= SHORTEST && end - start <= LONGEST_RUN;

const PIECES = pattern(/\p{Lu}[\p{Ll}\p{M}]+/gu);

/** Of a run with capitals inside, `WellDoneJessica`, the pieces that are names; all of it otherwise. */
const inRun = (text: string, run: Span, words: Words): readonly Span[] => {
  const pieces = [...PIECES.matchAll(sliceOf(text, run))]
    .filter(({ 0: piece }) => piece.length >= SHORTEST && words.has(piece.toLowerCase()))
    .map(({ 0: piece, index }) => ({
      start: run.start + index,
      end: run.start + index + piece.length,
    }));
  return pieces.length > 0 ? pieces : [run];
};

/** Runs of letters in tags and addresses. */
const runsInOnePiece = (text: string): readonly Span[] => {
  const stretches = [
    ...TAGS.matchAll(text),
    ...[...ADDRESSES.matchAll(text)].filter(({ 0: found }) => IS_ADDRESS.test(found)),
  ];
  return stretches.flatMap(({ 0: found, index }) =>
    wordsIn(text, { start: index, end: index + found.length }),
  );
};

/**
 * Names that run together with other words or stand in a tag or an address, whatever their capitals.
 * Words of their own are left alone: `will` is a word.
 */
export const namesJoined = (text: string, words: Words): readonly Span[] => {
  if (words.size === 0) return [];
  const lower = (run: Span): string => sliceOf(text, run).toLowerCase();
  const all = wordsIn(text, { start: 0, end: text.length }).filter(isTagLike);
  const joined = all.filter((run) => !words.has(lower(run)) && isMadeOf(lower(run), words));
  const tagged = runsInOnePiece(text)
    .filter(isTagLike)
    .filter((run) => {
      const word = lower(run);
      return words.has(word) || holdsOne(word, words);
    });
  const cased = all.flatMap((run) =>
    inRun(text, run, words).filter(({ start, end }) => start > run.start || end < run.end),
  );
  return [...joined, ...tagged.flatMap((run) => inRun(text, run, words)), ...cased];
};
