import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runBinary } from './support/binary.ts';
import { ownPosts } from './support/own-posts.ts';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
  writeFileSync(path.join(cwd, 'posts.ndjson'), `${ownPosts(150).join('\n')}\n`);
});
afterAll(() => rmSync(cwd, { recursive: true }));

const REPORTS = ['audit.html', 'audit.csv', 'audit.json', 'audit.ndjson'] as const;

const audit = (jobs: number) => {
  const reports = REPORTS.flatMap((file) => ['--report', file]);
  const ran = runBinary(
    ['audit', 'posts.ndjson', '--now', '2025-12-15T09:00', '--jobs', String(jobs), ...reports],
    { cwd },
  );
  return { ...ran, reports: REPORTS.map((file) => readFileSync(path.join(cwd, file), 'utf8')) };
};

describe('an audit on several threads', () => {
  it('says the same to the byte as on one', () => {
    const one = audit(1);
    expect(one.exitCode).toBe(1);
    for (const jobs of [2, 8]) expect(audit(jobs)).toEqual(one);
  });
});
