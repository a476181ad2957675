import list from '../data/surnames.txt?raw';
import { wordSet } from '../word-set.ts';
import type { Segment } from './segments.ts';

/** Whether the list of common surnames holds it. */
export const isListedSurname = wordSet(list);

/** Whether a piece right behind a given name in a handle, link or file name belongs to the name. */
export const isSurnamePiece = (piece: Segment | undefined): boolean =>
  piece !== undefined &&
  piece.key.length > 1 &&
  !/^\d/u.test(piece.key) &&
  (piece.level === 0 || isListedSurname(piece.key));
