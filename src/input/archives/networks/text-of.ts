import type { Problem } from '../../../core/problem.ts';
import { joined, uncutLength } from '../../utf8.ts';
import type { ArchiveFiles } from '../files.ts';
import type { Decoded } from '../pieces.ts';
import { decodePiece, piecesOf } from '../pieces.ts';

/** Bytes that become one string: longer ones live on until all memory is swept. */
const STRETCH = 256 * 1024;

/**
 * The text of a file in an archive, a piece at a time. Bytes that mean nothing stand in it as
 * `findDamage` finds them. Where its container is damaged, the problem comes after what could be read.
 */
export async function* textOf(
  files: ArchiveFiles,
  path: string,
  file: string,
): AsyncGenerator<Decoded | Problem> {
  let rest: Uint8Array = new Uint8Array();
  for await (const piece of piecesOf(files, path)) {
    if ('damage' in piece) {
      yield { file, message: piece.damage };
      return;
    }
    for (let at = 0; at < piece.length; at += STRETCH) {
      const bytes = joined(rest, piece.subarray(at, at + STRETCH));
      const length = uncutLength(bytes);
      rest = bytes.slice(length);
      if (length > 0) yield decodePiece(bytes.subarray(0, length), files.decode);
    }
  }
  // Half a character at the end.
  if (rest.length > 0) yield decodePiece(rest, files.decode);
}

/** The beginning of a file’s text. */
export const headOf = async (
  files: ArchiveFiles,
  path: string,
  letters: number,
): Promise<string> => {
  let head = '';
  for await (const piece of textOf(files, path, path)) {
    if ('message' in piece) break;
    head += piece.text.slice(0, letters - head.length);
    if (head.length >= letters) break;
  }
  return head;
};
