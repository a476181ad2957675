import type { Position } from '../syntax/place.ts';
import { findBinary } from './binary.ts';
import type { Encoding } from './decode.ts';
import { areFewBad, areFewNuls } from './damage.ts';
import { EMPTY, NO_TEXT, findUtf16, isUtf16, notUtf8 } from './decode.ts';
import { createPositionCounter } from './position-counter.ts';
import { createDecoder, decodedPieces } from './stream-decoder.ts';
import type { Source } from './source.ts';
import { createUtf8Check, joined, uncutLength } from './utf8.ts';
import { createWindows1252Check } from './windows-1252.ts';

/** What the bytes of a file are, found without holding them. */
export type Survey =
  | {
      readonly encoding: Encoding;
      readonly length: number;
      /** Where the half of a character stands with which the bytes end. */
      readonly cut?: Position;
      /** What is wrong within, and where it first is. */
      readonly damage?: { readonly message: string } & Partial<Position>;
    }
  | { readonly message: string; readonly line?: number; readonly column?: number };

/** What is looked at on either end to see what a file is. */
const EDGE = 4096;

/** Controls that nobody types: all but tabs and line breaks. */
const isOddControl = (byte: number): boolean => byte < 0x20 && (byte < 0x09 || byte > 0x0d);

const isGarbledBytes = (controls: number, nuls: number, length: number): boolean =>
  !areFewNuls(nuls, length) || (controls > 3 && controls * 10 > length);

/** Where the text ends that stands before the first byte that is not UTF-8, and that byte. */
const whereBad = (source: Source): { readonly byte: number; readonly place: Position } => {
  const decoder = createDecoder('utf-8');
  const position = createPositionCounter();
  for (const piece of decodedPieces(source, decoder)) position.add(piece);
  return { byte: decoder.badByte() ?? 0, place: position.end() };
};

/** Where the text ends before the half of a character. */
const whereCut = (source: Source, encoding: Encoding): Position => {
  const position = createPositionCounter();
  for (const piece of decodedPieces(source, createDecoder(encoding))) position.add(piece);
  return position.end();
};

/** Reads all bytes once. `encoding` ends all guessing. */
export const surveyBytes = (source: Source, encoding?: Encoding): Survey => {
  let head: Uint8Array = new Uint8Array();
  let tail: Uint8Array = new Uint8Array();
  let [length, controls, nuls] = [0, 0, 0];
  const utf8 = createUtf8Check();
  const windows = createWindows1252Check();
  for (const bytes of source.chunks()) {
    if (head.length < EDGE) head = joined(head, bytes.slice(0, EDGE - head.length));
    tail = joined(tail, bytes).slice(-EDGE);
    length += bytes.length;
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at]!;
      if (!isOddControl(byte)) continue;
      if (byte === 0) nuls += 1;
      else controls += 1;
    }
    utf8.add(bytes);
    windows.add(bytes);
  }
  if (length === 0) return { message: EMPTY };
  const binary = findBinary(head, tail);
  if (binary !== undefined) return { message: binary };

  const wide = encoding ?? findUtf16(head, length);
  if (wide !== undefined && isUtf16(wide))
    return { encoding: wide, length, ...(length % 2 === 1 && { cut: whereCut(source, wide) }) };
  if (isGarbledBytes(controls, nuls, length)) return { message: NO_TEXT };
  const damaged = nuls > 0 ? { damage: { message: NO_TEXT } } : {};
  if (encoding === 'windows-1252') return { encoding, length, ...damaged };
  const { badByte, badBytes, isMultiByte } = utf8.end();
  if (badByte === undefined) return { encoding: 'utf-8', length, ...damaged };
  const isWindows = encoding === undefined && !isMultiByte && windows.end();
  if (isWindows) return { encoding: 'windows-1252', length, ...damaged };
  const { byte, place } = whereBad(source);
  const isCut = badByte > 0 && badByte === length - tail.length + uncutLength(tail);
  if (isCut) return { encoding: 'utf-8', length, cut: place, ...damaged };
  const damage = { message: notUtf8(byte), ...place };
  return areFewBad(badBytes, length) ? { encoding: 'utf-8', length, damage } : damage;
};
