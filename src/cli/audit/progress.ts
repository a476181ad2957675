import type { Io } from '../io.ts';

/** How far an audit is, for a person who waits at a terminal. */
export interface Progress {
  /** Bytes that were read since it was told last. */
  readonly read: (bytes: number) => void;
  readonly stop: () => void;
}

const NONE: Progress = { read: () => undefined, stop: () => undefined };

/** A bar on standard error; nothing where no terminal is. `bytes`: how many there are to read. */
export const openProgress = async (bytes: number, isWanted: boolean, io: Io): Promise<Progress> => {
  const stream = isWanted ? io.stderrTerminal?.() : undefined;
  if (!stream) return NONE;
  const { default: progress } = await import('cli-progress');
  const bar = new progress.SingleBar({
    stream,
    format: 'reading and judging {bar} {percentage} %  {eta_formatted} to go',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    fps: 5,
  });
  let done = 0;
  bar.start(Math.max(1, bytes), 0);
  return {
    read(more) {
      done += more;
      bar.update(Math.min(done, bytes));
    },
    stop: () => bar.stop(),
  };
};
