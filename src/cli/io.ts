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
  /** Writes to standard output at once: the beginning of a report too long to be kept. */
  readonly print: (text: string) => void;
  /** Asks a person on the terminal; undefined once they have left with Ctrl-C or Ctrl-D. */
  readonly ask?: (question: string) => Promise<string | undefined>;
}

/** What a run says and how it ends; `bin` prints it. */
export interface Outcome {
  readonly exitCode: 0 | 1 | 2;
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
    ask: async (question) => (await import('./init/terminal.ts')).askOnTerminal(question),
    readStdin: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    },
  };
};
