import type { Problem } from '../core/problem.ts';
import { isGarbled } from './binary.ts';
import type { Decoded } from './decode.ts';
import { findUtf16, notUtf8 } from './decode.ts';
import { readUtf8 } from './utf8.ts';
import { isPlausibleWindows1252, readWindows1252 } from './windows-1252.ts';

/** A text in which few bytes mean nothing; those stand in it as `findDamage` finds them. */
export interface Damaged extends Decoded {
  /** Why nobody reads the file as a whole. */
  readonly damage: Problem;
}

/** More than this is no slip of a program that pasted two files together. */
const FEW = 3;
export const areFewNuls = (nuls: number, length: number): boolean =>
  nuls <= Math.max(FEW, length / 1000);
export const areFewBad = (bad: number, length: number): boolean => bad * 10 <= length;

/** What a bad byte stands as: half a surrogate pair, which no text in UTF-8 holds. */
const ESCAPE = 0xdc00;
export const escapeOf = (byte: number): number => ESCAPE + byte;

const DAMAGE = /[\0\uDC80-\uDCFF]/u;

const NUL =
  'here stands a NUL, which is no character of any text: delete it, or export the file again';

/** The first thing in a part of a damaged text that is no character; UTF-16 offset. */
export const findDamage = (
  text: string,
): { readonly offset: number; readonly message: string } | undefined => {
  const offset = text.search(DAMAGE);
  if (offset < 0) return undefined;
  const unit = text.charCodeAt(offset);
  return { offset, message: unit === 0 ? NUL : notUtf8(unit - ESCAPE) };
};

/** What can be read of bytes that could not be read as a whole; undefined: nothing. */
export const decodeDamaged = (
  bytes: Uint8Array,
  damage: Problem,
  asked: Decoded['encoding'] | undefined,
): Damaged | undefined => {
  const nuls = bytes.reduce((sum, byte) => (byte === 0 ? sum + 1 : sum), 0);
  if (!areFewNuls(nuls, bytes.length) || (asked ?? findUtf16(bytes))?.startsWith('utf-16'))
    return undefined;
  const { text, badBytes, isMultiByte } = readUtf8(bytes, escapeOf);
  const isWindows =
    asked === 'windows-1252' ||
    (asked === undefined && badBytes > 0 && !isMultiByte && isPlausibleWindows1252(bytes));
  const read = isWindows ? readWindows1252(bytes) : text;
  if (!isWindows && !areFewBad(badBytes, bytes.length)) return undefined;
  if (isGarbled(read.replaceAll('\0', ''))) return undefined;
  return { text: read, encoding: isWindows ? 'windows-1252' : 'utf-8', damage };
};
