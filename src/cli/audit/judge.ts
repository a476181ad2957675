import type { Unchecked } from '../../core/finding.ts';
import type { Post } from '../../core/post.ts';
import type { JudgedPost } from '../../core/report.ts';
import { CATALOGUE } from '../../engine/catalogue.ts';
import { createJudgeOne } from '../../engine/lint.ts';
import type { Io } from '../io.ts';
import { encoderLoader } from '../load-encoder.ts';
import { setUp } from '../setup.ts';
import { findCompared } from './compared.ts';
import type { AuditOptions } from '../options.ts';

/** What a judge is made of: plain data, for it may stand on another thread. */
export interface JudgeSettings {
  readonly options: AuditOptions;
  readonly cwd: string;
  readonly env: Io['env'];
  readonly nowMs: number;
}

/** Posts to be judged together. */
export interface Batch {
  readonly posts: readonly Post[];
  /** By place: posts that an earlier run found clean, with what could not be asked of them. */
  readonly known?: ReadonlyMap<number, readonly Unchecked[]>;
}

export interface Judge {
  readonly judge: (batch: Batch) => Promise<readonly JudgedPost[]>;
  readonly notes: () => readonly string[];
}

/** Sets up a judge as the run itself was set up, which has refused whatever could be wrong. */
export const createJudge = async ({ options, nowMs, ...io }: JudgeSettings): Promise<Judge> => {
  const { policies: active, school } = await setUp(options, { ...io, nowMs }, { isAudit: true });
  const { policy } = await findCompared(options, active, io);
  const policies = policy ? [...active, policy] : active;
  const { load, notes } = encoderLoader();
  // What is out already gets no rewritten texts, and audits look at more than findings.
  const bench = {
    policies,
    school,
    nowMs,
    loadEncoder: load,
    checks: CATALOGUE.checks,
    suggests: false,
    traces: true,
  };
  const judgeWhole = await createJudgeOne(bench);
  // What was found clean is only looked at for what audits want to know.
  const unasked = policies.map((one) => ({ ...one, rules: [] }));
  const judgeKnown = await createJudgeOne({ ...bench, policies: unasked });
  return {
    async judge({ posts, known }) {
      const judged: JudgedPost[] = [];
      for (const [place, post] of posts.entries()) {
        const unchecked = known?.get(place);
        const judging = unchecked ? judgeKnown(post) : judgeWhole(post);
        const one = judging instanceof Promise ? await judging : judging;
        judged.push(unchecked ? { ...one, unchecked } : one);
      }
      return judged;
    },
    notes,
  };
};
