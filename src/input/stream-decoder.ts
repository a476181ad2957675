import { escapeOf } from './damage.ts';
import type { Encoding } from './decode.ts';
import { readUtf16, withoutBom } from './decode.ts';
import type { Source } from './source.ts';
import { joined, readUtf8, uncutLength } from './utf8.ts';
import { readWindows1252 } from './windows-1252.ts';

/** Turns bytes into text a piece at a time; characters may be cut between pieces. */
export interface StreamDecoder {
  /** Stops for good at the first byte that the encoding does not have, unless it mends such bytes. */
  add(bytes: Uint8Array): string;
  /** The first byte that the encoding does not have; also one of a character that the end cuts in two. */
  badByte(): number | undefined;
}

const createMendedUtf8 = (): StreamDecoder => {
  let rest: Uint8Array = new Uint8Array();
  return {
    add(bytes) {
      const all = joined(rest, bytes);
      const length = uncutLength(all);
      rest = all.slice(length);
      return readUtf8(all.subarray(0, length), escapeOf).text;
    },
    badByte: () => rest[0],
  };
};

const createUtf8 = (): StreamDecoder => {
  let rest: Uint8Array = new Uint8Array();
  let bad: number | undefined;
  return {
    add(bytes) {
      if (bad !== undefined) return '';
      const all = joined(rest, bytes);
      const length = uncutLength(all);
      rest = all.slice(length);
      const { text, badByte } = readUtf8(all.subarray(0, length));
      if (badByte !== undefined) bad = all[badByte];
      return text;
    },
    badByte: () => bad ?? rest[0],
  };
};

const createUtf16 = (isLittle: boolean): StreamDecoder => {
  let rest: Uint8Array = new Uint8Array();
  return {
    add(bytes) {
      const all = joined(rest, bytes);
      rest = all.slice(all.length - (all.length % 2));
      return readUtf16(all, isLittle);
    },
    badByte: () => rest[0],
  };
};

const createWindows1252 = (): StreamDecoder => ({
  add: readWindows1252,
  badByte: () => undefined,
});

const DECODERS: Readonly<Record<Encoding, () => StreamDecoder>> = {
  'utf-8': createUtf8,
  'windows-1252': createWindows1252,
  'utf-16le': () => createUtf16(true),
  'utf-16be': () => createUtf16(false),
};

/** `mends`: bytes that are not UTF-8 become what `findDamage` finds. */
export const createDecoder = (encoding: Encoding, mends = false): StreamDecoder =>
  mends && encoding === 'utf-8' ? createMendedUtf8() : DECODERS[encoding]();

/** Longer strings live on until all memory is swept. */
const PIECE = 32 * 1024;

/** The text of a source without its byte order mark, as far as the decoder goes. */
export function* decodedPieces(source: Source, decoder: StreamDecoder): Generator<string> {
  let isFirst = true;
  for (const chunk of source.chunks()) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      const text = decoder.add(chunk.subarray(at, at + PIECE));
      if (text === '') continue;
      yield isFirst ? withoutBom(text) : text;
      isFirst = false;
    }
  }
}
