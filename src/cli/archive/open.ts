import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { ArchiveFiles } from '../../input/archives/files.ts';
import type { Problem } from '../../core/problem.ts';
import { whyUnopened } from '../read-text.ts';
import { openFolder } from './folder.ts';
import { openOneFile } from './one-file.ts';

/** A file, or an end of central directory alone: a zip without any file. */
const ZIP = /^PK(?:\x03\x04|\x05\x06)/u;

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
 * Opens an archive wherever it is kept: a zip, a folder that somebody unpacked, or one file of it.
 * `named` is what the person called it, and what reports repeat. Nothing is unpacked to disk.
 */
export const openArchive = async (
  file: string,
  named = file,
): Promise<ArchiveFiles | { readonly problem: Problem }> => {
  try {
    if (statSync(file).isDirectory()) return openFolder(file, named);
    const isZip = ZIP.test(beginning(file)) || /\.zip$/iu.test(file);
    // Nobody else has to wait for the libraries.
    if (isZip) return await (await import('./zip.ts')).openZip(file, named);
    return openOneFile(file, named);
  } catch (error) {
    return { problem: { file: named, message: whyUnopened(error) } };
  }
};
