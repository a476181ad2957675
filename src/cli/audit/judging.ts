import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Post } from '../../core/post.ts';
import type { JudgedPost } from '../../core/report.ts';
import type { Journal } from './journal.ts';
import type { Batch, JudgeSettings } from './judge.ts';
import { createJudge } from './judge.ts';
import { openPool } from './pool.ts';
import { keepHeapSmall } from './small-heap.ts';

/** Judges posts, a few at a time, in the order in which they come, on one thread or on several: the answers are the same. */
export interface Judging {
  readonly judge: (
    posts: AsyncIterable<Post>,
    journal?: Journal,
  ) => AsyncGenerator<readonly JudgedPost[]>;
  /** What is to be said of the way it was done. */
  readonly notes: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Posts that travel to a thread together: fewer journeys, and still many to share out. */
const BATCH = 32;

/** Batches that wait for each thread, so that none is ever idle. */
const AHEAD = 3;

/** Half a megabyte of archive is a few hundred posts: starting threads would take as long. */
const WORTH_THREADS = 512 * 1024;
const MOST_JOBS = 8;

/** How many threads to use where nobody says. */
export const jobsFor = (asked: number | undefined, bytes: number): number =>
  asked ?? (bytes < WORTH_THREADS ? 1 : Math.min(MOST_JOBS, availableParallelism()));

async function* inBatches(
  posts: AsyncIterable<Post>,
  journal: Journal | undefined,
): AsyncGenerator<Batch> {
  const batchOf = (list: readonly Post[]): Batch => {
    const known = journal?.known(list);
    return { posts: list, ...(known && { known }) };
  };
  let list: Post[] = [];
  for await (const post of posts) {
    list.push(post);
    if (list.length < BATCH) continue;
    yield batchOf(list);
    list = [];
  }
  if (list.length > 0) yield batchOf(list);
}

interface Waiting {
  readonly batch: Batch;
  readonly judged: Promise<readonly JudgedPost[]>;
}

export const openJudging = async (jobs: number, settings: JudgeSettings): Promise<Judging> => {
  keepHeapSmall();
  const judges =
    jobs === 1
      ? { ...(await createJudge(settings)), close: async () => undefined }
      : openPool(jobs, settings);
  const ahead = jobs === 1 ? 1 : jobs * AHEAD;
  return {
    async *judge(posts, journal) {
      const waiting: Waiting[] = [];
      async function* first(): AsyncGenerator<readonly JudgedPost[]> {
        const { batch, judged } = waiting.shift()!;
        const list = await judged;
        if (!batch.known) journal?.add(batch.posts, list);
        yield list;
        // Ctrl-C and a bar on the terminal have their turn.
        if (jobs === 1) await setImmediate();
      }
      for await (const batch of inBatches(posts, journal)) {
        waiting.push({ batch, judged: judges.judge(batch) });
        if (waiting.length >= ahead) yield* first();
      }
      while (waiting.length > 0) yield* first();
    },
    notes: judges.notes,
    close: judges.close,
  };
};
