import { createText } from './text-builder.ts';

export interface Utf8 {
  /** What could be read: all of the file, or all before `badByte`. */
  readonly text: string;
  /** Offset of the first byte that is not UTF-8. */
  readonly badByte?: number;
  /** Whether any character took more than one byte. */
  readonly isMultiByte: boolean;
}

/** How many bytes follow a first byte, and the lowest code point that may be written so; null: no first byte. */
const lead = (byte: number): readonly [following: number, lowest: number, bits: number] | null => {
  if (byte >= 0xc2 && byte < 0xe0) return [1, 0x80, byte & 0x1f];
  if (byte >= 0xe0 && byte < 0xf0) return [2, 0x800, byte & 0x0f];
  if (byte >= 0xf0 && byte < 0xf5) return [3, 0x1_0000, byte & 0x07];
  return null;
};

/** The code point that starts at `at` and takes more than one byte; undefined when the bytes make none. */
const findCodePoint = (bytes: Uint8Array, at: number): readonly [number, number] | undefined => {
  const first = lead(bytes[at]!);
  if (!first) return undefined;
  const [following, lowest, bits] = first;
  let code = bits;
  for (let next = at + 1; next <= at + following; next += 1) {
    const byte = bytes[next];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const isSurrogate = code >= 0xd800 && code < 0xe000;
  return code < lowest || code > 0x10_ffff || isSurrogate ? undefined : [code, following + 1];
};

/** Reads UTF-8 strictly, up to the first byte that is not. A byte order mark is read as a character. */
export const readUtf8 = (bytes: Uint8Array, from = 0): Utf8 => {
  const builder = createText();
  let isMultiByte = false;
  for (let at = from; at < bytes.length;) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      builder.addUnit(byte);
      at += 1;
      continue;
    }
    const read = findCodePoint(bytes, at);
    if (!read) return { text: builder.text(), badByte: at, isMultiByte };
    isMultiByte = true;
    builder.addCodePoint(read[0]);
    at += read[1];
  }
  return { text: builder.text(), isMultiByte };
};
