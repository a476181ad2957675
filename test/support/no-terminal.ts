import type { Io } from '../../src/cli/io.ts';

/** A run in a folder at a moment, with nobody at a terminal. */
export const noTerminal = (cwd: string, nowMs: number, stdin = ''): Io => ({
  cwd,
  env: {},
  nowMs,
  stdinIsTerminal: () => false,
  stdoutIsTerminal: () => false,
  columns: () => undefined,
  print: () => undefined,
  readStdin: () => Promise.resolve(new TextEncoder().encode(stdin)),
  stdinChunks: async function* () {
    yield await Promise.resolve(new TextEncoder().encode(stdin));
  },
});
