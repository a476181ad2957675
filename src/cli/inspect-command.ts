import type { Inspection } from '../core/inspection.ts';
import type { Problem } from '../core/problem.ts';
import { inspect } from '../index.ts';
import { INSPECT_FORMATS } from '../report/inspect/index.ts';
import type { Io, Outcome } from './io.ts';
import { encoderLoader } from './load-encoder.ts';
import { notesOn } from './notes.ts';
import { reportOptions } from './open-report.ts';
import type { LintOptions } from './options.ts';
import { refuse, say } from './say.ts';
import { openSink } from './sink.ts';
import { takePosts } from './take-posts.ts';

const findUnknownFormat = ({ format }: LintOptions): Problem | undefined => {
  if (INSPECT_FORMATS.has(format)) return undefined;
  const known = [...INSPECT_FORMATS.keys()].join(', ');
  return { file: '--format', message: `inspect cannot write “${format}”: choose one of ${known}` };
};

/** Names are what was asked for: they are shown unless the answer is kept in a file. */
const render = async (inspection: Inspection, options: LintOptions, io: Io): Promise<string> =>
  INSPECT_FORMATS.get(options.format)!(inspection, await reportOptions(options, io, false));

/** A run that cannot start still answers a program in the format that it asked for. */
const refuseInFormat = async (
  problems: readonly Problem[],
  options: LintOptions,
  io: Io,
  notes: readonly string[],
): Promise<Outcome> => {
  const refused = refuse(problems, io, notes);
  if (options.output !== undefined || !options.format.endsWith('json')) return refused;
  const nothing = await inspect([], { nowMs: io.nowMs, timezone: 'UTC', problems });
  return { ...refused, stdout: await render(nothing, options, io) };
};

/** `policy-lint inspect [files…]`: what is seen in posts, whatever the policy asks. */
export const inspectCommand = async (
  files: readonly string[],
  options: LintOptions,
  io: Io,
): Promise<Outcome> => {
  const unknown = findUnknownFormat(options);
  if (unknown) return refuse([unknown], io);
  const taken = await takePosts(files, options, io);
  if ('refusals' in taken) return refuseInFormat(taken.refusals, options, io, taken.notes);

  const { setup, intake, nowMs } = taken;
  const { school, timezone, notes } = setup;
  const { problems } = intake;
  const encoder = encoderLoader();
  const inspection = await inspect(intake.posts(), {
    nowMs,
    timezone,
    school,
    problems,
    loadEncoder: encoder.load,
  });
  const stdout = await render(inspection, options, io);
  const stderr = say(problems, io, [
    ...notes,
    ...encoder.notes(),
    ...(await notesOn(intake, { policies: [], unchecked: [], today: '' })),
  ]);
  const sink = openSink(options.output, io);
  sink.write(stdout);
  const ended = sink.end();
  if ('problem' in ended) return refuse([...problems, ended.problem], io, notes);
  return { exitCode: problems.length > 0 ? 2 : 0, stdout: ended.stdout, stderr };
};
