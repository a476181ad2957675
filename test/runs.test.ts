import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runBinary } from './support/binary.ts';

/**
 * Whole runs of the command: a folder each under fixtures/runs with `args.txt` (an argument a line),
 * perhaps `stdin.txt`, and what must come out: `stdout.txt`, `stderr.txt`, `exit-code.txt` and, of a
 * run that writes files, those in `written`.
 * UPDATE_RUNS=1 writes what came out; read it before you commit it.
 */
const FOLDER = fileURLToPath(new URL('../fixtures/runs/', import.meta.url));
const UPDATES = process.env['UPDATE_RUNS'] === '1';
const WRITTEN = 'written';

const readOptional = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8') : undefined;

const unversioned = (text: string): string => text.replace(/("version": ?)"[^"]+"/gu, '$1"0.0.0"');

/** Runs a command that writes files in a copy of its folder; gives what it wrote. */
const inCopy = <T>(folder: string, use: (cwd: string) => T) => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
  try {
    cpSync(folder, cwd, { recursive: true });
    rmSync(path.join(cwd, WRITTEN), { recursive: true, force: true });
    const before = new Set(readdirSync(cwd));
    const result = use(cwd);
    const written = readdirSync(cwd)
      .filter((name) => !before.has(name))
      .map((name) => [
        `${WRITTEN}/${name}`,
        unversioned(readFileSync(path.join(cwd, name), 'utf8')),
      ]);
    return { result, written: Object.fromEntries(written) as Record<string, string> };
  } finally {
    rmSync(cwd, { recursive: true });
  }
};

const WRITES = new Set(['--report', '-o', '--output']);

describe('whole runs', () => {
  const cases = readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  it('are there', () => expect(cases.length).toBeGreaterThan(0));

  it.each(cases)('%s', (name) => {
    const folder = path.join(FOLDER, name);
    const args = readFileSync(path.join(folder, 'args.txt'), 'utf8').split('\n').filter(Boolean);
    const stdin = readOptional(path.join(folder, 'stdin.txt'));
    const runIn = (cwd: string) => runBinary(args, { cwd, ...(stdin !== undefined && { stdin }) });
    const { result: ran, written } = args.some((one) => WRITES.has(one))
      ? inCopy(folder, runIn)
      : { result: runIn(folder), written: {} };
    const outcome: Readonly<Record<string, string>> = {
      'exit-code.txt': `${ran.exitCode}\n`,
      'stderr.txt': ran.stderr,
      'stdout.txt': unversioned(ran.stdout),
      ...written,
    };
    if (UPDATES) {
      rmSync(path.join(folder, WRITTEN), { recursive: true, force: true });
      for (const [file, text] of Object.entries(outcome)) {
        mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        writeFileSync(path.join(folder, file), text);
      }
    }
    const kept = existsSync(path.join(folder, WRITTEN))
      ? readdirSync(path.join(folder, WRITTEN)).map((file) => `${WRITTEN}/${file}`)
      : [];
    const expected = Object.fromEntries(
      [...new Set([...Object.keys(outcome), ...kept])].map((file) => [
        file,
        readOptional(path.join(folder, file)) ?? `(${file} is missing)`,
      ]),
    );
    expect(outcome).toEqual(expected);
  });
});
