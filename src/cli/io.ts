import { fstatSync } from 'node:fs';
import type NodeProcess from 'node:process';

/** What a run may know of the world around it. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly nowMs: number;
  readonly stdinIsTerminal: () => boolean;
  readonly stdoutIsTerminal: () => boolean;
  /** Columns of the terminal, where there is one. */
  readonly columns: () => number | undefined;
  readonly readStdin: () => Promise<Uint8Array>;
  /** Standard input a piece at a time, as it comes. */
  readonly stdinChunks: () => AsyncIterable<Uint8Array>;
  /** Writes to standard output at once: the beginning of a report too long to be kept. */
  readonly print: (text: string) => void;
  /** Standard error where it is a terminal: for what is drawn there and drawn over. */
  readonly stderrTerminal?: () => NodeJS.WriteStream | undefined;
  /** Calls `stop` at the first Ctrl-C instead of ending at once; the answer takes that back. */
  readonly onInterrupt?: (stop: () => void) => () => void;
  /** Asks a person on the terminal; undefined once they have left with Ctrl-C or Ctrl-D. */
  readonly ask?: (question: string) => Promise<string | undefined>;
}

/** What a run says and how it ends; `bin` prints it. */
export interface Outcome {
  /** 130: somebody stopped the run with Ctrl-C. */
  readonly exitCode: 0 | 1 | 2 | 130;
  readonly stdout: string;
  readonly stderr: string;
}

/** Asks Node's terminal module, which takes milliseconds to load, only of what could be one. */
const isTerminal = (descriptor: number, stream: () => { readonly isTTY?: boolean }): boolean => {
  try {
    return fstatSync(descriptor).isCharacterDevice() && stream().isTTY === true;
  } catch {
    // A closed descriptor is no terminal.
    return false;
  }
};

/** The streams of `process` are touched only when they must be: starting them takes milliseconds. */
export const processIo = (process: typeof NodeProcess, print: Io['print']): Io => {
  const stdoutIsTerminal = (): boolean => isTerminal(1, () => process.stdout);
  return {
    cwd: process.cwd(),
    env: process.env,
    nowMs: Date.now(),
    stdinIsTerminal: () => isTerminal(0, () => process.stdin),
    stdoutIsTerminal,
    columns: () => (stdoutIsTerminal() ? process.stdout.columns : undefined),
    print,
    stderrTerminal: () => (isTerminal(2, () => process.stderr) ? process.stderr : undefined),
    onInterrupt: (stop) => {
      const signals = ['SIGINT', 'SIGTERM'] as const;
      for (const signal of signals) process.once(signal, stop);
      return () => {
        for (const signal of signals) process.off(signal, stop);
      };
    },
    ask: async (question) => (await import('./init/terminal.ts')).askOnTerminal(question),
    readStdin: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    },
    stdinChunks: () => process.stdin as AsyncIterable<Uint8Array>,
  };
};
