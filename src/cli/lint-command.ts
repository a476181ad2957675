import type { PostTime } from '../core/post.ts';
import type { Problem } from '../core/problem.ts';
import type { Report } from '../core/report.ts';
import { lint } from '../index.ts';
import type { FormatName } from '../report/index.ts';
import { FORMATS, PLAIN } from '../report/index.ts';
import { parseTime } from '../time/parse.ts';
import { wantsColour } from './colour.ts';
import type { Io, Outcome } from './io.ts';
import type { LintOptions } from './options.ts';
import { paintFor } from './paint.ts';
import { declare, readAllPosts } from './read-posts.ts';
import { refuse, say } from './say.ts';
import { setUp } from './setup.ts';
import { exitCodeOf } from './verdict.ts';
import { writeReport } from './write-report.ts';

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

const onlyErrors = (report: Report): Report => ({
  ...report,
  posts: report.posts.map((post) => ({
    ...post,
    findings: post.findings.filter(({ severity }) => severity === 'error'),
  })),
});

const unusedNote = (keys: readonly string[]): readonly string[] =>
  keys.length === 0 ? [] : [`keys not used: ${keys.join(', ')}`];

const render = async (report: Report, options: LintOptions, io: Io): Promise<string> => {
  const format = await FORMATS[options.format as FormatName]();
  const toFile = options.output !== undefined;
  const inColour = options.format === 'text' && wantsColour(options.color, io, toFile);
  return format(options.quiet ? onlyErrors(report) : report, {
    width: io.columns() ?? DEFAULT_WIDTH,
    reveal: options.reveal ?? (io.stdoutIsTerminal() && !toFile),
    paint: inColour ? await paintFor(true) : PLAIN,
  });
};

/** `policy-lint [files…]`: judges posts and reports. */
export const lintCommand = async (
  files: readonly string[],
  options: LintOptions,
  io: Io,
): Promise<Outcome> => {
  if (files.length === 0 && io.stdinIsTerminal()) return refuse([NOTHING_TO_READ], io);
  const { policies, school, timezone, problems: refusals, notes } = await setUp(options, io);
  if (refusals.length > 0) return refuse(refusals, io, notes);

  const at = readAt(options, timezone);
  if (at && 'message' in at) return refuse([at], io, notes);

  const named = files.length === 0 ? ['-'] : files;
  const { posts, problems, unusedKeys } = await readAllPosts(named, options, timezone, io);
  const declared = posts.map((post) => declare(post, at, options));
  const report = await lint(declared, { policies, nowMs: io.nowMs, school, problems });
  const stdout = await render(report, options, io);
  const stderr = say(problems, io, [...notes, ...unusedNote(unusedKeys)]);
  const exitCode = exitCodeOf(report, options);
  if (options.output === undefined) return { exitCode, stdout, stderr };

  const unwritten = writeReport(options.output, stdout, io);
  if (unwritten) return refuse([...problems, unwritten], io, notes);
  return { exitCode, stdout: '', stderr };
};
