import type { Problem } from '../core/problem.ts';
import type { Report } from '../core/report.ts';
import { lint } from '../index.ts';
import { FORMATS, PLAIN } from '../report/index.ts';
import { wantsColour } from './colour.ts';
import type { Io, Outcome } from './io.ts';
import { encoderLoader } from './load-encoder.ts';
import { notesOn } from './notes.ts';
import type { LintOptions } from './options.ts';
import { paintFor } from './paint.ts';
import { refuse, say } from './say.ts';
import { deliver, takePosts } from './take-posts.ts';
import { dayOf } from './today.ts';
import { exitCodeOf } from './verdict.ts';

const DEFAULT_WIDTH = 80;

/** Leaves the summary as it is: what is not shown is still counted. */
const onlyErrors = (report: Report): Report => ({
  ...report,
  posts: report.posts.map((post) => ({
    ...post,
    findings: post.findings.filter(({ severity }) => severity === 'error'),
  })),
});

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

/** `policy-lint [files…]`: judges posts and reports. */
export const lintCommand = async (
  files: readonly string[],
  options: LintOptions,
  io: Io,
): Promise<Outcome> => {
  const taken = await takePosts(files, options, io);
  if ('refusals' in taken) return refuseInFormat(taken.refusals, options, io, taken.notes);

  const { setup, declared } = taken;
  const { policies, school, timezone, notes } = setup;
  const { posts, problems } = declared;
  const encoder = encoderLoader();
  const report = await lint(posts, {
    policies,
    nowMs: io.nowMs,
    school,
    problems,
    loadEncoder: encoder.load,
  });
  const stdout = await render(report, options, io);
  const told = await notesOn(declared, {
    policies,
    unchecked: report.unchecked,
    today: dayOf(io.nowMs, timezone),
  });
  const stderr = say(problems, io, [...notes, ...encoder.notes(), ...told]);
  const exitCode = exitCodeOf(report, options);
  return deliver({ exitCode, stdout, stderr }, options, problems, notes, io);
};
