import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../core/problem.ts';
import type { Io } from './io.ts';
import { whyUnreadable } from './read-text.ts';

/** Writes beside the target and renames, so that nobody ever finds half a report. */
export const writeReport = (named: string, text: string, io: Io): Problem | undefined => {
  const target = path.resolve(io.cwd, named);
  const draft = `${target}.${process.pid}.tmp`;
  try {
    const file = openSync(draft, 'wx');
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
    return { file: named, message: `the report was not written: ${whyUnreadable(error)}` };
  }
};
