import type { Policy } from '../core/policy.ts';
import { version } from '../core/version.ts';
import { FORMATS, PLAIN } from '../report/index.ts';
import type { ReportOptions, ReportWriter } from '../report/options.ts';
import { wantsColour } from './colour.ts';
import type { Io } from './io.ts';
import type { LintOptions } from './options.ts';
import { paintFor } from './paint.ts';

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
    paint: inColour ? await paintFor(true) : PLAIN,
  };
};

/** A writer in the format that was asked for. */
export const openReport = async (
  policies: readonly Policy[],
  options: LintOptions,
  io: Io,
): Promise<ReportWriter> => {
  const format = await FORMATS.get(options.format)!();
  const head = {
    tool: { name: 'policy-lint', version },
    policies: policies.map(({ info }) => info),
  };
  return format(head, await reportOptions(options, io));
};
