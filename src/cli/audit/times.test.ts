import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noTerminal } from '../../../test/support/no-terminal.ts';
import { run } from '../run.ts';

const NOW = Date.UTC(2026, 10, 23, 9);

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

describe('a time that cannot be', () => {
  it('is named, and the post is judged all the same', async () => {
    const times = ['1970-01-01T00:00:00Z', '2099-05-01T10:00:00Z', '2026-11-03T10:00:00Z'];
    const lines = times.map((at, index) =>
      JSON.stringify({
        id: String(index),
        text: 'Well done Josh!',
        at,
        published: { kind: 'own' },
      }),
    );
    writeFileSync(path.join(cwd, 'posts.ndjson'), `${lines.join('\n')}\n`);
    const { exitCode } = await run(
      ['audit', 'posts.ndjson', '--report', 'audit.json'],
      noTerminal(cwd, NOW),
    );
    const told = JSON.parse(readFileSync(path.join(cwd, 'audit.json'), 'utf8')) as {
      readonly sums: { readonly own: number };
      readonly problems: readonly { readonly line: number; readonly message: string }[];
      readonly posts: readonly { readonly id: string; readonly at: string | null }[];
    };
    expect(told.sums.own).toBe(3);
    expect(told.posts.map(({ id, at }) => [id, at])).toEqual([
      ['0', null],
      ['1', null],
      ['2', '2026-11-03T10:00:00+00:00'],
    ]);
    expect(told.problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '1: record 1: this post says that it went out at a time that cannot be: it is judged, but by no rule about times',
      '2: record 2: this post says that it went out at a time that cannot be: it is judged, but by no rule about times',
    ]);
    expect(exitCode).toBe(2);
  });
});
