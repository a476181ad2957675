import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../core/problem.ts';
import type { FileWriter } from './file-writer.ts';
import { openTarget } from './file-writer.ts';
import type { Io } from './io.ts';
import { whyUnopened } from './read-text.ts';

/** Where they differ from what is said of a file to be read. */
const REASONS: Readonly<Record<string, string>> = {
  EISDIR: 'this is a folder: name a file in it',
  ENOENT: 'there is no such folder: make it first',
};

const realPath = (file: string): string => (existsSync(file) ? realpathSync(file) : file);

/** Why a report may not be written there; undefined when it may. */
export const whyNoReport = (
  named: string,
  files: readonly string[],
  { cwd }: Io,
): Problem | undefined => {
  if (named === '') return { file: '--output', message: 'name the file to write the report to' };
  const target = realPath(path.resolve(cwd, named));
  const isRead = files.some((file) => realPath(path.resolve(cwd, file)) === target);
  const message = 'the report would overwrite what is to be checked: name another file';
  return isRead ? { file: named, message } : undefined;
};

/** Why a file could not be written, in the words of a problem. */
export const whyUnwritten = (error: unknown, what = 'the report'): string =>
  `${what} was not written: ${whyUnopened(error, REASONS)}`;

interface Written {
  /** What is written, in the words of a problem. */
  readonly what?: string;
  /** Who may read it, as Unix says it. */
  readonly mode?: number;
}

/** Writes a whole file, or says why not; nobody ever finds half of it. */
export const writeReport = (
  named: string,
  text: string,
  { cwd }: Io,
  { what = 'the report', mode = 0o666 }: Written = {},
): Problem | undefined => {
  let file: FileWriter | undefined;
  try {
    file = openTarget(path.resolve(cwd, named), mode);
    file.write(text);
    file.commit();
    return undefined;
  } catch (error) {
    file?.abandon();
    return { file: named, message: whyUnwritten(error, what) };
  }
};
