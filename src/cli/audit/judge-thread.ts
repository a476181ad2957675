import { parentPort, workerData } from 'node:worker_threads';
import type { Batch, JudgeSettings } from './judge.ts';
import { createJudge } from './judge.ts';
import type { Answer } from './pool.ts';

/** What a thread of an audit does: it judges batches of posts, one after the other. */
export const judgeOnThread = async (): Promise<void> => {
  const port = parentPort!;
  const making = createJudge(workerData as JudgeSettings);
  let before: Promise<void> = Promise.resolve();
  const answer = async (batch: Batch): Promise<void> => {
    const { judge, notes } = await making;
    const judged = (await judge(batch)).map(({ post: _, ...rest }) => rest);
    port.postMessage({ judged, notes: notes() } satisfies Answer);
  };
  port.on('message', (batch: Batch) => {
    before = before.then(() => answer(batch));
  });
};
