import type { ReaderWord, Setting } from './words.ts';

/** The entries of a vocabulary of word pieces and their numbers. */
export type Vocabulary = ReadonlyMap<string, number>;

export const UNKNOWN_PIECE = '[UNK]';
const LONGEST_WORD = 60;
const SETTINGS: readonly Setting[] = ['plain', 'hashtag', 'handle'];

/** Greedy longest match first, as WordPiece does it; a word that cannot be covered is unknown. */
export const piecesOf = (key: string, vocabulary: Vocabulary): readonly number[] => {
  const unknown = [vocabulary.get(UNKNOWN_PIECE)!];
  if (key.length > LONGEST_WORD) return unknown;
  const pieces: number[] = [];
  let start = 0;
  while (start < key.length) {
    let end = key.length;
    let piece: number | undefined;
    for (; end > start; end -= 1) {
      piece = vocabulary.get((start > 0 ? '##' : '') + key.slice(start, end));
      if (piece !== undefined) break;
    }
    if (piece === undefined) return unknown;
    pieces.push(piece);
    start = end;
  }
  return pieces;
};

/** What is told to the model of a word besides its pieces, one number of each table. */
export const featuresOf = (
  { known: { shape, band, level }, setting, gap }: ReaderWord,
  figure: number,
): readonly number[] => [shape, band * 5 + level, SETTINGS.indexOf(setting) * 3 + gap, figure];
