import type { Span } from '../../core/span.ts';
import type { Part } from '../../document/document.ts';
import type { ReaderWord } from '../reader/words.ts';
import { CAPITAL, NUMBER, SIGN } from '../reader/words.ts';
import { TAGS } from '../tagger/tagger.ts';
import type { Reading } from './reading.ts';
import { WORD } from './tagging.ts';

/** Words next to each other that together may name somebody. */
export interface NameStretch {
  readonly part: Part;
  readonly reading: Reading;
  /** Indexes of `reading.words`: `from` inclusive, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly span: Span;
  /** For each of TAGS how probable it is. */
  readonly chances: Float32Array;
}

/** From here on a word is rather somebody than nobody, though not for sure. */
const SOMEBODY = 0.3;

const JOINS = /^['’.-]$/u;

const isSomebody = (chances: Float32Array | undefined): boolean =>
  chances !== undefined && 1 - chances[WORD]! >= SOMEBODY;

const isSign = ({ known }: ReaderWord): boolean => known.shape === SIGN;

/** Whether the word at `at` goes on with the name before it, by what stands between and their looks. */
const looksJoined = ({ words, chances }: Reading, from: number, at: number): boolean => {
  const word = words[at]!;
  const last = words[at - 1]!;
  if (word.setting !== words[from]!.setting || word.gap === 2) return false;
  if (isSign(word)) {
    const next = words[at + 1];
    const isInside = word.gap === 0 && next !== undefined && next.gap === 0 && !isSign(next);
    const isOwner = word.known.key !== '-' && /^s$/u.test(next?.known.key ?? '');
    return JOINS.test(word.known.key) && isInside && !isOwner && isSomebody(chances[at + 1]);
  }
  if (isSign(last)) return last.gap === 0 && word.gap === 0;
  return word.gap < 2 && word.known.shape === words[from]!.known.shape;
};

const ownsSomething = ({ words }: Reading, at: number): boolean =>
  /^['’]$/u.test(words[at]?.known.key ?? '') && /^s$/u.test(words[at + 1]?.known.key ?? '');

const endOf = (reading: Reading, from: number): number => {
  const { words, chances, begins } = reading;
  let to = from + 1;
  while (to < words.length && to - from < 9) {
    if (ownsSomething(reading, to)) break;
    const isInside = begins
      ? !begins[to] && isSomebody(chances[to]) && words[to]!.gap < 2
      : looksJoined(reading, from, to) && (isSign(words[to]!) || isSomebody(chances[to]));
    if (!isInside) break;
    to += 1;
  }
  while (to > from + 1 && isSign(words[to - 1]!)) to -= 1;
  return to;
};

/** What most speaks for: a name is no surer than its surest word, and nobody's only if all words are. */
const together = ({ chances }: Reading, from: number, to: number): Float32Array => {
  const all = chances.slice(from, to).flatMap((one) => (one ? [one] : []));
  const mean = Float32Array.from(
    TAGS,
    (_, tag) => all.reduce((sum, one) => sum + one[tag]!, 0) / all.length,
  );
  const first = all[0]!;
  const surest = all.reduce((best, one) => (one[WORD]! < best[WORD]! ? one : best), first);
  const nobody = surest[WORD]!;
  const kinds = 1 - mean[WORD]!;
  return mean.map((one, tag) => (tag === WORD ? nobody : (one / kinds) * (1 - nobody)));
};

/** Every stretch of a reading that may name somebody, in reading order. */
export const nameStretches = (reading: Reading): readonly NameStretch[] => {
  const { words, chances, part } = reading;
  const found: NameStretch[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const { shape } = words[from]!.known;
    if (!isSomebody(chances[from]) || shape === SIGN || shape === NUMBER) continue;
    const to = endOf(reading, from);
    const span = { start: words[from]!.span.start, end: words[to - 1]!.span.end };
    found.push({ part, reading, from, to, span, chances: together(reading, from, to) });
    from = to - 1;
  }
  return found;
};

/** `Zara K`, `Tom`: one name, with an initial behind it at most. */
export const isSingle = ({ reading: { words }, from, to }: NameStretch): boolean =>
  words
    .slice(from + 1, to)
    .every(
      ({ known: { key, shape }, gap }) =>
        shape === SIGN || gap === 0 || (shape === CAPITAL && key.length === 1),
    );
