import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { JudgedPost } from '../../core/report.ts';
import { ROOT } from '../root.ts';
import type { Batch, JudgeSettings } from './judge.ts';

/** What a thread answers to a batch of posts; the posts themselves need not travel back. */
export interface Answer {
  readonly judged: readonly Omit<JudgedPost, 'post'>[];
  readonly notes: readonly string[];
}

/** Threads that judge, each with its own policies and language model. */
export interface Pool {
  readonly judge: (batch: Batch) => Promise<readonly JudgedPost[]>;
  readonly notes: () => readonly string[];
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly batch: Batch;
  readonly resolve: (judged: readonly JudgedPost[]) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** Batches that it has and has not answered, in order. */
  readonly waiting: Waiting[];
}

const SCRIPT = path.join(ROOT, 'bin', 'judge-worker.js');

export const openPool = (jobs: number, settings: JudgeSettings): Pool => {
  const notes = new Set<string>();
  const open = (): Thread => {
    const worker = new Worker(SCRIPT, { workerData: settings });
    const waiting: Waiting[] = [];
    worker.on('message', (answer: Answer) => {
      for (const note of answer.notes) notes.add(note);
      const { batch, resolve } = waiting.shift()!;
      resolve(answer.judged.map((judged, place) => ({ ...judged, post: batch.posts[place]! })));
    });
    worker.on('error', (error: Error) => {
      for (const { reject } of waiting.splice(0)) reject(error);
    });
    return { worker, waiting };
  };
  const threads = Array.from({ length: jobs }, open);
  return {
    judge(batch) {
      const [least] = threads.toSorted((a, b) => a.waiting.length - b.waiting.length);
      const judged = new Promise<readonly JudgedPost[]>((resolve, reject) => {
        least!.waiting.push({ batch, resolve, reject });
      });
      // Whoever asked hears of it when its turn comes; until then nobody listens.
      judged.catch(() => undefined);
      least!.worker.postMessage(batch);
      return judged;
    },
    notes: () => [...notes].sort(),
    async close() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
};
