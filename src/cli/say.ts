import type { Problem } from '../core/problem.ts';
import { PLAIN } from '../report/index.ts';
import { visible } from '../report/cells.ts';
import { problemLines, problems as showProblems } from '../report/problems.ts';
import type { Io, Outcome } from './io.ts';

/** What goes to standard error: problems with their places, then notes. */
export const say = (
  problems: readonly Problem[],
  io: Io,
  notes: readonly string[] = [],
): string => {
  const width = io.columns();
  const told =
    width === undefined
      ? problemLines(problems)
      : showProblems(problems, { width, reveal: false, paint: PLAIN });
  return told + notes.map((note) => `note: ${visible(note)}\n`).join('');
};

/** A run that ends before anything was judged. */
export const refuse = (
  problems: readonly Problem[],
  io: Io,
  notes: readonly string[] = [],
): Outcome => ({ exitCode: 2, stdout: '', stderr: say(problems, io, notes) });
