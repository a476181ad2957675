import type { NoticeKind, Problem } from '../core/problem.ts';
import type { JudgedPost, ReportTail, Summary } from '../core/report.ts';
import { hiddenTail } from '../report/names-told.ts';
import { counted } from '../report/summary.ts';
import { createTally } from '../engine/tally.ts';
import { judgePosts } from '../index.ts';
import type { Io, Outcome } from './io.ts';
import { encoderLoader } from './load-encoder.ts';
import { notesOn } from './notes.ts';
import { openExceptions } from './exceptions.ts';
import type { RunExceptions } from './exceptions.ts';
import { openReport, openReports } from './open-report.ts';
import type { LintOptions } from './options.ts';
import { refuse, say } from './say.ts';
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
  write: (judged: JudgedPost) => void,
  { apply }: RunExceptions,
  options: LintOptions,
) => {
  const tally = createTally();
  const verdict = createVerdict(options);
  let hasQueued = false;
  for await (const one of posts) {
    const judged = apply(one);
    tally.add(judged);
    verdict.add(judged.findings);
    hasQueued ||= judged.post.at.kind !== 'now';
    write(options.quiet ? onlyErrors(judged) : judged);
  }
  return { tally, verdict, hasQueued };
};

/** Exceptions are counted in each run, as failures are; a report for a person does so itself. */
const exceptionNotes = ({ format }: LintOptions, { waived, known }: Summary): readonly string[] =>
  format === 'text'
    ? []
    : [
        ...(waived > 0 ? [`${counted(waived, 'exception')} in force`] : []),
        ...(known > 0 ? [`${counted(known, 'finding')} known from the baseline`] : []),
      ];

/** What an exception that ended, or that covers nothing, must not pass for under `--strict`. */
const STRICT: ReadonlySet<NoticeKind> = new Set([
  'waiver-expired',
  'waiver-not-yet',
  'waiver-unused',
  'baseline-stale',
]);

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
  const { problems } = intake;
  const today = dayOf(nowMs, setup.timezone);
  const exceptions = await openExceptions(options, setup, today, io);
  problems.push(...exceptions.problems);
  const upcoming = options.upcoming === true && options.at === undefined;
  const watch = { nowMs, timezone: setup.timezone, upcoming, isWatched: options.at === undefined };
  const queue = watchQueue(intake.posts(), watch);
  const encoder = encoderLoader();
  const report = await openReports(policies, options, io);
  try {
    const judging = judgePosts(queue.posts(), {
      policies,
      nowMs,
      school,
      loadEncoder: encoder.load,
    });
    const { tally, verdict, hasQueued } = await judgeAll(judging, report.post, exceptions, options);
    // A draft alone, half a queue or another policy says nothing of exceptions for other posts.
    const isWhole = !upcoming && options.policy === undefined && problems.length === 0;
    const judgedAll = hasQueued && isWhole;
    const tail: ReportTail = {
      unchecked: tally.unchecked(),
      notices: [...exceptions.notices(judgedAll), ...intake.notices, ...queue.notices()],
      problems,
      summary: tally.summary(problems.length, queue.past()),
    };
    const ended = report.end(tail);
    const recorded = problems.length === 0 ? await exceptions.finish(judgedAll) : {};
    const failures = [ended.problem, recorded.problem].filter((one) => one !== undefined);
    const { notices, unchecked } = tail;
    const notes = [
      ...setup.notes,
      ...encoder.notes(),
      ...(await notesOn(intake, {
        policies,
        unchecked,
        notices,
        today,
        reviews: setup.school.reviews,
      })),
      ...exceptionNotes(options, tail.summary),
      ...(recorded.told === undefined ? [] : [recorded.told]),
    ];
    const { problems: told } = hiddenTail(
      { ...tail, problems: [...problems, ...failures] },
      report,
    );
    const stderr = say(told, io, notes.map(report.hide));
    const isStrict = options.strict === true && notices.some(({ kind }) => STRICT.has(kind));
    const unfit = problems.length + failures.length + (isStrict ? 1 : 0);
    // Whoever records what is there today has seen it.
    const isRecorded = options.writeBaseline !== undefined && recorded.told !== undefined;
    const exitCode = isRecorded && unfit === 0 ? 0 : verdict.exitCode(unfit);
    return { exitCode, stdout: ended.stdout, stderr };
  } finally {
    report.abandon();
  }
};
