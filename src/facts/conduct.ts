import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import type { Conduct, Head } from './conduct/heads.ts';
import { CONDUCTS, headOf } from './conduct/heads.ts';
import { isAsked } from './people/reading.ts';
import { mayDo } from './people/settling.ts';
import type { Tagging } from './people/tagging.ts';
import { taggings } from './people/tagging.ts';
import type { Encoding } from './reader/encodings.ts';
import { encodingsOf } from './reader/encodings.ts';
import { sentences } from './sentences.ts';

export type { Conduct } from './conduct/heads.ts';

/** What a post does as a whole, and the sentence that says so most. */
export interface ReadConduct {
  readonly conduct: Conduct;
  readonly part: Part;
  /** Counts the part’s folded text. */
  readonly span: Span;
  readonly form: 'read';
}

/** What becomes of the states of a stretch: the first, and the mean, the most and the least of all. */
interface Pooled {
  readonly figures: Float32Array;
  /** Which piece has the most, and which the least, of each figure. */
  readonly most: Uint16Array;
  readonly least: Uint16Array;
}

const pool = (states: readonly Float32Array[]): Pooled => {
  const size = states[0]!.length;
  const figures = new Float32Array(4 * size);
  const most = new Uint16Array(size);
  const least = new Uint16Array(size);
  figures.set(states[0]!);
  for (let at = 0; at < size; at += 1) {
    let sum = 0;
    for (let piece = 0; piece < states.length; piece += 1) {
      const value = states[piece]![at]!;
      sum += value;
      if (value > states[most[at]!]![at]!) most[at] = piece;
      if (value < states[least[at]!]![at]!) least[at] = piece;
    }
    figures[size + at] = sum / states.length;
    figures[2 * size + at] = states[most[at]!]![at]!;
    figures[3 * size + at] = states[least[at]!]![at]!;
  }
  return { figures, most, least };
};

/** By how much a stretch is over the bar of a head. */
const marginOf = ({ figures }: Pooled, { bias, bar, weights }: Head): number => {
  let sum = bias;
  for (let at = 0; at < figures.length; at += 1) sum += weights[at]! * figures[at]!;
  return sum - bar;
};

/** By how much a stretch is over the bar of each conduct, as the scout learns it. */
export const conductMargins = ({ states }: Encoding): readonly number[] => {
  const pooled = pool(states);
  return CONDUCTS.map((conduct) => marginOf(pooled, headOf(conduct)));
};

/** What each word adds to what a head makes of the stretch. */
const sharesOf = (
  { stretch, states }: Encoding,
  { figures, most, least }: Pooled,
  { weights }: Head,
): readonly number[] => {
  const size = most.length;
  const shares = new Float32Array(states.length);
  for (let at = 0; at < size; at += 1) {
    const mean = weights[size + at]! / states.length;
    for (let piece = 0; piece < states.length; piece += 1) {
      shares[piece]! += mean * states[piece]![at]!;
    }
    shares[most[at]!]! += weights[2 * size + at]! * figures[2 * size + at]!;
    shares[least[at]!]! += weights[3 * size + at]! * figures[3 * size + at]!;
  }
  const { places } = stretch;
  return places.map((place, word) =>
    shares
      .subarray(place, places[word + 1] ?? states.length - 1)
      .reduce((total, share) => total + share, 0),
  );
};

/** The sentence whose words speak most for it. */
const placeOf = (
  document: Document,
  { part, words }: Tagging,
  from: number,
  shares: readonly number[],
): Span => {
  const own = document.facts(sentences).filter((sentence) => sentence.part === part);
  const sums = own.map(({ span }) =>
    shares.reduce((total, share, word) => {
      const { start } = words[from + word]!.span;
      return start >= span.start && start < span.end ? total + share : total;
    }, 0),
  );
  const best = own[sums.indexOf(Math.max(...sums))];
  return best?.span ?? { start: 0, end: part.text.length };
};

/** Posts of fewer words say too little to be read so. */
const FEWEST_WORDS = 4;

/** Whether a post is worth asking the encoder for what it does, as far as the scout can tell. */
export const mayConduct = (document: Document): boolean => {
  const tagging = document.facts(taggings)[0];
  if (!tagging || tagging.words.length < FEWEST_WORDS) return false;
  const { scout } = document.tools;
  return !scout || mayDo(tagging, scout);
};

/** What the text of a post does, read as a whole: where the encoder reads it. */
const conducts: Detector<ReadConduct> = (document) => {
  const { encoder, readsConduct } = document.tools;
  if (!encoder) return [];
  const tagging = document.facts(taggings)[0];
  if (!tagging || tagging.words.length < FEWEST_WORDS) return [];
  const isWanted = readsConduct === true && mayConduct(document);
  if (!isWanted && !isAsked(document, tagging)) return [];
  const [encoding] = encodingsOf(document, tagging, encoder);
  if (!encoding) return [];
  const pooled = pool(encoding.states);
  return CONDUCTS.flatMap((conduct): readonly ReadConduct[] => {
    const head = headOf(conduct);
    if (marginOf(pooled, head) < 0) return [];
    const shares = sharesOf(encoding, pooled, head);
    const span = placeOf(document, tagging, encoding.stretch.from, shares);
    return [{ conduct, part: tagging.part, span, form: 'read' }];
  });
};

/** Why a check believes a post that none of its phrases caught. */
export const READ_EVIDENCE =
  'read as a whole the post sounds so, and this sentence most of all: please look for yourself';

/** What the wording tells, or else what the post does as a whole. */
export const orRead = <Found extends { readonly part: Part }>(
  document: Document,
  found: readonly Found[],
  ...meant: readonly Conduct[]
): readonly (Found | ReadConduct)[] => {
  if (found.some(({ part }) => part === document.body)) return found;
  const whole = document.facts(conducts).find(({ conduct }) => meant.includes(conduct));
  return whole ? [...found, whole] : found;
};
