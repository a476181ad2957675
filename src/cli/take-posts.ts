import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PostTime } from '../core/post.ts';
import type { Problem } from '../core/problem.ts';
import type { School } from '../core/school.ts';
import { parseTime } from '../time/parse.ts';
import { readAccount } from './accounts.ts';
import type { Io, Outcome } from './io.ts';
import type { LintOptions } from './options.ts';
import type { DeclaredPosts } from './read-posts.ts';
import { declareAll, readAllPosts } from './read-posts.ts';
import { refuse } from './say.ts';
import type { Setup } from './setup.ts';
import { setUp } from './setup.ts';
import { whyNoReport, writeReport } from './write-report.ts';

const NOTHING_TO_READ: Problem = {
  file: 'policy-lint',
  message: 'name a draft, such as policy-lint draft.txt, or send a text to standard input',
};

/** The time that `--at` names; undefined when it names none. */
const readAt = ({ at }: LintOptions, timezone: string): PostTime | Problem | undefined => {
  if (at === undefined) return undefined;
  const time = parseTime(at, timezone);
  if ('error' in time) return { file: '--at', message: `“${at}”: ${time.error}` };
  return { kind: 'instant', epochMs: time.epochMs };
};

/** An option with a word of its own takes the next word, even where that was meant as the draft. */
const findSwallowed = ({ event, urgent }: LintOptions, { cwd }: Io): Problem | undefined => {
  const taken = [event, urgent].find(
    (word) => typeof word === 'string' && existsSync(path.resolve(cwd, word)),
  );
  if (taken === undefined) return undefined;
  const option = taken === event ? '--event' : '--urgent';
  const message = `${option} took “${String(taken)}” for its word: name the draft before ${option}`;
  return { file: 'policy-lint', message };
};

const accountMistakes = ({ account }: LintOptions, school: School): readonly Problem[] => {
  const read = account === undefined ? undefined : readAccount(account, school);
  return read && 'mistake' in read ? [{ file: '--account', message: read.mistake }] : [];
};

/** The posts that a command was given and what they are judged by, or why it cannot start. */
export type TakenPosts =
  | { readonly refusals: readonly Problem[]; readonly notes: readonly string[] }
  | { readonly setup: Setup; readonly declared: DeclaredPosts };

/** Reads what the command line names, with what it says of every post. */
export const takePosts = async (
  files: readonly string[],
  options: LintOptions,
  io: Io,
): Promise<TakenPosts> => {
  if (files.length === 0) {
    const why = findSwallowed(options, io) ?? (io.stdinIsTerminal() ? NOTHING_TO_READ : undefined);
    if (why) return { refusals: [why], notes: [] };
  }
  const setup = await setUp(options, io);
  const { school, timezone, problems, notes } = setup;
  const at = readAt(options, timezone);
  const unwritable =
    options.output === undefined ? undefined : whyNoReport(options.output, files, io);
  const refusals = [
    ...problems,
    ...(at && 'message' in at ? [at] : []),
    ...(unwritable ? [unwritable] : []),
    ...accountMistakes(options, school),
  ];
  if (refusals.length > 0) return { refusals, notes };

  const named = files.length === 0 ? ['-'] : files;
  const read = await readAllPosts(named, options, timezone, io);
  const time = at && 'kind' in at ? at : undefined;
  return { setup, declared: declareAll(read, time, options, school) };
};

/** What was told goes to the file that `-o` names, or else to standard output. */
export const deliver = (
  { exitCode, stdout, stderr }: Outcome,
  { output }: LintOptions,
  problems: readonly Problem[],
  notes: readonly string[],
  io: Io,
): Outcome => {
  if (output === undefined) return { exitCode, stdout, stderr };
  const unwritten = writeReport(output, stdout, io);
  if (unwritten) return refuse([...problems, unwritten], io, notes);
  return { exitCode, stdout: '', stderr };
};
