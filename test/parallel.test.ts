import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runBinary } from './support/binary.ts';
import { ownPosts } from './support/own-posts.ts';

const BINARY = fileURLToPath(new URL('../bin/policy-lint.js', import.meta.url));

const isInstalled = spawnSync('parallel', ['--version']).status === 0;
if (!isInstalled) console.warn('GNU parallel is not installed: its test is left out');

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
  writeFileSync(path.join(cwd, 'posts.ndjson'), `${ownPosts(60).join('\n')}\n`);
});
afterAll(() => rmSync(cwd, { recursive: true }));

const report = (part: string): string => {
  const moment = ['--now', '2025-12-01T09:00'];
  const { stderr } = runBinary(['report', part, ...moment, '--report', 'audit.html'], { cwd });
  expect(stderr).not.toContain('cut short');
  return readFileSync(path.join(cwd, 'audit.html'), 'utf8');
};

describe.skipIf(!isInstalled)('under GNU parallel', () => {
  it('makes the same report as one process', () => {
    const stdin = readFileSync(path.join(cwd, 'posts.ndjson'));
    const alone = runBinary(['--format', 'ndjson', '-'], { cwd, stdin });
    writeFileSync(path.join(cwd, 'alone.ndjson'), alone.stdout);
    const command = [process.execPath, BINARY, '--format', 'ndjson', '-', '||', 'true'];
    const shared = execFileSync(
      'parallel',
      ['--will-cite', '--jobs', '2', '--pipe', '-N', '25', command.join(' ')],
      { cwd, input: stdin, encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    writeFileSync(path.join(cwd, 'shared.ndjson'), shared);
    expect(shared.split('\n')).toHaveLength(60 + 3 + 1);
    expect(report('shared.ndjson')).toBe(report('alone.ndjson'));
  });
});
