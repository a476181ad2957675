import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runBinary } from './support/binary.ts';

/**
 * Whole runs of the command: a folder each under fixtures/runs with `args.txt` (an argument a line),
 * perhaps `stdin.txt`, and what must come out: `stdout.txt`, `stderr.txt`, `exit-code.txt`.
 * UPDATE_RUNS=1 writes what came out; read it before you commit it.
 */
const FOLDER = fileURLToPath(new URL('../fixtures/runs/', import.meta.url));
const UPDATES = process.env['UPDATE_RUNS'] === '1';

const readOptional = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8') : undefined;

describe('whole runs', () => {
  const cases = readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  it('are there', () => expect(cases.length).toBeGreaterThan(0));

  it.each(cases)('%s', (name) => {
    const cwd = path.join(FOLDER, name);
    const args = readFileSync(path.join(cwd, 'args.txt'), 'utf8').split('\n').filter(Boolean);
    const stdin = readOptional(path.join(cwd, 'stdin.txt'));
    const ran = runBinary(args, { cwd, ...(stdin !== undefined && { stdin }) });
    const outcome = {
      'exit-code.txt': `${ran.exitCode}\n`,
      'stderr.txt': ran.stderr,
      'stdout.txt': ran.stdout.replace(/"version": "[^"]+"/u, '"version": "0.0.0"'),
    };
    if (UPDATES) {
      for (const [file, text] of Object.entries(outcome)) {
        writeFileSync(path.join(cwd, file), text);
      }
    }
    const expected = Object.fromEntries(
      Object.keys(outcome).map((file) => [
        file,
        readOptional(path.join(cwd, file)) ?? `(${file} is missing)`,
      ]),
    );
    expect(outcome).toEqual(expected);
  });
});
