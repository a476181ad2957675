import type { Problem } from '../../core/problem.ts';
import { walkJson } from '../json-walk.ts';
import type { ArchiveFiles } from './files.ts';
import { fileIn } from './networks/place.ts';
import { decodePiece, piecesOf } from './pieces.ts';

/** Files that hold one value say little; one of this size is something else. */
const MOST_BYTES = 16 * 1024 * 1024;

const TOO_LARGE = 'this file is far larger than such a file is, so it was not read';

const END = /\s*;?\s*$/u;

const bytesOf = async (files: ArchiveFiles, path: string): Promise<Uint8Array | string> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const piece of piecesOf(files, path)) {
    if (!(piece instanceof Uint8Array)) return piece.damage;
    chunks.push(piece);
    length += piece.length;
    if (length > MOST_BYTES) return TOO_LARGE;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

/** The value that a small file gives to a variable: everything behind its first `=`. */
export const readAssignment = async (
  files: ArchiveFiles,
  path: string,
): Promise<{ readonly value: unknown } | { readonly problem: Problem }> => {
  const file = fileIn(files, path);
  const bytes = await bytesOf(files, path);
  if (typeof bytes === 'string') return { problem: { file, message: bytes } };
  const { text } = decodePiece(bytes, files.decode);
  const start = /^[^=[{]*=/u.exec(text)?.[0].length ?? 0;
  const json = text.slice(start).replace(END, '');
  try {
    return { value: JSON.parse(json) as unknown };
  } catch {
    const error = walkJson(json, 0, () => undefined);
    const line = text.slice(0, start + (error?.offset ?? 0)).split('\n').length;
    return { problem: { file, line, message: error?.message ?? 'this is no JSON' } };
  }
};
