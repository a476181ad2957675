import type { Problem } from '../core/problem.ts';
import { findBinary, isGarbled } from './binary.ts';
import { createText } from './text-builder.ts';
import { readUtf8 } from './utf8.ts';
import { isPlausibleWindows1252, readWindows1252 } from './windows-1252.ts';

export const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A file's text without its byte order mark, and how it was read. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** More would not fit into one string of some engines. */
const MAX_BYTES = 256 * 1024 * 1024;

export const TOO_LARGE = 'this file is too large: split it into smaller ones';
export const EMPTY = 'this file is empty: write its text and save it';
export const NO_TEXT = 'this file does not look like text: save it as plain text (.txt, UTF-8)';
export const HALF = 'this file ends in half a UTF-16 character: save it again as UTF-8';

export const notUtf8 = (byte: number): string =>
  `not valid UTF-8 (byte ${byte.toString(16).toUpperCase().padStart(2, '0')}): save the file as UTF-8, or add --encoding windows-1252 if an older Windows program wrote it`;

const BOM = '\uFEFF';

export const readUtf16 = (bytes: Uint8Array, isLittle: boolean): string => {
  const builder = createText();
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const [first, second] = [bytes[at]!, bytes[at + 1]!];
    builder.addUnit(isLittle ? first | (second << 8) : (first << 8) | second);
  }
  return builder.text();
};

/** UTF-16 by its byte order mark, or by the NULs that stand beside every plain letter of its first bytes. */
export const findUtf16 = (
  bytes: Uint8Array,
  length = bytes.length,
): 'utf-16le' | 'utf-16be' | undefined => {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe)
    return third === 0 && fourth === 0 ? undefined : 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 4096);
  const pairs = Math.floor(head.length / 2);
  const zeros = [0, 0];
  for (let at = 0; at < pairs * 2; at += 1) {
    if (head[at] === 0) zeros[at % 2]! += 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (pairs === 0 || length % 2 === 1) return undefined;
  if (odd * 2 > pairs && even * 20 < odd) return 'utf-16le';
  if (even * 2 > pairs && odd * 20 < even) return 'utf-16be';
  return undefined;
};

export const position = (before: string): { line: number; column: number } => {
  const lines = before.split(/\r\n|\r|\n/u);
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
};

export const isUtf16 = (encoding: Encoding): encoding is 'utf-16le' | 'utf-16be' =>
  encoding.startsWith('utf-16');

export const withoutBom = (text: string): string => (text.startsWith(BOM) ? text.slice(1) : text);

/** Text, or why the bytes hold none. `encoding` ends all guessing. */
export const decode = (
  bytes: Uint8Array,
  file: string,
  encoding?: Encoding,
): Decoded | { readonly problem: Problem } => {
  const refuse = (message: string, place = {}) => ({ problem: { file, ...place, message } });
  const accept = (read: string, as: Encoding) => {
    const text = withoutBom(read);
    if (text === '') return refuse(EMPTY);
    if (isGarbled(text)) {
      return refuse(NO_TEXT);
    }
    return { text, encoding: as };
  };

  if (bytes.length === 0) return refuse(EMPTY);
  if (bytes.length > MAX_BYTES) return refuse(TOO_LARGE);
  const binary = findBinary(bytes);
  if (binary !== undefined) return refuse(binary);

  const wide = encoding ?? findUtf16(bytes);
  if (wide !== undefined && isUtf16(wide)) {
    if (bytes.length % 2 === 0) return accept(readUtf16(bytes, wide === 'utf-16le'), wide);
    return refuse(HALF);
  }
  if (encoding === 'windows-1252') return accept(readWindows1252(bytes), encoding);

  const { text, badByte, isMultiByte } = readUtf8(bytes);
  if (badByte === undefined) return accept(text, 'utf-8');
  if (encoding === undefined && !isMultiByte && isPlausibleWindows1252(bytes)) {
    return accept(readWindows1252(bytes), 'windows-1252');
  }
  if (isGarbled(text)) return accept(text, 'utf-8');
  return refuse(notUtf8(bytes[badByte]!), position(withoutBom(text)));
};
