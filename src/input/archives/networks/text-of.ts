import type { Problem } from '../../../core/problem.ts';
import type { ArchiveFiles } from '../files.ts';
import { piecesOf } from '../pieces.ts';

/**
 * The text of a file in an archive, a piece at a time. Bytes that mean nothing stand in it as
 * `findDamage` finds them. Where its container is damaged, the problem comes after what could be read.
 */
export async function* textOf(
  files: ArchiveFiles,
  path: string,
  file: string,
): AsyncGenerator<string | Problem> {
  for await (const piece of piecesOf(files, path)) {
    yield 'damage' in piece ? { file, message: piece.damage } : piece.text;
  }
}

/** The beginning of a file’s text. */
export const headOf = async (
  files: ArchiveFiles,
  path: string,
  letters: number,
): Promise<string> => {
  let head = '';
  for await (const piece of piecesOf(files, path)) {
    if ('damage' in piece) break;
    head += piece.text.slice(0, letters - head.length);
    if (head.length >= letters) break;
  }
  return head;
};
