import type { Problem } from '../core/problem.ts';
import type { JudgedPost, ReportTail } from '../core/report.ts';
import { createTally } from '../engine/tally.ts';
import { judgePosts } from '../index.ts';
import type { ReportWriter } from '../report/options.ts';
import type { Io, Outcome } from './io.ts';
import { encoderLoader } from './load-encoder.ts';
import { notesOn } from './notes.ts';
import { openReport } from './open-report.ts';
import type { LintOptions } from './options.ts';
import type { Intake } from './read-posts.ts';
import { refuse, say } from './say.ts';
import type { Setup } from './setup.ts';
import { openSink } from './sink.ts';
import { takePosts } from './take-posts.ts';
import { dayOf } from './today.ts';
import { watchQueue } from './upcoming.ts';
import { createVerdict } from './verdict.ts';

const NOTHING: ReportTail = {
  unchecked: [],
  notices: [],
  problems: [],
  summary: createTally().summary(0),
};

/** What is not shown is still counted. */
const onlyErrors = (judged: JudgedPost): JudgedPost => ({
  ...judged,
  findings: judged.findings.filter(({ severity }) => severity === 'error'),
});

/** A run that cannot start still answers a program in the format that it asked for. */
const refuseInFormat = async (
  problems: readonly Problem[],
  options: LintOptions,
  io: Io,
  notes: readonly string[],
): Promise<Outcome> => {
  const refused = refuse(problems, io, notes);
  if (options.output !== undefined || options.format === 'text') return refused;
  const writer = await openReport([], options, io);
  const { summary } = NOTHING;
  const stdout = writer.end({
    ...NOTHING,
    problems,
    summary: { ...summary, problems: problems.length },
  });
  return { ...refused, stdout };
};

/** Judges post after post and writes of each what the format says. */
const judgeAll = async (
  posts: ReturnType<typeof judgePosts>,
  writer: ReportWriter,
  write: (text: string) => void,
  options: LintOptions,
) => {
  const tally = createTally();
  const verdict = createVerdict(options);
  for await (const judged of posts) {
    tally.add(judged);
    verdict.add(judged.findings);
    write(writer.post(options.quiet ? onlyErrors(judged) : judged));
  }
  return { tally, verdict };
};

const noteLines = async (
  { policies, timezone, notes }: Setup,
  { intake, tail, nowMs }: { intake: Intake; tail: ReportTail; nowMs: number },
  encoderNotes: readonly string[],
): Promise<readonly string[]> => [
  ...notes,
  ...encoderNotes,
  ...(await notesOn(intake, {
    policies,
    unchecked: tail.unchecked,
    notices: tail.notices,
    today: dayOf(nowMs, timezone),
  })),
];

/** `policy-lint [files…]`: judges posts and reports. */
export const lintCommand = async (
  files: readonly string[],
  options: LintOptions,
  io: Io,
): Promise<Outcome> => {
  const taken = await takePosts(files, options, io);
  if ('refusals' in taken) return refuseInFormat(taken.refusals, options, io, taken.notes);

  const { setup, intake, nowMs } = taken;
  const { policies, school } = setup;
  const queue = watchQueue(intake.posts(), {
    nowMs,
    timezone: setup.timezone,
    // A time that is given for every post is no time of a queue.
    upcoming: options.upcoming === true && options.at === undefined,
  });
  const encoder = encoderLoader();
  const writer = await openReport(policies, options, io);
  const sink = openSink(options.output, io);
  try {
    const judged = judgePosts(queue.posts(), {
      policies,
      nowMs,
      school,
      loadEncoder: encoder.load,
    });
    const { tally, verdict } = await judgeAll(judged, writer, sink.write, options);
    const { problems } = intake;
    const tail: ReportTail = {
      unchecked: tally.unchecked(),
      notices: [...intake.notices, ...queue.notices()],
      problems,
      summary: tally.summary(problems.length, queue.past()),
    };
    sink.write(writer.end(tail));
    const ended = sink.end();
    const told = await noteLines(setup, { intake, tail, nowMs }, encoder.notes());
    if ('problem' in ended) return refuse([...problems, ended.problem], io, setup.notes);
    const exitCode = verdict.exitCode(problems.length);
    return { exitCode, stdout: ended.stdout, stderr: say(problems, io, told) };
  } finally {
    sink.abandon();
  }
};
