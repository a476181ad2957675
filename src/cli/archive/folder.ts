import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ArchiveFiles } from '../../input/archives/files.ts';
import type { Problem } from '../../core/problem.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { fileBytes } from './one-file.ts';
import type { Refused } from './refusals.ts';
import { problemsOf } from './refusals.ts';

/** Far beyond any archive with its pictures: somebody named a whole disk. */
const MOST_FILES = 2_000_000;
const MOST_LEVELS = 32;

const TOO_MANY = 'this folder holds far more files than an archive: name the folder of the archive';

interface Walk {
  readonly files: string[];
  readonly refused: Refused[];
}

/** Files below a folder; undefined: more than can be an archive. */
const walk = (root: string): Walk | undefined => {
  const found: Walk = { files: [], refused: [] };
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const inside = `${folder}${entry.name}`;
      if (entry.isSymbolicLink()) found.refused.push({ path: inside, why: 'link' });
      else if (entry.isFile()) found.files.push(inside);
      else if (entry.isDirectory()) {
        if (inside.split('/').length > MOST_LEVELS)
          found.refused.push({ path: inside, why: 'deep' });
        else folders.push(`${inside}/`);
      }
    }
    if (found.files.length + folders.length > MOST_FILES) return undefined;
  }
  return found;
};

/** An archive that somebody unpacked. Links in it are not followed. */
export const openFolder = (
  root: string,
  named: string,
): ArchiveFiles | { readonly problem: Problem } => {
  const found = walk(root);
  if (!found) return { problem: { file: named, message: TOO_MANY } };
  const { files, refused } = found;
  return {
    name: named,
    paths: files.sort(),
    sizeOf: (inside) => statSync(path.join(root, inside), { throwIfNoEntry: false })?.size ?? 0,
    open: (inside) => fileBytes(path.join(root, inside)),
    decode: decodeUtf8,
    problems: problemsOf(named, refused),
    close: () => undefined,
  };
};
