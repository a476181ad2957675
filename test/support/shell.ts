import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const BINARY = fileURLToPath(new URL('../../bin/policy-lint.js', import.meta.url));

/** What CI runs is for a POSIX shell; Windows has none that a test could count on. */
export const HAS_SHELL =
  process.platform !== 'win32' && spawnSync('bash', ['-c', ':']).status === 0;

export interface ShellRan {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Arguments of each run of policy-lint. */
  readonly calls: readonly (readonly string[])[];
}

/** A command that writes its arguments down and goes on as the built one. */
const RECORDER = `#!/usr/bin/env node
const { appendFileSync } = require('node:fs');
const { spawnSync } = require('node:child_process');
const args = process.argv.slice(2);
appendFileSync(process.env.CALLS, JSON.stringify(args) + '\\n');
process.exit(spawnSync(process.execPath, [${JSON.stringify(BINARY)}, ...args], { stdio: 'inherit' }).status);
`;

/** npm as far as an installation goes: the command appears in the folder of \`--prefix\`, or on the path. */
const NPM = `#!/usr/bin/env node
const { appendFileSync, cpSync, mkdirSync } = require('node:fs');
const path = require('node:path');
const args = process.argv.slice(2);
appendFileSync(process.env.INSTALLS, JSON.stringify(args) + '\\n');
const prefix = args.indexOf('--prefix');
if (prefix >= 0) {
  const bin = path.join(args[prefix + 1], 'node_modules', '.bin');
  mkdirSync(bin, { recursive: true });
  cpSync(path.join(process.env.TOOLS, 'policy-lint'), path.join(bin, 'policy-lint'));
}
`;

const linesOf = (file: string): readonly (readonly string[])[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as string[])
    : [];

interface Runner {
  /** `RUNNER_TEMP`, to be removed by the caller. */
  readonly temp: string;
  /** Arguments of each run of npm. */
  readonly installs: () => readonly (readonly string[])[];
  /** Runs lines as the service does: in one shell, which ends at the first that fails. */
  readonly run: (
    script: string,
    options: {
      readonly cwd: string;
      readonly env?: Readonly<Record<string, string>>;
      readonly shell?: string;
    },
  ) => ShellRan;
}

/** A machine of a CI service, whose npm reaches no network. */
export const createRunner = (): Runner => {
  const temp = mkdtempSync(path.join(tmpdir(), 'runner-'));
  const tools = path.join(temp, 'tools');
  mkdirSync(tools);
  for (const [name, text] of [
    ['policy-lint', RECORDER],
    ['npm', NPM],
  ] as const) {
    writeFileSync(path.join(tools, name), text);
    chmodSync(path.join(tools, name), 0o755);
  }
  const calls = path.join(temp, 'calls');
  const installs = path.join(temp, 'installs');
  return {
    temp,
    installs: () => linesOf(installs),
    run: (script, { cwd, env = {}, shell = 'bash' }) => {
      const before = linesOf(calls).length;
      const file = path.join(temp, 'script.sh');
      writeFileSync(file, script);
      const { status, stdout, stderr } = spawnSync(shell, ['-e', file], {
        cwd,
        encoding: 'utf8',
        env: {
          PATH: `${tools}${path.delimiter}${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`,
          HOME: temp,
          TOOLS: tools,
          CALLS: calls,
          INSTALLS: installs,
          RUNNER_TEMP: temp,
          ...env,
        },
      });
      return { exitCode: status, stdout, stderr, calls: linesOf(calls).slice(before) };
    },
  };
};
