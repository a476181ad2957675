import list from '../data/surnames.txt?raw';
import { entries } from '../phrases.ts';
import type { Segment } from './segments.ts';

let surnames: ReadonlySet<string> | undefined;

/** Whether the list of common surnames holds it. */
export const isListedSurname = (key: string): boolean => {
  surnames ??= new Set(entries(list).flatMap((line) => line.split(' ')));
  return surnames.has(key);
};

/** Whether a piece right behind a given name in a handle, link or file name belongs to the name. */
export const isSurnamePiece = (piece: Segment | undefined): boolean =>
  piece !== undefined &&
  piece.key.length > 1 &&
  !/^\d/u.test(piece.key) &&
  (piece.level === 0 || isListedSurname(piece.key));
