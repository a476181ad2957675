import { createText } from './text-builder.ts';

export interface Utf8 {
  /** What could be read: all of the file, or all before `badByte` where nothing stands for it. */
  readonly text: string;
  /** Offset of the first byte that is not UTF-8. */
  readonly badByte?: number;
  /** How many bytes are not UTF-8, as far as it was read. */
  readonly badBytes: number;
  /** Whether any character before the first such byte took more than one byte. */
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

/**
 * Reads UTF-8 strictly, up to the first byte that is not, unless there is a code unit to stand for it.
 * A byte order mark is read as a character.
 */
export const readUtf8 = (bytes: Uint8Array, standIn?: (byte: number) => number): Utf8 => {
  const builder = createText();
  let isMultiByte = false;
  let badByte: number | undefined;
  let badBytes = 0;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      const start = at;
      while (at < bytes.length && bytes[at]! < 0x80) at += 1;
      builder.addUnits(bytes, start, at);
      continue;
    }
    const read = findCodePoint(bytes, at);
    if (!read) {
      badByte ??= at;
      badBytes += 1;
      if (!standIn) break;
      builder.addUnit(standIn(byte));
      at += 1;
      continue;
    }
    isMultiByte ||= badByte === undefined;
    builder.addCodePoint(read[0]);
    at += read[1];
  }
  return { text: builder.text(), isMultiByte, badBytes, ...(badByte !== undefined && { badByte }) };
};

/** Looks for bytes that are not UTF-8 where they come a piece at a time. */
export interface Utf8Check {
  add(bytes: Uint8Array): void;
  end(): Omit<Utf8, 'text'>;
}

export const createUtf8Check = (): Utf8Check => {
  let before = 0;
  let rest: Uint8Array = new Uint8Array();
  let badByte: number | undefined;
  let badBytes = 0;
  let isMultiByte = false;
  const check = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length;) {
      if (bytes[at]! < 0x80) {
        at += 1;
        continue;
      }
      const read = findCodePoint(bytes, at);
      if (!read) {
        badByte ??= before + at;
        badBytes += 1;
      } else isMultiByte ||= badByte === undefined;
      at += read?.[1] ?? 1;
    }
    before += bytes.length;
  };
  return {
    add(bytes) {
      const all = joined(rest, bytes);
      const length = uncutLength(all);
      rest = all.slice(length);
      check(all.subarray(0, length));
    },
    end() {
      if (rest.length > 0) badByte ??= before;
      badBytes += rest.length;
      return { isMultiByte, badBytes, ...(badByte !== undefined && { badByte }) };
    },
  };
};

/** Two pieces of bytes as one. */
export const joined = (first: Uint8Array, second: Uint8Array): Uint8Array => {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
};

/** How many bytes stand before a character that the end of `bytes` may have cut in two. */
export const uncutLength = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    return (lead(byte)?.[0] ?? 0) >= back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
};
