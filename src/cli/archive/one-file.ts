import { statSync } from 'node:fs';
import path from 'node:path';
import type { ArchiveFiles } from '../../input/archives/files.ts';
import { ArchiveDamage } from '../../input/archives/files.ts';
import { CHANGED } from '../../input/open-text.ts';
import { openFile } from '../file-source.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { whyUnopened } from '../read-text.ts';

/** The bytes of a file on disk, a piece at a time. */

export async function* fileBytes(file: string): AsyncGenerator<Uint8Array> {
  let source: ReturnType<typeof openFile>;
  try {
    source = openFile(file);
  } catch (error) {
    throw new ArchiveDamage(whyUnopened(error));
  }
  yield* source.chunks();
  if (source.hasChanged()) throw new ArchiveDamage(CHANGED);
}

/** One file of an archive that stands alone, such as `tweets.js`. */
export const openOneFile = (file: string, named: string): ArchiveFiles => {
  const { size } = statSync(file);
  return {
    name: named,
    paths: [path.basename(file)],
    sizeOf: () => size,
    open: () => fileBytes(file),
    decode: decodeUtf8,
    problems: [],
    close: () => undefined,
  };
};
