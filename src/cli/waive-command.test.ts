import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

const CONFIG = `policies: [./ours.yaml]
roles: { headteacher: [A. Okafor] }
`;

const POLICY = `policy: { id: ours, title: Ours, timezone: Europe/London }
clauses: [{ id: c, section: S, requires: R., kind: draft }]
rules:
  - { id: no-tags, clause: c, severity: error, check: mention, message: M, waiver: { roles: [headteacher], maxDays: 5 }, examples: { flags: [a], allows: [b] } }
  - { id: hours, clause: c, severity: warning, check: posting-window, with: { to: "18:00" }, message: M, examples: { flags: [a], allows: [b] } }
  - { id: no-tags-ever, clause: c, severity: info, check: mention, message: M, waiver: never, examples: { flags: [a], allows: [b] } }
`;

const QUEUE = `- id: fair
  text: At the fair with @AshgroveSchool
  at: 2026-11-24T19:00
- id: rain
  text: It rains on our field
  at: 2026-11-24T19:30
- id: copy
  text: It rains on our field
  at: 2026-11-25T10:00
- id: trip
  text: On a trip with @HexleyTheatre
  at: 2026-11-24T10:00
`;

const NOW = Date.UTC(2026, 10, 22, 23, 30);

const policyLint = (...argv: readonly string[]) =>
  run(argv, noTerminal(cwd, NOW, 'Met @AshgroveSchool today\n'));
const waive = (...argv: readonly string[]) => policyLint('waive', ...argv);

const BY = ['--reason', 'The parents were told on Monday', '--by', 'A. Okafor'] as const;
const HEAD = [...BY, '--role', 'headteacher'] as const;

/** What a lint of the queue says of each of its posts, short. */
const lint = async (...argv: readonly string[]) => {
  const { stdout, stderr, exitCode } = await policyLint('queue.yaml', '-f', 'json', ...argv);
  interface Post {
    readonly id: string;
    readonly fingerprint: string;
    readonly findings: readonly { readonly rule: string }[];
    readonly waived: readonly { readonly rule: string }[];
    readonly known: readonly { readonly rule: string }[];
  }
  const { posts } = JSON.parse(stdout) as { posts: readonly Post[] };
  const shown = posts.flatMap(({ id, findings, waived, known }) => [
    ...findings.map(({ rule }) => `${id}: ${rule}`),
    ...waived.map(({ rule }) => `${id}: ${rule} waived`),
    ...known.map(({ rule }) => `${id}: ${rule} known`),
  ]);
  return { shown, stderr, exitCode, posts };
};

const fingerprintOf = async (id: string): Promise<string> =>
  (await lint('--no-waivers')).posts.find((post) => post.id === id)!.fingerprint;

describe('waive', () => {
  it('records who answers for an exception, and the next run knows it', async () => {
    const post = await fingerprintOf('rain');
    expect(await waive('hours', 'queue.yaml:5', ...BY)).toEqual({
      exitCode: 0,
      stdout: `waivers.yaml: ours/hours is waived for ${post} until 29 Nov 2026 (A. Okafor)\n`,
      stderr: '',
    });
    expect(read('waivers.yaml'))
      .toBe(`# yaml-language-server: $schema=./node_modules/policy-lint/schema/waivers.schema.json
# Exceptions that somebody answers for: policy-lint waive writes them, policy-lint reads them.
- rule: ours/hours
  post: ${post}
  reason: The parents were told on Monday
  approvedBy: A. Okafor
  approved: 2026-11-22
  expires: 2026-11-29
`);
    expect((await lint()).shown).toContain('rain: ours/hours waived');
    expect(readdirSync(cwd).sort()).toEqual([
      'ours.yaml',
      'policy-lint.yaml',
      'queue.yaml',
      'waivers.yaml',
    ]);
  });

  it('says when it ends before the post goes out', async () => {
    const { stderr } = await waive('hours', 'queue.yaml:5', ...BY, '--days', '1');
    expect(stderr).toBe(
      'note: it ends before the post goes out on 24 Nov 2026: say --until 2026-11-24\n',
    );
  });

  it.each([
    ['a line inside it', ['queue.yaml:2']],
    ['a line and a column', ['queue.yaml:1:12']],
    ['its record', ['queue.yaml#1']],
    ['its id', ['fair', '--in', 'queue.yaml']],
  ])('finds a post by %s', async (_, named) => {
    const { stdout } = await waive('ours/no-tags', ...named, ...HEAD);
    expect(stdout).toBe(
      `waivers.yaml: ours/no-tags is waived for ${await fingerprintOf('fair')} until 27 Nov 2026 (A. Okafor, headteacher)\n`,
    );
  });

  it('finds the one post of a file, or of standard input, that breaks the rule', async () => {
    write('draft.txt', 'Met @AshgroveSchool today\n---\nA sunny day\n');
    const { exitCode } = await waive('no-tags', 'draft.txt', ...HEAD);
    const { stdout } = await waive('no-tags', '-', ...HEAD, '--until', '2026-11-23');
    expect({ exitCode, stdout: stdout.replace(/[0-9a-f]{16}/u, 'POST') }).toEqual({
      exitCode: 0,
      stdout:
        'waivers.yaml: ours/no-tags is waived anew for POST until 23 Nov 2026 (A. Okafor, headteacher)\n',
    });
  });

  it('takes a fingerprint as it is', async () => {
    const { stdout } = await waive('hours', '123456789012345A', ...BY, '--days', '1');
    expect(stdout).toContain('ours/hours is waived for 123456789012345a until 23 Nov 2026');
    await waive('hours', '1234567890123456', ...BY);
    expect(read('waivers.yaml')).toContain('post: "1234567890123456"\n');
    expect((await lint()).exitCode).toBe(1);
  });

  it('tells of other rules that the post breaks', async () => {
    const { stderr } = await waive('no-tags', 'queue.yaml#1', ...HEAD);
    expect(stderr).toBe('note: the post breaks other rules too: ours/no-tags-ever, ours/hours\n');
    expect((await lint()).shown.filter((line) => line.startsWith('fair'))).toEqual([
      'fair: ours/hours',
      'fair: ours/no-tags-ever',
      'fair: ours/no-tags waived',
    ]);
  });

  it('keeps comments and layout, and renews what stands there', async () => {
    const post = await fingerprintOf('rain');
    const before = `# Ours

# Agreed at the gate
- rule: ours/hours   # told by phone
  post: ${post}
  reason: >-
    The office rang
    every family
  approvedBy: 'J. Reed'
  role: clerk
  approved: 2026-11-02
  expires: 2026-11-03

- { rule: ours/hours, post: '0000000000000001', reason: "As agreed with all", approvedBy: J. Reed, approved: 2026-11-20, expires: 2026-11-21 }
`.replaceAll('\n', '\r\n');
    write('waivers.yaml', before);
    const { stdout } = await waive('hours', 'queue.yaml#2', ...BY);
    expect(stdout).toBe(
      `waivers.yaml: ours/hours is waived anew for ${post} until 29 Nov 2026 (A. Okafor)\n`,
    );
    expect(read('waivers.yaml').replaceAll('\r\n', '\n')).toBe(`# Ours

# Agreed at the gate
- rule: ours/hours # told by phone
  post: ${post}
  reason: >-
    The parents were told on Monday
  approvedBy: 'A. Okafor'
  approved: 2026-11-22
  expires: 2026-11-29

- { rule: ours/hours, post: '0000000000000001', reason: "As agreed with all", approvedBy: J. Reed, approved: 2026-11-20, expires: 2026-11-21 }
`);
    expect(read('waivers.yaml').replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('writes where it is told', async () => {
    const { stdout, stderr } = await waive('hours', 'queue.yaml#2', ...BY, '--file', 'w.yaml');
    expect([stdout.split(':')[0], stderr]).toEqual([
      'w.yaml',
      'note: w.yaml is read with --waivers w.yaml, or where policy-lint.yaml names it under waivers\n',
    ]);
    write('policy-lint.yaml', `${CONFIG}waivers: w.yaml\n`);
    expect((await waive('hours', 'queue.yaml#3', ...BY, '--at', '2026-11-24T20:00')).stderr).toBe(
      '',
    );
    expect((await lint()).shown).toContain('rain: ours/hours waived');
    expect(existsSync(path.join(cwd, 'waivers.yaml'))).toBe(false);
  });
});

describe('waive refuses', () => {
  const WHO = '--by: say who approved it, as --by "A. Okafor"\n';
  const WHY = '--reason: say why it may go out all the same, as --reason "…"\n';
  const table: readonly (readonly [readonly string[], string])[] = [
    [['hours', 'queue.yaml#2'], WHY + WHO],
    [['hours', 'queue.yaml#2', '--reason', ' ', '--by', ''], WHY + WHO],
    [
      ['hours', 'queue.yaml#2', '--reason', 'ok', '--by', 'A. Okafor'],
      '--reason: say in a sentence why the post may go out all the same\n',
    ],
    [
      ['hours', 'queue.yaml#2', ...BY.slice(0, 2), '--by', '-'],
      '--by: must be the name of whoever answers for it\n',
    ],
    [
      ['hous', 'nowhere', ...BY],
      'waive: “nowhere” is no post: write its fingerprint, FILE:LINE, FILE#RECORD, or its id with --in FILE\nwaive: there is no rule “hous” in an active policy: did you mean “hours”?\n',
    ],
    [
      ['no-tags-ever', 'queue.yaml#1', ...BY],
      'waive: ours/no-tags-ever may never be waived: its policy allows no exception\n',
    ],
    [
      ['no-tags', 'queue.yaml#1', ...BY],
      '--role: role is missing: only “headteacher” may waive ours/no-tags\n',
    ],
    [
      ['no-tags', 'queue.yaml#1', ...BY, '--role', 'clerk'],
      '--role: “clerk” may not waive ours/no-tags: only “headteacher” may\n',
    ],
    [
      ['no-tags', 'queue.yaml#1', ...BY.slice(0, 2), '--by', 'A. Okfor', '--role', 'headteacher'],
      '--by: “A. Okfor” is not listed as headteacher in policy-lint.yaml: did you mean “A. Okafor”?\n',
    ],
    [
      ['no-tags', 'queue.yaml#1', ...HEAD, '--days', '6'],
      '--days: 6 days are too many: this rule may be waived for 5 at most, here until 2026-11-27\n',
    ],
    [
      ['hours', 'queue.yaml#2', ...BY, '--until', '2027-02-21'],
      '--until: 91 days are too many: a rule of severity warning may be waived for 90 at most, here until 2027-02-20\n',
    ],
    [
      ['hours', 'queue.yaml#2', ...BY, '--until', 'Friday'],
      '--until: must be a day as 2026-11-23\n',
    ],
    [
      ['hours', 'queue.yaml#2', ...BY, '--until', '2026-11-21'],
      '--until: 2026-11-21 is before 2026-11-22, when it was approved\n',
    ],
    [
      [
        'hours',
        'queue.yaml#2',
        ...BY.slice(2),
        '--reason',
        'Well done Priya Thistlewood in Year 4',
      ],
      '--reason: this seems to name a child, and reports repeat it: say it without the name\n',
    ],
    [
      ['hours', 'queue.yaml#4', ...BY],
      'queue.yaml: ours/hours finds nothing there, so that there is nothing to waive; what it breaks: ours/no-tags, ours/no-tags-ever\n',
    ],
    [['hours', 'queue.yaml#9', ...BY], 'queue.yaml: there is no post with that number\n'],
    [['hours', 'x', '--in', 'queue.yaml', ...BY], 'queue.yaml: there is no post with that id\n'],
    [['hours', 'queue.yaml:0', ...BY], 'queue.yaml: there is no post on that line\n'],
    [
      ['hours', 'gone.yaml:3', ...BY],
      'gone.yaml: there is no such file: check the name and the folder\n',
    ],
    [
      ['no-tags', 'queue.yaml', ...HEAD],
      'queue.yaml: several posts break ours/no-tags: name one, as queue.yaml:1 or queue.yaml:10\n',
    ],
    [
      ['hours', 'queue.yaml#2', ...BY, '--file', 'no/w.yaml'],
      'no/w.yaml: the waiver was not written: there is no such folder: make it first\n',
    ],
  ];
  it.each(table)('%j', async (argv, stderr) => {
    expect(await waive(...argv)).toEqual({ exitCode: 2, stdout: '', stderr });
    expect(existsSync(path.join(cwd, 'waivers.yaml'))).toBe(false);
  });

  it('both a day and a number of days, and numbers that are none', async () => {
    const both = await waive('hours', 'x', ...BY, '--until', '2026-11-23', '--days', '3');
    const none = await waive('hours', 'x', ...BY, '--days', '0');
    expect([both.exitCode, none.exitCode]).toEqual([2, 2]);
    expect(none.stderr).toContain('Write a number of days, such as 7.');
  });

  it('to add to a file with mistakes', async () => {
    const text = '- rule: ours/hous\n  post: x\n';
    write('waivers.yaml', text);
    const { exitCode, stderr } = await waive('hours', 'queue.yaml#2', ...BY);
    expect({ exitCode, lines: stderr.split('\n').map((line) => line.split(' ')[0]) }).toEqual({
      exitCode: 2,
      lines: [
        ...Array<string>(4).fill('waivers.yaml:1:3:'),
        'waivers.yaml:1:9:',
        'waivers.yaml:2:9:',
        '',
      ],
    });
    expect(read('waivers.yaml')).toBe(text);
  });

  it('without a policy that can be loaded', async () => {
    write('policy-lint.yaml', 'policies: [./gone.yaml]\n');
    const { exitCode, stderr } = await waive('hours', 'queue.yaml#2', ...BY);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr:
        'policy-lint.yaml:1:12: “gone.yaml”: there is no such file: check the name and the folder\n',
    });
  });
});
