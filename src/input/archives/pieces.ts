import { utf8Of } from '../../core/utf8.ts';
import { escapeOf } from '../damage.ts';
import { findUtf16, withoutBom } from '../decode.ts';
import { createDecoder } from '../stream-decoder.ts';
import { readUtf8 } from '../utf8.ts';
import type { ArchiveFiles } from './files.ts';
import { ArchiveDamage } from './files.ts';

/** A stretch of a file in UTF-8, cut anywhere, or why there is no more of it. */
export type Piece = Uint8Array | { readonly damage: string };

const BOM = [0xef, 0xbb, 0xbf];

const withoutBomBytes = (bytes: Uint8Array): Uint8Array =>
  BOM.every((byte, index) => bytes[index] === byte) ? bytes.subarray(BOM.length) : bytes;

/** Bytes of whatever encoding as UTF-8: some shells write what a program prints as UTF-16. */
const createTranscoder = (first: Uint8Array): ((bytes: Uint8Array) => Uint8Array) => {
  const wide = findUtf16(first, first.length & ~1);
  if (wide === undefined) return (bytes) => bytes;
  const decoder = createDecoder(wide);
  return (bytes) => utf8Of(withoutBom(decoder.add(bytes)));
};

/** The bytes of a file of an archive in UTF-8, without its byte order mark. */
export async function* piecesOf(files: ArchiveFiles, path: string): AsyncGenerator<Piece> {
  let transcode: ReturnType<typeof createTranscoder> | undefined;
  try {
    for await (const chunk of files.open(path)) {
      const isFirst = transcode === undefined;
      transcode ??= createTranscoder(chunk);
      const bytes = transcode(chunk);
      yield isFirst ? withoutBomBytes(bytes) : bytes;
    }
  } catch (error) {
    if (!(error instanceof ArchiveDamage)) throw error;
    yield { damage: error.message };
  }
}

export interface Decoded {
  readonly text: string;
  /** Bytes that mean nothing stand in it as `findDamage` finds them. */
  readonly isDamaged: boolean;
}

/** The text of bytes that cut no character in two. */
export const decodePiece = (bytes: Uint8Array, decode: ArchiveFiles['decode']): Decoded => {
  const text = decode?.(bytes);
  if (text !== undefined) return { text, isDamaged: false };
  const { text: mended, badBytes } = readUtf8(bytes, escapeOf);
  return { text: mended, isDamaged: badBytes > 0 };
};
