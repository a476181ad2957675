import { statSync } from 'node:fs';
import type { Problem } from '../core/problem.ts';
import type { Baseline } from '../core/waiver.ts';
import type { Io } from './io.ts';
import { readText } from './read-text.ts';
import { shownFrom } from './waivers-file.ts';
import { writeReport } from './write-report.ts';

export interface BaselineRead {
  readonly baseline?: Baseline;
  readonly problems: readonly Problem[];
}

/** Reads a baseline; `file` is an absolute path. */
export const readBaselineFile = async (
  file: string,
  { cwd }: Pick<Io, 'cwd'>,
): Promise<BaselineRead> => {
  const shown = shownFrom(cwd, file);
  if (!statSync(file, { throwIfNoEntry: false })) {
    const message = `there is no such file: make it with policy-lint --write-baseline ${shown}`;
    return { problems: [{ file: shown, message }] };
  }
  const read = readText(file, shown);
  if ('problem' in read) return { problems: [read.problem] };
  const { readBaseline } = await import('../policy/baseline.ts');
  const { value, problems } = readBaseline(read.text, shown);
  return problems.length > 0 ? { problems } : { baseline: value, problems };
};

/** An option with a word of its own takes the next word, even where that was meant to be checked. */
export const whyNoBaseline = async (
  file: string,
  io: Pick<Io, 'cwd'>,
): Promise<Problem | undefined> => {
  if (!statSync(file, { throwIfNoEntry: false })?.size) return undefined;
  const { problems } = await readBaselineFile(file, io);
  const message = 'this file is there and is no baseline: name another after --write-baseline';
  return problems.length > 0 ? { file: shownFrom(io.cwd, file), message } : undefined;
};

/** Writes a baseline; `today` is the day of the run. */
export const writeBaselineFile = async (
  file: string,
  baseline: Baseline,
  today: string,
  io: Io,
): Promise<Problem | undefined> => {
  const { baselineText } = await import('../policy/baseline.ts');
  return writeReport(file, baselineText(baseline, today), io, { what: 'the baseline' });
};

/** How many findings of how many posts a baseline holds. */
export const sizeOf = (
  baseline: Baseline,
): { readonly findings: number; readonly posts: number } => ({
  posts: baseline.size,
  findings: [...baseline.values()]
    .flatMap((rules) => [...rules.values()])
    .reduce((sum, count) => sum + count, 0),
});
