import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const BINARY = fileURLToPath(new URL('../../bin/policy-lint.js', import.meta.url));

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built command as a user does, without a terminal. */
export const runBinary = (args: readonly string[], { cwd, stdin, env = {} }: RunOptions): Ran => {
  if (!existsSync(fileURLToPath(new URL('../../dist/cli/main.cjs', import.meta.url)))) {
    throw new Error('dist is missing: npm run build');
  }
  const { PATH, HOME, SystemRoot } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [BINARY, ...args], {
    cwd,
    env: { PATH, HOME, SystemRoot, ...env },
    input: stdin ?? '',
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { exitCode: status, stdout, stderr };
};
