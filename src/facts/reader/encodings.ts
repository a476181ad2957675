import type { Document } from '../../document/document.ts';
import type { Encoded, Encoder } from '../../document/encoder.ts';
import type { Tagging } from '../people/tagging.ts';
import { featuresOf, piecesOf } from './pieces.ts';

/** No post needs more; the rest of a hostile one is left to the light tier. */
const MOST_STRETCHES = 12;
/** As many words of a part as the encoder reads at once. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly number[];
  readonly features: readonly (readonly number[])[];
  /** The place of each word's first piece. */
  readonly places: readonly number[];
}

const NO_FEATURES = [0, 0, 0, 0];

/** As many words as the encoder reads at once, one stretch after another. */
const stretchesOf = ({ words, figures }: Tagging, encoder: Encoder): readonly Stretch[] => {
  const [begin, end] = ['[CLS]', '[SEP]'].map((piece) => encoder.vocabulary.get(piece)!) as [
    number,
    number,
  ];
  const stretches: Stretch[] = [];
  let at = 0;
  while (at < words.length && stretches.length < MOST_STRETCHES) {
    const from = at;
    const pieces = [begin];
    const features: (readonly number[])[] = [NO_FEATURES];
    const places: number[] = [];
    for (; at < words.length; at += 1) {
      const own = piecesOf(words[at]!.known.key, encoder.vocabulary);
      if (pieces.length + own.length >= encoder.longest && at > from) break;
      const told = featuresOf(words[at]!, figures[at]!);
      places.push(pieces.length);
      pieces.push(...own);
      features.push(...own.map(() => told));
    }
    stretches.push({
      from,
      to: at,
      pieces: [...pieces.slice(0, encoder.longest - 1), end],
      features: [...features.slice(0, encoder.longest - 1), NO_FEATURES],
      places,
    });
  }
  return stretches;
};

/** A stretch as the encoder read it. */
export interface Encoding {
  readonly stretch: Stretch;
  readonly encoded: Encoded;
  /** What was made of each piece, [CLS] first and [SEP] last. */
  readonly states: readonly Float32Array[];
}

const kept = new WeakMap<Document, Map<Tagging, readonly Encoding[]>>();

/** The same text is queued for several channels; each costs what twenty other posts cost. */
const MOST_RECENT = 64;
const recent = new WeakMap<Encoder, Map<string, Encoding>>();

const encodeStretch = (stretch: Stretch, encoder: Encoder): Encoding => {
  let encodings = recent.get(encoder);
  if (!encodings) recent.set(encoder, (encodings = new Map()));
  const key = `${stretch.pieces.join(' ')};${stretch.features.join(' ')};${stretch.places.join(' ')}`;
  const known = encodings.get(key);
  if (known) return { ...known, stretch };
  const encoded = encoder.encode(stretch.pieces, stretch.features, stretch.places);
  const made = { stretch, encoded, states: encoded.states() };
  if (encodings.size >= MOST_RECENT) encodings.delete(encodings.keys().next().value!);
  encodings.set(key, made);
  return made;
};

const encode = (tagging: Tagging, encoder: Encoder): readonly Encoding[] =>
  stretchesOf(tagging, encoder).map((stretch) => encodeStretch(stretch, encoder));

/** A part as the encoder reads it; it reads each part of a document once. */
export const encodingsOf = (
  document: Document,
  tagging: Tagging,
  encoder: Encoder,
): readonly Encoding[] => {
  let parts = kept.get(document);
  if (!parts) kept.set(document, (parts = new Map()));
  let encodings = parts.get(tagging);
  if (!encodings) parts.set(tagging, (encodings = encode(tagging, encoder)));
  return encodings;
};
