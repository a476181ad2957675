import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import process from 'node:process';

/** A file on its way. Each of these throws what the system says. */
export interface FileWriter {
  readonly write: (text: string) => void;
  /** Puts it in its place. */
  readonly commit: () => void;
  /** Leaves nothing behind; harmless after the file is in its place. */
  readonly abandon: () => void;
}

/** `/dev/stdout`, a named pipe: renaming would put a file where they were. */
const isSpecial = (target: string): boolean => {
  const found = statSync(target, { throwIfNoEntry: false });
  return found !== undefined && !found.isFile() && !found.isDirectory();
};

/** A full disk may take a part and say nothing before the next one. */
const writeAll = (descriptor: number, text: string): void => {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length;) {
    written += writeSync(descriptor, bytes, written);
  }
};

/**
 * Writes beside the target, an absolute path, and renames at the end, so that nobody ever finds half
 * a file. `mode` says who may read it, as Unix does.
 */
export const openTarget = (target: string, mode = 0o666): FileWriter => {
  const special = isSpecial(target);
  const draft = special ? target : `${target}.${process.pid}.tmp`;
  let descriptor: number | undefined = openSync(draft, special ? 'w' : 'wx', mode);
  const close = (): void => {
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
  };
  return {
    write: (text) => writeAll(descriptor!, text),
    commit() {
      if (!special) fsyncSync(descriptor!);
      close();
      if (!special) renameSync(draft, target);
    },
    abandon() {
      close();
      if (!special) rmSync(draft, { force: true });
    },
  };
};
