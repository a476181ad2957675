import type { Policy } from '../core/policy.ts';
import type { Problem } from '../core/problem.ts';
import type { JudgedPost, ReportHead, ReportTail } from '../core/report.ts';
import { version } from '../core/version.ts';
import { FORMATS, PLAIN } from '../report/index.ts';
import { createNamesTold, hiddenTail } from '../report/names-told.ts';
import type { ReportOptions, ReportWriter } from '../report/options.ts';
import { wantsColour } from './colour.ts';
import type { Io } from './io.ts';
import type { LintOptions } from './options.ts';
import { paintFor } from './paint.ts';
import type { Sink } from './sink.ts';
import { appendTo, openSink } from './sink.ts';

const DEFAULT_WIDTH = 80;

/** How a report is laid out where it goes; names are masked in all that leaves the terminal. */
export const reportOptions = async (
  options: LintOptions,
  io: Io,
  masksOnTerminal = true,
): Promise<ReportOptions> => {
  const toFile = options.output !== undefined;
  const inColour = options.format === 'text' && wantsColour(options.color, io, toFile);
  const isSeen = masksOnTerminal ? io.stdoutIsTerminal() && !toFile : !toFile;
  return {
    width: io.columns() ?? DEFAULT_WIDTH,
    reveal: options.reveal ?? isSeen,
    failOn: options.failOn,
    paint: inColour ? await paintFor(true) : PLAIN,
  };
};

export const headOf = (policies: readonly Policy[]): ReportHead => ({
  tool: { name: 'policy-lint', version },
  policies: policies.map(({ info }) => info),
});

/** A writer in the format that was asked for. */
export const openReport = async (
  policies: readonly Policy[],
  options: LintOptions,
  io: Io,
): Promise<ReportWriter> => {
  const format = await FORMATS.get(options.format)!();
  return format(headOf(policies), await reportOptions(options, io));
};

/** A writer and where it writes. */
interface Written {
  readonly writer: ReportWriter;
  readonly sink: Sink;
  readonly reveal: boolean;
}

/** A report on its way, with what goes beside it. */
interface OpenReports {
  readonly post: (judged: JudgedPost) => void;
  /** What is left for standard output, and why a file could not be written. */
  readonly end: (tail: ReportTail) => { readonly stdout: string; readonly problem?: Problem };
  readonly abandon: () => void;
  /** A sentence for the log, in which paths are masked as in the report. */
  readonly hide: (text: string) => string;
}

/** The summary of a job, where GitHub keeps one: `--format github` fills it beside its annotations. */
const openSummary = async (
  policies: readonly Policy[],
  options: LintOptions,
  io: Io,
): Promise<readonly Written[]> => {
  const file = io.env['GITHUB_STEP_SUMMARY'];
  if (options.format !== 'github' || file === undefined || file === '') return [];
  const { jobSummary } = await import('../report/job-summary.ts');
  const laidOut = await reportOptions({ ...options, output: file }, io);
  const writer = jobSummary(headOf(policies), laidOut);
  return [{ writer, sink: appendTo(file), reveal: laidOut.reveal }];
};

/** Opens what a run writes; each post goes to all of it. */
export const openReports = async (
  policies: readonly Policy[],
  options: LintOptions,
  io: Io,
): Promise<OpenReports> => {
  const { reveal } = await reportOptions(options, io);
  const report = await openReport(policies, options, io);
  const names = createNamesTold();
  const written: readonly Written[] = [
    { writer: report, sink: openSink(options.output, io), reveal },
    ...(await openSummary(policies, options, io)),
  ];
  return {
    post(judged) {
      const named = names.add(judged);
      for (const { writer, sink } of written) sink.write(writer.post(named));
    },
    end(tail) {
      const ended = written.map(({ writer, sink, reveal: isShown }) => {
        sink.write(writer.end(isShown ? tail : hiddenTail(tail, names)));
        return sink.end();
      });
      const failed = ended.find((one) => 'problem' in one);
      const stdout = ended.map((one) => ('stdout' in one ? one.stdout : '')).join('');
      return failed && 'problem' in failed ? { stdout, problem: failed.problem } : { stdout };
    },
    abandon() {
      for (const { sink } of written) sink.abandon();
    },
    hide: (text) => (reveal ? text : names.hide(text)),
  };
};
