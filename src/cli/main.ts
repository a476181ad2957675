export { processIo } from './io.ts';
export { run } from './run.ts';

/** What a thread of an audit runs. */
export const judgeOnThread = async (): Promise<void> => {
  const thread = await import('./audit/judge-thread.ts');
  await thread.judgeOnThread();
};
