import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  statSync,
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
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunOptions } from './support/binary.ts';
import { runBinary } from './support/binary.ts';

/** A Monday morning: no draft is out of hours. */
/** Said once a run of the policy that a school has when it names none. */
const REVIEW = 'note: “Use of Twitter Policy” was due for review in Sep 2019\n';
const MONDAY = ['--at', '2026-11-23T10:00'];
const CLEAN = 'Year 4 planted forty bulbs by the gate this morning.\n';
const NAMED = 'Well done Josh, a better lesson today\n';
const TAGGED = 'Thank you @HexleyLibrary for the books\n';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
  write('clean.txt', CLEAN);
  write('named.txt', NAMED);
  write('tagged.txt', TAGGED);
});
afterEach(() => rmSync(cwd, { recursive: true }));

const write = (file: string, content: string | Uint8Array): void =>
  writeFileSync(path.join(cwd, file), content);

const run = (args: readonly string[], options: Partial<RunOptions> = {}) =>
  runBinary(args, { cwd, ...options });

const exitCode = (...args: readonly string[]): number | null => run(args).exitCode;

describe('exit codes', () => {
  it.each([
    ['a clean draft', ['clean.txt'], 0],
    ['an error', ['named.txt'], 1],
    ['a warning alone', ['tagged.txt'], 0],
    ['a warning when warnings fail', ['tagged.txt', '--fail-on', 'warning'], 1],
    ['one warning too many', ['tagged.txt', '--max-warnings', '0'], 1],
    ['as many warnings as allowed', ['tagged.txt', '--max-warnings', '1'], 0],
    ['findings in one of several files', ['clean.txt', 'named.txt'], 1],
    ['a file that is not there, beside a clean one', ['clean.txt', 'nowhere.txt'], 2],
    ['a file that is not there, beside findings', ['named.txt', 'nowhere.txt'], 2],
    ['a folder', ['.'], 2],
    ['an unknown option', ['clean.txt', '--polcy', 'x'], 2],
    ['an unknown format', ['clean.txt', '--format', 'jsno'], 2],
    ['an unknown severity', ['clean.txt', '--fail-on', 'fatal'], 2],
    ['half a number of warnings', ['clean.txt', '--max-warnings', '0.5'], 2],
    ['an impossible time', ['clean.txt', '--at', '2026-02-30T10:00'], 2],
    ['a time that clocks skip', ['clean.txt', '--at', '2026-03-29T01:30'], 2],
    ['a configuration that is not there', ['clean.txt', '--config', 'nowhere.yaml'], 2],
    ['help', ['--help'], 0],
    ['the version', ['--version'], 0],
    ['a rule explained', ['explain', 'no-replies'], 0],
    ['a rule that is not there', ['explain', 'no-repleis'], 2],
    ['the list of policies', ['policies'], 0],
  ])('%s', (_, args, expected) => {
    const needsTime = args.includes('--at') || /explain|policies|--help|--version/u.test(args[0]!);
    expect(exitCode(...args, ...(needsTime ? [] : MONDAY))).toBe(expected);
  });

  it('is 1 for findings whatever the report is written to', () => {
    expect(exitCode('named.txt', ...MONDAY, '-o', 'report.txt')).toBe(1);
    expect(readFileSync(path.join(cwd, 'report.txt'), 'utf8')).toContain('no-child-names');
    expect(readdirSync(cwd).sort()).toEqual(['clean.txt', 'named.txt', 'report.txt', 'tagged.txt']);
  });

  it('is 2 when the report cannot be written, and leaves nothing behind', () => {
    mkdirSync(path.join(cwd, 'folder'));
    const { exitCode: code, stderr } = run(['clean.txt', ...MONDAY, '-o', 'folder']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^folder: the report was not\s+written: /u),
    });
    expect(readdirSync(cwd).sort()).toEqual(['clean.txt', 'folder', 'named.txt', 'tagged.txt']);
  });
});

describe('a report that cannot be written', () => {
  it('ends the run with 2 and says so, as on a full disk', () => {
    if (!existsSync('/dev/full') || statSync('/dev/full').isFile()) return;
    const full = openSync('/dev/full', 'w');
    const binary = fileURLToPath(new URL('../bin/policy-lint.js', import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, [binary, 'clean.txt', ...MONDAY], {
      cwd,
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `${REVIEW}policy-lint: the report could not be written (ENOSPC)\n`,
    });
  });
});

describe('wildcards that nothing matches', () => {
  it('are a problem, unless they may stand for nothing', () => {
    expect(exitCode('clean.txt', 'drafts/*.txt', ...MONDAY)).toBe(2);
    const passed = ['clean.txt', 'drafts/*.txt', '--no-error-on-unmatched-pattern', ...MONDAY];
    expect(run(passed)).toMatchObject({
      exitCode: 0,
      stderr: `note: no file matches drafts/*.txt\n${REVIEW}`,
    });
    expect(exitCode('drafts/*.txt', '--no-error-on-unmatched-pattern', ...MONDAY)).toBe(0);
    expect(exitCode('nowhere.txt', '--no-error-on-unmatched-pattern', ...MONDAY)).toBe(2);
  });
});

describe('what is asked for by mistake', () => {
  const told = (args: readonly string[], options: Partial<RunOptions> = {}) => {
    const { exitCode: code, stderr } = run([...args, ...MONDAY], options);
    return { code, stderr };
  };

  it('never overwrites what is to be checked', () => {
    expect(told(['named.txt', '-o', './named.txt'])).toEqual({
      code: 2,
      stderr: './named.txt: the report would overwrite what is to be checked: name another file\n',
    });
    expect(readFileSync(path.join(cwd, 'named.txt'), 'utf8')).toBe(NAMED);
  });

  it('says when an option took the draft for its word', () => {
    expect(told(['--event', 'clean.txt'])).toEqual({
      code: 2,
      stderr: 'policy-lint: --event took “clean.txt” for its word: name the draft before --event\n',
    });
  });

  it.each([
    ['classs:3B', '--account: there is no account “classs:3B”: did you mean “class”?\n'],
    [
      'class:',
      '--account: “class:” does not say which: write it as class:3B or department:science\n',
    ],
  ])('refuses the account %s', (account, stderr) => {
    expect(told(['clean.txt', '--account', account])).toEqual({ code: 2, stderr });
  });

  it('notes an account that is not configured', () => {
    expect(told(['clean.txt', '--account', 'eco-club'])).toEqual({
      code: 0,
      stderr: `note: not configured, so judged as the school’s own account: eco-club\n${REVIEW}`,
    });
  });

  it('blames the line of the configuration that names a policy that is not there', () => {
    write('policy-lint.yaml', 'policies:\n  - use-of-twitter-2018\n  - nope\n');
    expect(told(['clean.txt'])).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^policy-lint.yaml:3:5: there is no policy “nope”/u),
    });
  });

  it('repeats nothing raw that could steer a terminal', () => {
    for (const args of [
      ['--x\u001b[31m'],
      ['clean.txt', '-f', 'x\u001b[31m'],
      ['clean.txt', '--max-warnings', '\u001b[31m'],
      ['no\u001b[31mwhere.txt'],
      ['clean.txt', '-p', 'x\u001b[31m'],
      ['explain', '\u001b[31m'],
    ]) {
      const { code, stderr } = told(args);
      expect({ code, isRaw: stderr.includes('\u001b'), isShown: stderr.includes('␛') }).toEqual({
        code: 2,
        isRaw: false,
        isShown: true,
      });
    }
  });

  it('answers a program in its format even when nothing could start', () => {
    const { stdout } = run(['clean.txt', '-p', 'nope', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      posts: [],
      problems: [{ file: '--policy' }],
      summary: { posts: 0, problems: 1 },
    });
  });
});

describe('streams', () => {
  it('print findings to standard output and nothing else there', () => {
    const { stdout, stderr } = run(['named.txt', 'nowhere.txt', ...MONDAY, '--format', 'json']);
    expect(JSON.parse(stdout).problems).toEqual([
      { file: 'nowhere.txt', message: 'there is no such file: check the name and the folder' },
    ]);
    expect(stderr).toBe(
      `nowhere.txt: there is no such file: check the name and the folder\n${REVIEW}`,
    );
  });

  it('read a text from standard input, and call it what they are told', () => {
    const { stdout } = run(['-', ...MONDAY, '--format', 'json', '--stdin-filename', 'monday.txt'], {
      stdin: NAMED,
    });
    const { id, origin } = JSON.parse(stdout).posts[0];
    expect({ id, origin }).toEqual({
      id: 'monday.txt',
      origin: { file: 'monday.txt', line: 1, record: 1 },
    });
  });

  it('read standard input when no file is named', () => {
    expect(run([...MONDAY], { stdin: NAMED }).exitCode).toBe(1);
  });

  it('print one post a line and a last line in ndjson', () => {
    const { stdout } = run(['clean.txt', 'named.txt', ...MONDAY, '--format', 'ndjson']);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id, summary }) => id ?? summary.posts)).toEqual([
      'clean.txt',
      'named.txt',
      2,
    ]);
  });
});

describe('colour', () => {
  const ESCAPE = '\u001b[';
  const isColoured = (args: readonly string[], env: Record<string, string>): boolean =>
    run(['named.txt', ...MONDAY, ...args], { env }).stdout.includes(ESCAPE);

  it.each([
    ['a pipe', [], {}, false],
    ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, false],
    ['--color', ['--color'], {}, true],
    ['--color beats NO_COLOR', ['--color'], { NO_COLOR: '1' }, true],
    ['--no-color beats FORCE_COLOR', ['--no-color'], { FORCE_COLOR: '1' }, false],
    ['NO_COLOR beats FORCE_COLOR', [], { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['an empty NO_COLOR says nothing', [], { NO_COLOR: '', FORCE_COLOR: '1' }, true],
  ])('%s', (_, args, env, expected) => {
    expect(isColoured(args, env as Record<string, string>)).toBe(expected);
  });

  it('never reaches a report for programs', () => {
    const { stdout } = run(['named.txt', ...MONDAY, '--color', '--format', 'json']);
    expect(stdout).not.toContain(ESCAPE);
  });
});

describe('names', () => {
  it('are masked where the report leaves the terminal', () => {
    for (const format of ['text', 'compact', 'json', 'ndjson']) {
      const { stdout, stderr } = run(['named.txt', ...MONDAY, '--format', format]);
      expect(stdout + stderr).not.toContain('Josh');
    }
  });

  it('are shown when asked for', () => {
    expect(run(['named.txt', ...MONDAY, '--reveal']).stdout).toContain('Josh');
  });
});

describe('what is said of every post', () => {
  const evening = ['--at', '2026-11-23T19:00'];
  it('lifts the posting hours for an event and for urgent news', () => {
    expect(exitCode('clean.txt', ...evening)).toBe(1);
    expect(exitCode('clean.txt', ...evening, '--event', 'planting evening')).toBe(0);
    expect(exitCode('clean.txt', ...evening, '--urgent')).toBe(0);
  });
});

describe('configuration', () => {
  it('is found upward and says which handles are ours', () => {
    write(
      'policy-lint.yaml',
      'accounts:\n  - { name: library, kind: school, handle: HexleyLibrary }\n',
    );
    mkdirSync(path.join(cwd, 'drafts'));
    write('drafts/tagged.txt', TAGGED);
    const below = { cwd: path.join(cwd, 'drafts') };
    expect(run(['tagged.txt', ...MONDAY, '--max-warnings', '0'], below).exitCode).toBe(0);
    expect(
      run(['tagged.txt', ...MONDAY, '--max-warnings', '0', '--no-config'], below).exitCode,
    ).toBe(1);
  });

  it('changes severities, and switches rules off with a reason', () => {
    const rule = 'use-of-twitter-2018/no-other-handles';
    write('policy-lint.yaml', `rules: { ${rule}: { severity: error } }\n`);
    expect(exitCode('tagged.txt', ...MONDAY)).toBe(1);
    write(
      'policy-lint.yaml',
      `rules: { ${rule}: { severity: off, reason: We tag our partners } }\n`,
    );
    expect(exitCode('tagged.txt', ...MONDAY, '--fail-on', 'info')).toBe(0);
    write('policy-lint.yaml', `rules: { ${rule}: { severity: off } }\n`);
    const { exitCode: code, stderr } = run(['tagged.txt', ...MONDAY]);
    expect({ code, stderr: stderr.replaceAll(/\s+/gu, ' ') }).toEqual({
      code: 2,
      stderr: `policy-lint.yaml:1:48: “${rule}” is switched off without a reason: add reason `,
    });
  });

  it('reports every mistake with its line and what was meant', () => {
    write(
      'policy-lint.yaml',
      'polices: [use-of-twitter-2018]\naccounts:\n  - { name: school, kind: shcool }\n',
    );
    const { exitCode: code, stderr } = run(['clean.txt', ...MONDAY]);
    expect({ code, stderr: stderr.replaceAll(/\s+/gu, ' ') }).toEqual({
      code: 2,
      stderr: expect.stringMatching(
        /^policy-lint.yaml:1:1: .*“polices”.*“policies”.* policy-lint.yaml:3:27: .*“shcool”.*“school”/u,
      ),
    });
  });

  it('names adults, and pupils whom no list of names knows', () => {
    write('people.yaml', 'adults: [Josh]\n');
    write('pupils.txt', 'Qwelda Marrow\n');
    write('policy-lint.yaml', 'people: people.yaml\nroster: pupils.txt\n');
    write('pupil.txt', 'The tower by Qwelda stands\n');
    expect(exitCode('named.txt', ...MONDAY)).toBe(0);
    expect(exitCode('pupil.txt', ...MONDAY)).toBe(1);
  });
});

describe('several policies', () => {
  it('say where they contradict each other, instead of one being picked', () => {
    write(
      'weekend.yaml',
      `policy: { id: weekend, title: Weekend, timezone: Europe/London }
clauses: [{ id: "1", section: One, kind: draft, requires: We post at the weekend. }]
rules:
  - id: weekend-only
    clause: "1"
    severity: error
    check: posting-window
    with: { days: [sat, sun] }
    message: This is no weekend.
    examples: { flags: [{ text: Hello, at: "2026-03-11T10:00" }], allows: [{ text: Hello, at: "2026-03-14T10:00" }] }
`,
    );
    const args = ['clean.txt', ...MONDAY, '-p', './weekend.yaml', '-p', 'use-of-twitter-2018'];
    const { exitCode: code, stderr } = run(args);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `note: weekend/weekend-only and use-of-twitter-2018/no-out-of-hours contradict each other (no time of the week suits both): decide which policy holds\n${REVIEW}`,
    });
  });

  it('judge each post under each, and cite their own clauses', () => {
    write(
      'own.yaml',
      `policy: { id: own, title: Our own, timezone: Europe/London }
clauses: [{ id: "1", section: One, kind: draft, requires: We tag nobody at all. }]
rules:
  - id: nobody
    clause: "1"
    severity: error
    check: mention
    message: This tags somebody.
    examples: { flags: ["With ⟦@AshgroveSchool⟧"], allows: ["With Ashgrove School"] }
`,
    );
    const args = [
      'tagged.txt',
      ...MONDAY,
      '--policy',
      './own.yaml',
      '--policy',
      'use-of-twitter-2018',
    ];
    const { posts, policies } = JSON.parse(run([...args, '--format', 'json']).stdout);
    expect({
      policies: policies.map(({ id }: { id: string }) => id),
      findings: posts[0].findings.map((one: { rule: string; citation: { clause: string } }) => [
        one.rule,
        one.citation.clause,
      ]),
    }).toEqual({
      policies: ['own', 'use-of-twitter-2018', 'platform'],
      findings: [
        ['own/nobody', '1'],
        ['use-of-twitter-2018/no-other-handles', 'b14.1'],
      ],
    });
  });
});
