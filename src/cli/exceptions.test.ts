import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noTerminal } from '../../test/support/no-terminal.ts';
import { run } from './run.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
  write('policy-lint.yaml', CONFIG);
  write('ours.yaml', POLICY);
  write('queue.yaml', QUEUE);
});
afterEach(() => rmSync(cwd, { recursive: true }));

const write = (file: string, text: string): void => writeFileSync(path.join(cwd, file), text);
const read = (file: string): string => readFileSync(path.join(cwd, file), 'utf8');

const CONFIG = 'policies: [./ours.yaml]\n';
const POLICY = `policy: { id: ours, title: Ours, timezone: Europe/London }
clauses: [{ id: c, section: S, requires: R., kind: draft }]
rules:
  - { id: no-tags, clause: c, severity: error, check: mention, message: M, examples: { flags: [a], allows: [b] } }
`;
const FAIR = '- { id: fair, text: At the fair with @AshgroveSchool, at: 2026-11-24T10:00 }\n';
const TRIP = '- { id: trip, text: On a trip with @HexleyTheatre, at: 2026-11-24T12:00 }\n';
const RAIN = '- { id: rain, text: It rains on our field, at: 2026-11-25T10:00 }\n';
const QUEUE = FAIR + RAIN;
const USUAL = 'policy-lint-baseline.json';

interface Shown {
  readonly id: string;
  readonly findings: readonly unknown[];
  readonly waived: readonly unknown[];
  readonly known: readonly unknown[];
}

/** How many findings of each post count, are waived, and were known. */
const lint = async (...argv: readonly string[]) => {
  const { stdout, stderr, exitCode } = await run(
    ['queue.yaml', '-f', 'json', ...argv],
    noTerminal(cwd, Date.UTC(2026, 10, 22, 12)),
  );
  const { posts, notices } = JSON.parse(stdout) as {
    posts: readonly Shown[];
    notices: readonly { readonly kind: string }[];
  };
  const shown = posts.map(
    ({ id, findings, waived, known }) =>
      `${id} ${findings.length} ${waived.length} ${known.length}`,
  );
  return { shown, notices: notices.map(({ kind }) => kind), stderr, exitCode };
};

const waiverOf = (changes: string): string =>
  `- rule: ours/no-tags
  post: POST
  reason: The parents were told on Monday
  approvedBy: A. Okafor
  approved: 2026-11-10
  expires: 2026-11-30
`.replace(/(expires: ).*/u, `$1${changes}`);

/** The fingerprint of the first post of the queue, as a baseline holds it. */
const firstPost = async (): Promise<string> => {
  await lint('--no-waivers', '--write-baseline', 'scratch.json');
  return /[0-9a-f]{16}/u.exec(read('scratch.json'))![0];
};

describe('waivers of a run', () => {
  it('cover what they name until they end', async () => {
    const post = await firstPost();
    write('waivers.yaml', waiverOf('2026-11-22').replace('POST', post));
    expect(await lint()).toEqual({
      shown: ['fair 0 1 0', 'rain 0 0 0'],
      notices: [],
      stderr: 'note: 1 exception in force\n',
      exitCode: 0,
    });
    expect(await lint('--now', '2026-11-23T00:00')).toMatchObject({
      shown: ['fair 1 0 0', 'rain 0 0 0'],
      notices: ['waiver-expired'],
      exitCode: 1,
    });
    expect(await lint('--no-waivers')).toMatchObject({ shown: ['fair 1 0 0', 'rain 0 0 0'] });
    write('other.yaml', '# none\n');
    expect(await lint('--waivers', 'other.yaml')).toMatchObject({ exitCode: 1, notices: [] });
  });

  it('that are not right cover nothing and end the run with 2', async () => {
    write('waivers.yaml', waiverOf('2026-12-31').replace('POST', await firstPost()));
    const { shown, exitCode, stderr } = await lint();
    expect({ shown, exitCode, stderr }).toEqual({
      shown: ['fair 1 0 0', 'rain 0 0 0'],
      exitCode: 2,
      stderr:
        'waivers.yaml:6:12: 51 days are too many: a rule of severity error may be waived for 30 at most, here until 2026-12-10\n',
    });
  });

  it('that are named must be there', async () => {
    const { exitCode, stderr } = await lint('--waivers', 'gone.yaml');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: 'gone.yaml: there is no such file: check --waivers\n',
    });
  });
});

describe('a baseline', () => {
  it('is written, read and pruned', async () => {
    const written = await lint('--write-baseline');
    expect([written.exitCode, written.stderr]).toEqual([
      0,
      `note: ${USUAL}: holds 1 finding of 1 post; policy-lint --baseline ${USUAL} reads it, or baseline: in policy-lint.yaml\n`,
    ]);
    write('policy-lint.yaml', `${CONFIG}baseline: ${USUAL}\n`);
    write('queue.yaml', QUEUE + TRIP);
    expect(await lint()).toMatchObject({
      shown: ['fair 0 0 1', 'rain 0 0 0', 'trip 1 0 0'],
      notices: [],
      exitCode: 1,
    });
    write('queue.yaml', RAIN);
    expect(await lint()).toMatchObject({ notices: ['baseline-stale'], exitCode: 0 });
    expect(await lint('--prune-baseline')).toMatchObject({
      stderr: expect.stringContaining(`${USUAL}: holds 0 findings of 0 posts\n`) as string,
      exitCode: 0,
    });
    expect(await lint()).toMatchObject({ notices: [], exitCode: 0 });
  });

  it('leaves out what somebody answers for, and names nobody', async () => {
    write('waivers.yaml', waiverOf('2026-11-30').replace('POST', await firstPost()));
    write('queue.yaml', QUEUE + TRIP);
    await lint('--write-baseline', 'b.json');
    const text = read('b.json');
    expect(text.replace(/[0-9a-f]{16}/u, 'POST')).toBe(`{
  "schema": "policy-lint/baseline@1",
  "made": "2026-11-22",
  "findings": {
    "POST": {
      "ours/no-tags": 1
    }
  }
}
`);
    expect(await lint('--baseline', 'b.json')).toMatchObject({
      shown: ['fair 0 1 0', 'rain 0 0 0', 'trip 0 0 1'],
    });
  });

  it('never takes the place of another file', async () => {
    const { exitCode, stderr } = await lint('--write-baseline', 'queue.yaml');
    expect({ exitCode, stderr, queue: read('queue.yaml') }).toEqual({
      exitCode: 2,
      stderr:
        'queue.yaml: this file is there and is no baseline: name another after --write-baseline\n',
      queue: QUEUE,
    });
  });

  it.each([
    [
      ['--baseline', 'gone.json'],
      'gone.json: there is no such file: make it with policy-lint --write-baseline gone.json\n',
    ],
    [
      ['--baseline', 'bad.json'],
      'bad.json: this is no JSON: restore the file, or write it anew with policy-lint --write-baseline\n',
    ],
    [
      ['--prune-baseline'],
      '--prune-baseline: name the baseline to prune, as --baseline policy-lint-baseline.json\n',
    ],
    [
      ['--write-baseline', '--prune-baseline'],
      '--write-baseline: a baseline is either written anew or pruned: leave --prune-baseline out\n',
    ],
    [
      ['--write-baseline', '--upcoming'],
      '--write-baseline: a baseline is about every post: leave --upcoming out\n',
    ],
  ])('cannot be used so: %j', async (argv, expected) => {
    write('bad.json', '{');
    const { exitCode, stderr } = await lint(...argv);
    expect({ exitCode, stderr, isWritten: existsSync(path.join(cwd, USUAL)) }).toEqual({
      exitCode: 2,
      stderr: expected,
      isWritten: false,
    });
  });
});
