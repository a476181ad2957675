import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Problem } from '../core/problem.ts';
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

/** Writes beside the target and renames, so that nobody ever finds half a report. */
export const writeReport = (
  named: string,
  text: string,
  { cwd }: Io,
  { what = 'the report', mode = 0o666 }: Written = {},
): Problem | undefined => {
  const target = path.resolve(cwd, named);
  const draft = `${target}.${process.pid}.tmp`;
  try {
    const file = openSync(draft, 'wx', mode);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, target);
    return undefined;
  } catch (error) {
    rmSync(draft, { force: true });
    return { file: named, message: whyUnwritten(error, what) };
  }
};
