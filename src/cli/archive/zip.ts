import { closeSync, fstatSync, openSync } from 'node:fs';
import type { ArchiveFiles } from '../../input/archives/files.ts';
import { ArchiveDamage } from '../../input/archives/files.ts';
import type { Problem } from '../../core/problem.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { problemsOf } from './refusals.ts';
import { unpack } from './unpack.ts';
import { readContents } from './zip-contents.ts';
import { sortOut } from './zip-refusals.ts';
import { salvageContents } from './zip-salvage.ts';

const EMPTY = 'this zip holds no files: download it again';
const NO_ZIP =
  'this is no whole zip: its list of contents is missing, and so are the files at its beginning: download it again';

/** Opens a zip of any size. Its files are read where they lie; nothing is unpacked to disk. */
export const openZip = async (
  file: string,
  named: string,
): Promise<ArchiveFiles | { readonly problem: Problem }> => {
  const descriptor = openSync(file, 'r');
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
  };
  const refuse = (message: string): { readonly problem: Problem } => {
    close();
    return { problem: { file: named, message } };
  };
  const { size } = fstatSync(descriptor);
  const listed = await readContents(descriptor, size);
  const { entries, problem } = listed ?? (await salvageContents(descriptor, size));
  const { files, refused } = sortOut(entries, size);
  const problems = [
    ...(problem === undefined ? [] : [{ file: named, message: problem }]),
    ...problemsOf(named, refused),
  ];
  if (files.size === 0) {
    return refuse(listed || entries.length > 0 ? (problems[0]?.message ?? EMPTY) : NO_ZIP);
  }
  return {
    name: named,
    paths: [...files.keys()].sort(),
    sizeOf: (path) => files.get(path)?.size ?? 0,
    open(path) {
      const entry = files.get(path);
      if (!entry || !isOpen) throw new ArchiveDamage('this file is not in the archive');
      return unpack(file, descriptor, entry);
    },
    decode: decodeUtf8,
    problems,
    close,
  };
};
