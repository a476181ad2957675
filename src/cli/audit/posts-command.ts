import type { Problem } from '../../core/problem.ts';
import { postLine } from '../../input/archives/write-posts.ts';
import type { Io, Outcome } from '../io.ts';
import type { LintOptions } from '../options.ts';
import { refuse, say } from '../say.ts';
import { setUp } from '../setup.ts';
import { openSink } from '../sink.ts';
import { whyNoReport } from '../write-report.ts';
import { openArchives, wantsLikes } from './read-archives.ts';

/** `policy-lint posts`: what an archive holds, a post a line, for programs that split the work. */
export const postsCommand = async (
  files: readonly string[],
  options: LintOptions,
  io: Io,
): Promise<Outcome> => {
  const { output } = options;
  const why = output === undefined ? undefined : whyNoReport(output, files, io);
  const setup = await setUp(options, io);
  const refusals = [...setup.problems, ...(why ? [why] : [])];
  if (refusals.length > 0) return refuse(refusals, io, setup.notes);
  const archives = await openArchives(
    files,
    { timezone: setup.timezone, likes: wantsLikes(setup.policies) },
    io,
  );
  const problems: Problem[] = [...archives.problems];
  const sink = openSink(output, io);
  try {
    for await (const record of archives.records()) {
      if ('post' in record) sink.write(`${postLine(record.post)}\n`);
      else if ('problem' in record) problems.push(record.problem);
      else if ('unread' in record) problems.push(record.unread);
    }
    const ended = sink.end();
    if ('problem' in ended) problems.push(ended.problem);
    const stdout = 'stdout' in ended ? ended.stdout : '';
    return {
      exitCode: problems.length > 0 ? 2 : 0,
      stdout,
      stderr: say(problems, io, setup.notes),
    };
  } finally {
    archives.close();
    sink.abandon();
  }
};
