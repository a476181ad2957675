import type { Notice, Problem } from '../../core/problem.ts';
import type { Io, Outcome } from '../io.ts';
import type { NamesHidden } from '../names-hidden.ts';
import { notesOn } from '../notes.ts';
import { say } from '../say.ts';
import { dayOf } from '../today.ts';
import type { Begun } from './begin.ts';
import type { Book } from './book.ts';
import type { OpenOutputs } from './outputs.ts';

/** What an audit has to say at its end. */
export interface Ending {
  readonly book: Book;
  readonly report: OpenOutputs;
  readonly names: NamesHidden;
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
  /** What is to be said of the run, beside what the book says. */
  readonly notes: readonly string[];
  readonly unknownAccounts: Map<string, string>;
}

/** Closes the book and writes what waits for it; says whether all of it could be written. */
export const finishAudit = async (
  { setup, nowMs }: Begun,
  { book, report, names, problems, notices, notes, unknownAccounts }: Ending,
  io: Io,
): Promise<{ readonly outcome: Outcome; readonly isWritten: boolean }> => {
  const { summary: told, exitCode } = book.end({ notices, problems });
  const summary = await names.summary(told);
  const { stdout, problems: unwritten } = await report.end(summary);
  const said = [
    ...setup.notes,
    ...book.notes,
    ...notes,
    ...(await notesOn(
      { unusedKeys: new Set(), unknownAccounts },
      {
        policies: setup.policies,
        unchecked: summary.unchecked,
        notices: [...setup.notices, ...notices],
        today: dayOf(nowMs, setup.timezone),
        reviews: setup.school.reviews,
      },
    )),
  ];
  const isWritten = unwritten.length === 0;
  const stderr = say([...names.problems(problems), ...unwritten], io, said);
  return { outcome: { exitCode: isWritten ? exitCode : 2, stdout, stderr }, isWritten };
};
