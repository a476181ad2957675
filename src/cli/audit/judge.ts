import type { Unchecked } from '../../core/finding.ts';
import type { Policy } from '../../core/policy.ts';
import type { Post } from '../../core/post.ts';
import type { JudgedPost } from '../../core/report.ts';
import type { School } from '../../core/school.ts';
import { CATALOGUE } from '../../engine/catalogue.ts';
import { lintPosts } from '../../engine/lint.ts';
import type { LoadEncoder } from '../../engine/tools.ts';
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

interface Bench {
  readonly policies: readonly Policy[];
  readonly school: School;
  readonly nowMs: number;
  readonly loadEncoder: LoadEncoder;
}

/** Judges one post at a time: what is out already, so no rewritten texts, and what audits look at. */
const oneByOne = (bench: Bench): ((post: Post) => Promise<JudgedPost>) => {
  let current: Post;
  function* endless(): Generator<Post> {
    for (;;) yield current;
  }
  const { checks } = CATALOGUE;
  const judging = lintPosts(endless(), { ...bench, checks, suggests: false, traces: true });
  return async (post) => {
    current = post;
    const { value } = await judging.next();
    return value as JudgedPost;
  };
};

/** Sets up a judge as the run itself was set up, which has refused whatever could be wrong. */
export const createJudge = async ({ options, nowMs, ...io }: JudgeSettings): Promise<Judge> => {
  const { policies: active, school } = await setUp(options, { ...io, nowMs }, { isAudit: true });
  const { policy } = await findCompared(options, active, io);
  const policies = policy ? [...active, policy] : active;
  const { load, notes } = encoderLoader();
  const bench = { policies, school, nowMs, loadEncoder: load };
  const judgeWhole = oneByOne(bench);
  // What was found clean is only looked at for what audits want to know.
  const unasked = policies.map((one) => ({ ...one, rules: [] }));
  const judgeKnown = oneByOne({ ...bench, policies: unasked });
  return {
    async judge({ posts, known }) {
      const judged: JudgedPost[] = [];
      for (const [place, post] of posts.entries()) {
        const unchecked = known?.get(place);
        judged.push(
          unchecked ? { ...(await judgeKnown(post)), unchecked } : await judgeWhole(post),
        );
      }
      return judged;
    },
    notes,
  };
};
