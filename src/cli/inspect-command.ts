import type { Inspection } from '../core/inspection.ts';
import type { Problem } from '../core/problem.ts';
import { inspect } from '../index.ts';
import { PLAIN } from '../report/index.ts';
import { INSPECT_FORMATS } from '../report/inspect/index.ts';
import { wantsColour } from './colour.ts';
import type { Io, Outcome } from './io.ts';
import { encoderLoader } from './load-encoder.ts';
import { notesOn } from './notes.ts';
import type { LintOptions } from './options.ts';
import { paintFor } from './paint.ts';
import { refuse, say } from './say.ts';
import { deliver, takePosts } from './take-posts.ts';

const DEFAULT_WIDTH = 80;

const findUnknownFormat = ({ format }: LintOptions): Problem | undefined => {
  if (INSPECT_FORMATS.has(format)) return undefined;
  const known = [...INSPECT_FORMATS.keys()].join(', ');
  return { file: '--format', message: `inspect cannot write “${format}”: choose one of ${known}` };
};

/** Names are what was asked for: they are shown unless the answer is kept in a file. */
const render = async (inspection: Inspection, options: LintOptions, io: Io): Promise<string> => {
  const toFile = options.output !== undefined;
  const inColour = options.format === 'text' && wantsColour(options.color, io, toFile);
  return INSPECT_FORMATS.get(options.format)!(inspection, {
    width: io.columns() ?? DEFAULT_WIDTH,
    reveal: options.reveal ?? !toFile,
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

  const { setup, declared } = taken;
  const { school, timezone, notes } = setup;
  const { posts, problems } = declared;
  const encoder = encoderLoader();
  const inspection = await inspect(posts, {
    nowMs: io.nowMs,
    timezone,
    school,
    problems,
    loadEncoder: encoder.load,
  });
  const stdout = await render(inspection, options, io);
  const stderr = say(problems, io, [
    ...notes,
    ...encoder.notes(),
    ...(await notesOn(declared, { policies: [], unchecked: [], today: '' })),
  ]);
  const exitCode = problems.length > 0 ? 2 : 0;
  return deliver({ exitCode, stdout, stderr }, options, problems, notes, io);
};
