import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Post } from '../core/post.ts';
import { fingerprintOf } from '../engine/fingerprint.ts';
import { FORMATS } from '../report/index.ts';
import { noTerminal } from '../../test/support/no-terminal.ts';
import { run } from './run.ts';

let cwd: string;

const POLICY = `policy: { id: ours, title: Ours, timezone: Europe/London }
clauses: [{ id: c, section: S, requires: R., kind: draft }]
rules:
  - { id: no-names, clause: c, severity: error, check: person-named, message: M, examples: { flags: [a], allows: [b] } }
`;

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
  write('policy-lint.yaml', 'policies: [./ours.yaml]\n');
  write('ours.yaml', POLICY);
});
afterEach(() => rmSync(cwd, { recursive: true }));

const write = (file: string, text: string): void => writeFileSync(path.join(cwd, file), text);

const lint = (...argv: readonly string[]) => run(argv, noTerminal(cwd, Date.UTC(2026, 10, 22, 12)));

const PRAISE = 'Well done Jessica Thompson of 4B!';
const POST: Post = {
  id: '',
  text: PRAISE,
  origin: { file: 'draft.txt', line: 1, record: 1 },
  at: { kind: 'now' },
  media: [],
};

describe('an account in a file', () => {
  it('is not repeated where words of the post stand in its cell', async () => {
    write(
      'queue.csv',
      'Date,Time,Message,Account\n2026-12-07,09:00,Well done 4B, and Jessica Thompson of course\n',
    );
    const { stderr } = await lint('queue.csv');
    expect(stderr).toBe(
      'note: not configured, so judged as the school’s own account: queue.csv:2\n',
    );
  });

  it.each([...FORMATS.keys()])('is not repeated where it cannot be (%s)', async (format) => {
    write(
      'queue.json',
      '[{"text":"x","account":"Jessica Thompson:a"},{"text":"y","account":"class:"}]',
    );
    const { stdout, stderr } = await lint('queue.json', '-f', format);
    expect(stdout + stderr).not.toMatch(/jessica|thompson/iu);
    expect(stderr).toBe(
      'queue.json:1: there is no account as this post names one: write school, department:science, class:3B, personal or a configured name\n' +
        'queue.json:1: its account does not say which: write it as class:3B or department:science\n',
    );
  });
});

describe('a waiver', () => {
  const waive = (changes: string): void =>
    write(
      'waivers.yaml',
      `- rule: ours/no-names
  post: ${fingerprintOf(POST)}
  approved: 2026-11-20
  expires: 2026-11-30
${changes}`,
    );

  it.each([...FORMATS.keys()])('does not say the names of its post (%s)', async (format) => {
    write('draft.txt', PRAISE);
    waive(
      `  reason: Asked for by JESSICA herself\n  approvedBy: Jessica Marlowe mum\n  role: for thompson\n`,
    );
    const { stdout, stderr } = await lint('draft.txt', '-f', format);
    expect(stdout + stderr).not.toMatch(/jessica|thompson|marlowe/iu);
    expect(stderr).not.toMatch(/waivers\.yaml/u);
  });

  it('that names a child is a problem of its file', async () => {
    write('draft.txt', PRAISE);
    waive(
      '  reason: Little Mia Patel asked to be named\n  approvedBy: A. Okafor\n  role: parent of Jessica\n',
    );
    const { stdout, stderr, exitCode } = await lint('draft.txt', '-f', 'csv');
    const why = 'this seems to name a child, and reports repeat it: say it without the name';
    expect(stderr).toBe(`waivers.yaml:1: reason: ${why}\nwaivers.yaml:1: role: ${why}\n`);
    expect(stdout).not.toMatch(/patel|jessica/iu);
    expect(exitCode).toBe(2);
  });
});

describe('a path that holds a name', () => {
  const file = 'Well done Jessica Thompson.csv';

  it.each([...FORMATS.keys()])('is masked wherever it stands (%s)', async (format) => {
    write(
      file,
      `Text,Posting Time\n${PRAISE},2026-12-07 09:00\nChoir,2026-12-07 09:00\nWell done Noah Wilson,2026-12-08 09:00\na,b,c,d\n`,
    );
    const { stdout, stderr } = await lint(file, '-f', format);
    expect(stdout + stderr).not.toMatch(/jessica|thompson/iu);
    expect(stderr).toMatch(
      /^Well done J••• T•••\.csv:5:1: .*\nnote: Well done J••• T•••\.csv:3: /u,
    );
  });

  it('is masked in no other file', async () => {
    write('a.txt', 'Well done April Thompson of 4B!');
    write('april.txt', 'Well done Noah Wilson of 4B!');
    const { stdout } = await lint('a.txt', 'april.txt', '-f', 'compact');
    expect(stdout).toMatch(/^april\.txt:1:11: /mu);
  });
});

it('masks an id by names that the run has met', async () => {
  write(
    'queue.json',
    JSON.stringify([
      { text: PRAISE, id: 'one' },
      { text: 'Well done', id: 'Jessica Thompson' },
    ]),
  );
  const { stdout } = await lint('queue.json', '-f', 'json');
  const { posts } = JSON.parse(stdout) as { posts: readonly { readonly id: string }[] };
  expect(posts.map(({ id }) => id)).toEqual(['one', 'J••• T•••']);
});
