import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { ArchiveFiles } from '../../input/archives/files.ts';
import type { Problem } from '../../core/problem.ts';
import { whyUnopened } from '../read-text.ts';
import { openFolder } from './folder.ts';
import { openOneFile } from './one-file.ts';

/** A file, or an end of central directory alone: a zip without any file. */
const ZIP = /^PK(?:\x03\x04|\x05\x06)/u;

const GZIP = /^\x1f\x8b/u;
const TAR = /[.]tar$/iu;

const beginning = (file: string): string => {
  const descriptor = openSync(file, 'r');
  try {
    const head = Buffer.alloc(4);
    return head.toString('latin1', 0, readSync(descriptor, head));
  } finally {
    closeSync(descriptor);
  }
};

/**
 * Opens an archive wherever it is kept: a zip, a tar, a folder that somebody unpacked, or one
 * file of it.
 * `named` is what the person called it, and what reports repeat. Nothing is unpacked to disk.
 */
export const openArchive = async (
  file: string,
  named = file,
): Promise<ArchiveFiles | { readonly problem: Problem }> => {
  try {
    if (statSync(file).isDirectory()) return openFolder(file, named);
    const head = beginning(file);
    const isZip = ZIP.test(head) || /\.zip$/iu.test(file);
    // Nobody else has to wait for the libraries.
    if (isZip) return await (await import('./zip.ts')).openZip(file, named);
    const isGzip = GZIP.test(head);
    const opened =
      isGzip || TAR.test(file)
        ? await (await import('./gzip.ts')).openGzip(file, named, isGzip)
        : undefined;
    return opened ?? openOneFile(file, named);
  } catch (error) {
    return { problem: { file: named, message: whyUnopened(error) } };
  }
};
