import { appendFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../core/problem.ts';
import type { FileWriter } from './file-writer.ts';
import { openTarget } from './file-writer.ts';
import type { Io } from './io.ts';
import { whyUnwritten } from './write-report.ts';

/** Where a report goes while it is written. */
export interface Sink {
  readonly write: (text: string) => void;
  /** What is left for standard output; or why a file could not be written. */
  readonly end: () => { readonly stdout: string } | { readonly problem: Problem };
  /** Leaves nothing behind of a report that is not finished. */
  readonly abandon: () => void;
}

/** Enough to be worth a call of the system. */
const ENOUGH = 64 * 1024;

const toStdout = ({ print }: Io): Sink => {
  let held = '';
  return {
    write(text) {
      held += text;
      if (held.length < ENOUGH) return;
      print(held);
      held = '';
    },
    end: () => ({ stdout: held }),
    abandon: () => undefined,
  };
};

const toFile = (named: string, { cwd }: Io): Sink => {
  const target = path.resolve(cwd, named);
  let file: FileWriter | undefined;
  let failed: unknown;
  let held = '';
  const flush = (): void => {
    if (failed !== undefined) return;
    try {
      file ??= openTarget(target);
      file.write(held);
    } catch (error) {
      failed = error;
    }
    held = '';
  };
  const abandon = (): void => file?.abandon();
  return {
    write(text) {
      held += text;
      if (held.length >= ENOUGH) flush();
    },
    end() {
      flush();
      try {
        if (failed !== undefined) throw failed;
        file!.commit();
        return { stdout: '' };
      } catch (error) {
        abandon();
        return { problem: { file: named, message: whyUnwritten(error) } };
      }
    },
    abandon,
  };
};

/** Adds to a file that others write to as well: all of it at once, at the end. */
export const appendTo = (file: string): Sink => {
  let held = '';
  return {
    write(text) {
      held += text;
    },
    end() {
      try {
        appendFileSync(file, held);
        return { stdout: '' };
      } catch (error) {
        return { problem: { file, message: whyUnwritten(error, 'the summary of the job') } };
      }
    },
    abandon: () => undefined,
  };
};

/** The file that `-o` names, or standard output. */
export const openSink = (output: string | undefined, io: Io): Sink =>
  output === undefined ? toStdout(io) : toFile(output, io);
