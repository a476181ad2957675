import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PostTime } from '../core/post.ts';
import type { Problem } from '../core/problem.ts';
import type { Report } from '../core/report.ts';
import type { School } from '../core/school.ts';
import { lint } from '../index.ts';
import { FORMATS, PLAIN } from '../report/index.ts';
import { parseTime } from '../time/parse.ts';
import { readAccount } from './accounts.ts';
import { wantsColour } from './colour.ts';
import type { Io, Outcome } from './io.ts';
import { notesOn } from './notes.ts';
import type { LintOptions } from './options.ts';
import { paintFor } from './paint.ts';
import { declareAll, readAllPosts } from './read-posts.ts';
import { refuse, say } from './say.ts';
import { setUp } from './setup.ts';
import { exitCodeOf } from './verdict.ts';
import { whyNoReport, writeReport } from './write-report.ts';

const DEFAULT_WIDTH = 80;

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

/** Leaves the summary as it is: what is not shown is still counted. */
const onlyErrors = (report: Report): Report => ({
  ...report,
  posts: report.posts.map((post) => ({
    ...post,
    findings: post.findings.filter(({ severity }) => severity === 'error'),
  })),
});

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

const render = async (report: Report, options: LintOptions, io: Io): Promise<string> => {
  const format = await FORMATS.get(options.format)!();
  const toFile = options.output !== undefined;
  const inColour = options.format === 'text' && wantsColour(options.color, io, toFile);
  return format(options.quiet ? onlyErrors(report) : report, {
    width: io.columns() ?? DEFAULT_WIDTH,
    reveal: options.reveal ?? (io.stdoutIsTerminal() && !toFile),
    paint: inColour ? await paintFor(true) : PLAIN,
  });
};

/** A run that cannot start still answers a program in the format that it asked for. */
const refuseInFormat = async (
  problems: readonly Problem[],
  options: LintOptions,
  io: Io,
  notes: readonly string[],
): Promise<Outcome> => {
  const refused = refuse(problems, io, notes);
  if (options.output !== undefined || !options.format.endsWith('json')) return refused;
  const report = await lint([], { policies: [], nowMs: io.nowMs, problems });
  return { ...refused, stdout: await render(report, options, io) };
};

const accountMistakes = ({ account }: LintOptions, school: School): readonly Problem[] => {
  const read = account === undefined ? undefined : readAccount(account, school);
  return read && 'mistake' in read ? [{ file: '--account', message: read.mistake }] : [];
};

/** `policy-lint [files…]`: judges posts and reports. */
export const lintCommand = async (
  files: readonly string[],
  options: LintOptions,
  io: Io,
): Promise<Outcome> => {
  if (files.length === 0) {
    const why = findSwallowed(options, io) ?? (io.stdinIsTerminal() ? NOTHING_TO_READ : undefined);
    if (why) return refuse([why], io);
  }
  const { policies, school, timezone, problems: refusals, notes } = await setUp(options, io);
  const at = readAt(options, timezone);
  const unwritable =
    options.output === undefined ? undefined : whyNoReport(options.output, files, io);
  const unready = [
    ...refusals,
    ...(at && 'message' in at ? [at] : []),
    ...(unwritable ? [unwritable] : []),
    ...accountMistakes(options, school),
  ];
  if (unready.length > 0) return refuseInFormat(unready, options, io, notes);

  const named = files.length === 0 ? ['-'] : files;
  const time = at && 'kind' in at ? at : undefined;
  const read = await readAllPosts(named, options, timezone, io);
  const declared = declareAll(read, time, options, school);
  const { posts, problems } = declared;
  const report = await lint(posts, { policies, nowMs: io.nowMs, school, problems });
  const stdout = await render(report, options, io);
  const stderr = say(problems, io, [...notes, ...notesOn(declared, policies)]);
  const exitCode = exitCodeOf(report, options);
  if (options.output === undefined) return { exitCode, stdout, stderr };

  const unwritten = writeReport(options.output, stdout, io);
  if (unwritten) return refuse([...problems, unwritten], io, notes);
  return { exitCode, stdout: '', stderr };
};
