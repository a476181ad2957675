import { readFileSync } from 'node:fs';
import type { Problem } from '../core/problem.ts';
import type { Decoded } from '../input/decode.ts';
import { decode } from '../input/decode.ts';

/** A file's text, or why there is none. */
export type TextRead = Decoded | { readonly problem: Problem };

/** What the system says, in words that say what to do. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file: check the name and the folder',
  EISDIR: 'this is a folder: name the files in it',
  ENOTDIR: 'part of this path is a file, not a folder: check the path',
  EACCES: 'this file may not be opened: ask for permission, or use a folder of your own',
  EPERM: 'this file may not be opened: ask for permission, or use a folder of your own',
  EROFS: 'this disk cannot be written to: choose another folder',
  ENOSPC: 'the disk is full: make room and try again',
  ELOOP: 'this link leads back to itself: name the file itself',
  ENAMETOOLONG: 'this name is too long: check the path',
  EMFILE: 'too many files are open: close some programs and try again',
  ERR_INVALID_ARG_VALUE: 'this name holds a character that no file name can hold',
};

/** Why a file could not be opened; anything but the system’s refusal is a bug and thrown on. */
export const whyUnopened = (error: unknown, reasons: typeof REASONS = {}): string => {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return reasons[code] ?? REASONS[code] ?? `this file could not be opened (${code})`;
};

/** Reads and decodes one file. `named` is what the person called it, and what a problem repeats. */
export const readText = (path: string, named: string): TextRead => {
  try {
    return decode(readFileSync(path), named);
  } catch (error) {
    return { problem: { file: named, message: whyUnopened(error) } };
  }
};
