import type { Recognised } from '../input/reading.ts';
import { recognisedText } from '../report/recognised.ts';
import { toJson } from '../report/json.ts';
import type { FileRead } from '../report/recognised.ts';
import type { Io, Outcome } from './io.ts';
import type { LintOptions } from './options.ts';
import { reportOptions } from './open-report.ts';
import { refuse, say } from './say.ts';
import { openSink } from './sink.ts';
import { takePosts } from './take-posts.ts';

/** `--explain-input`: how each file is read, and how much of it; nothing is judged. */
export const explainInput = async (
  files: readonly string[],
  options: LintOptions,
  io: Io,
): Promise<Outcome> => {
  const recognised: Recognised[] = [];
  const taken = await takePosts(files, options, io, (told) => recognised.push(told));
  if ('refusals' in taken) return refuse(taken.refusals, io, taken.notes);
  const { intake } = taken;
  const posts = new Map<string, { posts: number; unscheduled: number }>();
  for await (const { origin, at } of intake.posts()) {
    const count = posts.get(origin.file) ?? { posts: 0, unscheduled: 0 };
    count.posts += 1;
    if (at.kind === 'unscheduled') count.unscheduled += 1;
    posts.set(origin.file, count);
  }
  const { problems, notices } = intake;
  const read = recognised.map((one): FileRead => ({
    ...one,
    ...(posts.get(one.file) ?? { posts: 0, unscheduled: 0 }),
    problems: problems.filter(({ file }) => file === one.file).length,
  }));
  const stdout =
    options.format === 'json' || options.format === 'ndjson'
      ? `${toJson(read, 2)}\n`
      : recognisedText(read, await reportOptions(options, io));
  const notes = notices.map(({ file, line, message }) => `${file}:${line ?? 1}: ${message}`);
  const sink = openSink(options.output, io);
  sink.write(stdout);
  const ended = sink.end();
  if ('problem' in ended) return refuse([...problems, ended.problem], io, notes);
  const exitCode = problems.length > 0 ? 2 : 0;
  return { exitCode, stdout: ended.stdout, stderr: say(problems, io, notes) };
};
