import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../core/problem.ts';
import type { School } from '../core/school.ts';
import { parseTime } from '../time/parse.ts';
import { readAccount } from './accounts.ts';
import type { Io } from './io.ts';
import type { LintOptions } from './options.ts';
import type { Intake, IntakeSettings } from './read-posts.ts';
import { openPosts } from './read-posts.ts';
import type { Setup } from './setup.ts';
import { setUp } from './setup.ts';
import { whyNoReport } from './write-report.ts';

const NOTHING_TO_READ: Problem = {
  file: 'policy-lint',
  message: 'name a draft, such as policy-lint draft.txt, or send a text to standard input',
};

/** The time that an option names; undefined when it names none. */
export const readTimeOf = (
  written: string | undefined,
  option: string,
  timezone: string,
): { readonly epochMs: number } | Problem | undefined => {
  if (written === undefined) return undefined;
  const time = parseTime(written, timezone);
  return 'error' in time ? { file: option, message: `“${written}”: ${time.error}` } : time;
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

/** Wildcards that a shell left as they are, because no file matches them. */
const unmatchedPatterns = (
  files: readonly string[],
  { errorOnUnmatchedPattern = true }: LintOptions,
  { cwd }: Io,
): readonly string[] =>
  errorOnUnmatchedPattern
    ? []
    : files.filter((file) => /[*?[]/u.test(file) && !existsSync(path.resolve(cwd, file)));

const accountMistakes = ({ account }: LintOptions, school: School): readonly Problem[] => {
  const read = account === undefined ? undefined : readAccount(account, school);
  return read && 'mistake' in read ? [{ file: '--account', message: read.mistake }] : [];
};

/** The posts that a command was given and what they are judged by, or why it cannot start. */
export type TakenPosts =
  | { readonly refusals: readonly Problem[]; readonly notes: readonly string[] }
  | {
      readonly setup: Setup;
      readonly intake: Intake;
      /** The moment of the run, milliseconds since 1970 UTC. */
      readonly nowMs: number;
    };

/** Reads what the command line names, with what it says of every post. */
export const takePosts = async (
  files: readonly string[],
  options: LintOptions,
  io: Io,
  tell?: IntakeSettings['tell'],
): Promise<TakenPosts> => {
  if (files.length === 0) {
    const why = findSwallowed(options, io) ?? (io.stdinIsTerminal() ? NOTHING_TO_READ : undefined);
    if (why) return { refusals: [why], notes: [] };
  }
  const setup = await setUp(options, io);
  const { school, timezone, problems, notes } = setup;
  const at = readTimeOf(options.at, '--at', timezone);
  const now = readTimeOf(options.now, '--now', timezone);
  const unwritable =
    options.output === undefined ? undefined : whyNoReport(options.output, files, io);
  const refusals = [
    ...problems,
    ...[at, now].flatMap((time) => (time && 'message' in time ? [time] : [])),
    ...(unwritable ? [unwritable] : []),
    ...accountMistakes(options, school),
  ];
  if (refusals.length > 0) return { refusals, notes };

  const unmatched = unmatchedPatterns(files, options, io);
  const named = files.length === 0 ? ['-'] : files.filter((file) => !unmatched.includes(file));
  const settings: IntakeSettings = {
    school,
    timezone: setup.queue?.timezone ?? timezone,
    queue: setup.queue,
    ...(at && 'epochMs' in at && { at: { kind: 'instant', epochMs: at.epochMs } }),
    ...(tell && { tell }),
  };
  return {
    setup: {
      ...setup,
      notes: [...setup.notes, ...unmatched.map((file) => `no file matches ${file}`)],
    },
    intake: openPosts(named, options, settings, io),
    nowMs: now && 'epochMs' in now ? now.epochMs : io.nowMs,
  };
};
