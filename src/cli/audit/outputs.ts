import path from 'node:path';
import type { AuditSummary } from '../../core/audit.ts';
import type { Policy } from '../../core/policy.ts';
import type { Problem } from '../../core/problem.ts';
import { AUDIT_FORMATS } from '../../report/audit/index.ts';
import type { Io } from '../io.ts';
import { headOf, reportOptions } from '../open-report.ts';
import { openSink } from '../sink.ts';
import { whyNoReport } from '../write-report.ts';
import type { Entered } from './book.ts';
import type { AuditOptions } from '../options.ts';

/** Where the results of an audit go: standard output or `-o`, and each `--report`. */
export interface Output {
  readonly format: string;
  /** Absent: standard output. */
  readonly file?: string;
}

const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.csv', 'csv'],
  ['.json', 'json'],
  ['.ndjson', 'ndjson'],
  ['.txt', 'text'],
]);

const KNOWN = [...AUDIT_FORMATS.keys()].join(', ');

/** What is to be written, or why it cannot be. */
export const outputsOf = (
  { format, output, report = [] }: AuditOptions,
  files: readonly string[],
  io: Io,
): { readonly outputs: readonly Output[]; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  if (!AUDIT_FORMATS.has(format)) {
    problems.push({ file: '--format', message: `an audit is reported as ${KNOWN}, not ${format}` });
  }
  const outputs: Output[] = [{ format, ...(output !== undefined && { file: output }) }];
  for (const file of report) {
    const known = ENDINGS.get(path.extname(file).toLowerCase());
    if (known !== undefined) outputs.push({ format: known, file });
    else
      problems.push({
        file: '--report',
        message: 'name a file that ends in .html, .csv, .json, .ndjson or .txt',
      });
  }
  const named = outputs.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const targets = named.map((file) => path.resolve(io.cwd, file));
  if (new Set(targets).size < targets.length) {
    problems.push({
      file: '--report',
      message: 'two reports would be written to one file: name another',
    });
  }
  for (const file of named) {
    const why = whyNoReport(file, files, io);
    if (why) problems.push(why);
  }
  return { outputs, problems };
};

export interface OpenOutputs {
  readonly post: (entered: Entered) => void;
  /** What is left for standard output, and why files could not be written. */
  readonly end: (
    summary: AuditSummary,
  ) => Promise<{ readonly stdout: string; readonly problems: readonly Problem[] }>;
  /** Leaves nothing behind of reports that are not finished. */
  readonly abandon: () => void;
}

/** Opens all that an audit writes; nobody ever finds half of it. */
export const openOutputs = async (
  outputs: readonly Output[],
  policies: readonly Policy[],
  options: AuditOptions,
  io: Io,
): Promise<OpenOutputs> => {
  const head = headOf(policies);
  const { output: _, ...rest } = options;
  const opened = await Promise.all(
    outputs.map(async ({ format, file }) => {
      const asked = { ...rest, format, ...(file !== undefined && { output: file }) };
      const load = AUDIT_FORMATS.get(format)!;
      const writer = (await load())(head, await reportOptions(asked, io));
      return { writer, sink: openSink(file, io) };
    }),
  );
  return {
    post({ judged, stretch }) {
      for (const { writer, sink } of opened) {
        sink.write(stretch === 'period' ? writer.post(judged) : (writer.before?.(judged) ?? ''));
      }
    },
    async end(summary) {
      let stdout = '';
      const problems: Problem[] = [];
      for (const { writer, sink } of opened) {
        sink.write(await writer.end(summary));
        const ended = sink.end();
        if ('problem' in ended) problems.push(ended.problem);
        else stdout += ended.stdout;
      }
      return { stdout, problems };
    },
    abandon() {
      for (const { sink } of opened) sink.abandon();
    },
  };
};
