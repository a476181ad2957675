import path from 'node:path';
import type { ArchiveFiles } from '../../input/archives/files.ts';
import { ArchiveDamage } from '../../input/archives/files.ts';
import type { Problem } from '../../core/problem.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { gunzipped } from './gunzip.ts';

/** Where a tar says that it is one. */
const MAGIC = 257;
const HEADER = 512;

/** Whether what a file holds is a tar, by its first header. */
const holdsTar = async (file: string, isPacked: boolean): Promise<boolean> => {
  let head = Buffer.alloc(0);
  try {
    for await (const chunk of gunzipped(file, isPacked)) {
      head = Buffer.concat([head, chunk.subarray(0, HEADER)]);
      if (head.length >= HEADER) break;
    }
  } catch (error) {
    if (!(error instanceof ArchiveDamage)) throw error;
  }
  return head.toString('latin1', MAGIC, MAGIC + 5) === 'ustar';
};

/** One file that was packed alone, as people keep what twarc writes. */
const openPacked = (file: string, named: string): ArchiveFiles => ({
  name: named,
  paths: [path.basename(file).replace(/[.]gz$/iu, '')],
  sizeOf: () => 0,
  open: () => gunzipped(file, true),
  decode: decodeUtf8,
  problems: [],
  close: () => undefined,
});

/** Opens a tar, packed or not, or a single file that is packed. Nothing is unpacked to disk. */
export const openGzip = async (
  file: string,
  named: string,
  isPacked: boolean,
): Promise<ArchiveFiles | { readonly problem: Problem } | undefined> => {
  if (await holdsTar(file, isPacked)) {
    const { openTar } = await import('./tar.ts');
    return openTar(file, named, isPacked);
  }
  return isPacked ? openPacked(file, named) : undefined;
};
