import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Notice, Problem } from '../core/problem.ts';
import type { JudgedPost } from '../core/report.ts';
import type { Baseline } from '../core/waiver.ts';
import type { BaselineCollector } from '../engine/baseline-collector.ts';
import { readBaselineFile, sizeOf, whyNoBaseline, writeBaselineFile } from './baseline-file.ts';
import type { Io } from './io.ts';
import type { LintOptions } from './options.ts';
import type { Setup } from './setup.ts';
import { shownFrom, waiversFor } from './waivers-file.ts';

interface Finished {
  readonly told?: string;
  readonly problem?: Problem;
}

/** What a run excuses and what it records. */
export interface RunExceptions {
  /** Why the run cannot start, or cannot trust all that it was told. */
  readonly problems: readonly Problem[];
  /** Give it each judged post once, in order. */
  readonly apply: (judged: JudgedPost) => JudgedPost;
  /** `judgedAll`: every post of the school’s was judged, so that what was not used is not needed. */
  readonly notices: (judgedAll: boolean) => readonly Notice[];
  /**
   * Writes the baseline where the run was asked to, and says so, or why not. Not to be called in a run
   * with problems: what could not be judged would be missing.
   */
  readonly finish: (judgedAll?: boolean) => Promise<Finished>;
}

const USUAL_BASELINE = 'policy-lint-baseline.json';

interface Files {
  /** What is read. */
  readonly baseline?: string;
  /** What is written. */
  readonly target?: string;
}

const filesOf = (
  { baseline: named, writeBaseline, pruneBaseline }: LintOptions,
  { baseline: configured, folder }: Setup,
  { cwd }: Io,
): Files => {
  const usual = path.join(folder, USUAL_BASELINE);
  // What `--write-baseline` makes without a name, `--prune-baseline` finds without one.
  const unnamed = configured ?? (pruneBaseline && existsSync(usual) ? usual : undefined);
  const baseline = named === undefined ? unnamed : path.resolve(cwd, named);
  const asked = typeof writeBaseline === 'string' ? path.resolve(cwd, writeBaseline) : undefined;
  if (writeBaseline !== undefined) {
    return { target: asked ?? baseline ?? usual };
  }
  if (baseline === undefined) return {};
  return pruneBaseline ? { baseline, target: baseline } : { baseline };
};

const mistakesOf = (
  { writeBaseline, pruneBaseline, upcoming }: LintOptions,
  { baseline }: Files,
): readonly Problem[] => {
  const option = writeBaseline === undefined ? '--prune-baseline' : '--write-baseline';
  if (writeBaseline === undefined && !pruneBaseline) return [];
  const wrong = (message: string): readonly Problem[] => [{ file: option, message }];
  if (writeBaseline !== undefined && pruneBaseline) {
    return wrong('a baseline is either written anew or pruned: leave --prune-baseline out');
  }
  if (upcoming) return wrong('a baseline is about every post: leave --upcoming out');
  return pruneBaseline && baseline === undefined
    ? wrong('name the baseline to prune, as --baseline policy-lint-baseline.json')
    : [];
};

const NOT_ALL: Problem = {
  file: '--prune-baseline',
  message:
    'only a run over every post can tell what is no longer there: name all files of the queue',
};

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** What the school excuses in this run. `today` is a day in the school’s zone. */
export const openExceptions = async (
  options: LintOptions,
  setup: Setup,
  today: string,
  io: Io,
): Promise<RunExceptions> => {
  const files = filesOf(options, setup, io);
  const { baseline: file, target } = files;
  const read = await waiversFor(options, setup, today, io);
  const before = file === undefined ? { problems: [] } : await readBaselineFile(file, io);
  const known: Baseline | undefined = 'baseline' in before ? before.baseline : undefined;
  const unwritable =
    target === undefined || target === file ? undefined : await whyNoBaseline(target, io);
  const problems = [
    ...mistakesOf(options, files),
    ...read.problems,
    ...before.problems,
    ...(unwritable ? [unwritable] : []),
  ];
  const exceptions =
    read.waivers.length > 0 || known
      ? (await import('../engine/exceptions.ts')).createExceptions(read.waivers, known, {
          today,
          policies: setup.policies,
          ...(file !== undefined && { baselineFile: shownFrom(io.cwd, file) }),
        })
      : undefined;
  const counting =
    target === undefined ? undefined : await import('../engine/baseline-collector.ts');
  const collector: BaselineCollector | undefined = counting?.createBaselineCollector();
  return {
    problems,
    apply(judged) {
      const applied = exceptions?.apply(judged) ?? judged;
      collector?.add(applied);
      return applied;
    },
    notices: (judgedAll) => exceptions?.notices(judgedAll) ?? [],
    async finish(judgedAll = true) {
      if (target === undefined || !collector || !counting) return {};
      if (known && !judgedAll) return { problem: NOT_ALL };
      const seen = collector.baseline();
      const baseline = known ? counting.prunedBaseline(known, seen) : seen;
      const problem = await writeBaselineFile(target, baseline, today, io);
      if (problem) return { problem };
      const { findings, posts } = sizeOf(baseline);
      const shown = shownFrom(io.cwd, target);
      const isNamed = target === setup.baseline || known !== undefined;
      const hint = isNamed
        ? ''
        : `; policy-lint --baseline ${shown} reads it, or baseline: in policy-lint.yaml`;
      return {
        told: `${shown}: holds ${plural(findings, 'finding')} of ${plural(posts, 'post')}${hint}`,
      };
    },
  };
};
