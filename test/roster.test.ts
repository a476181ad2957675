import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunOptions } from './support/binary.ts';
import { runBinary } from './support/binary.ts';

const MONDAY = ['--at', '2026-11-23T10:00'];
/** Not Will: what is printed has the word. */
const NAMES = ['siobhán', 'siobhan', 'quill', 'alexander', 'thistlewood', 'ashdown'];

let cwd: string;

const write = (file: string, content: string | Uint8Array): void =>
  writeFileSync(path.join(cwd, file), content);
const read = (file: string): string => readFileSync(path.join(cwd, file), 'latin1');
const run = (args: readonly string[], options: Partial<RunOptions> = {}) =>
  runBinary(args, { cwd, ...options });
const lint = (text: string, ...args: readonly string[]) =>
  run(['-', ...MONDAY, '--format', 'json', ...args], { stdin: text });

beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
  // As Excel on Windows writes it: Windows-1252, semicolons, a title on top.
  const list = [
    'Oakfield class list;;;',
    ';;;',
    'UPN;Forename;Surname;Known as',
    'A1;Siobhán;O’Quill-Vane;',
    'A2;Alexander;Thistlewood;Xan',
    'A2;Alexander;Thistlewood;Xan',
    'A3;;;',
    'A4;Will;Ashdown;',
    '',
  ].join('\r\n');
  write('pupils.csv', Buffer.from(list.replaceAll('’', '\u0092'), 'latin1'));
  run(['roster', 'key', '-o', 'roster.key']);
  run(['roster', 'build', 'pupils.csv', '-o', 'pupils.roster', '--key-file', 'roster.key']);
  write('policy-lint.yaml', 'roster: pupils.roster\nrosterKey: roster.key\n');
});
afterAll(() => rmSync(cwd, { recursive: true }));

describe('roster key', () => {
  it('writes a key for its owner alone, and never over another', () => {
    const key = read('roster.key');
    expect(key).toMatch(/^plk1_[\w-]{43}\n$/u);
    if (process.platform !== 'win32')
      expect(statSync(path.join(cwd, 'roster.key')).mode & 0o777).toBe(0o600);
    expect(run(['roster', 'key', '-o', 'roster.key']).exitCode).toBe(2);
    expect(read('roster.key')).toBe(key);
  });
});

describe('roster build', () => {
  it('says what became of every row, and what the file gives away', () => {
    const { exitCode, stdout, stderr } = run([
      ...['roster', 'build', 'pupils.csv', '-o', 'again.roster', '--key-file', 'roster.key'],
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'pupils.csv: 5 rows = 3 pupils + 1 repeated + 1 without a name (line 7)',
      'columns read: Forename, Known as, Surname',
    ]);
    expect(stdout).toContain('Who has the file and the key can test one name after another');
  });

  it('leaves no name in the file, and says none', () => {
    const built = run(['roster', 'build', 'pupils.csv', '-o', 'pupils.roster']);
    const all = `${read('pupils.roster')}${built.stdout}${built.stderr}`.toLowerCase();
    for (const name of NAMES) expect(all).not.toContain(name);
  });

  it('refuses a short key, no key, and a file that is no roster', () => {
    const build = (output: string, env = {}) =>
      run(['roster', 'build', 'pupils.csv', '-o', output, '--no-config'], { env });
    expect(build('x.roster', { POLICY_LINT_ROSTER_KEY: 'oakfield' })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('this key is easy to guess'),
    });
    expect(build('x.roster')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('this roster needs its key'),
    });
    expect(build('pupils.csv', { POLICY_LINT_ROSTER_KEY: 'a phrase of many words' })).toMatchObject(
      { exitCode: 2, stderr: expect.stringContaining('is no roster') },
    );
  });

  it('reads 10,000 pupils', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => {
      const letters = [...String(at)].map((digit) => 'abdegiklmn'[Number(digit)]!).join('o');
      return `Z${letters},Quor${letters}`;
    });
    write('large.csv', `Forename,Surname\n${rows.join('\n')}\n`);
    const { stdout } = run(['roster', 'build', 'large.csv', '-o', 'large.roster']);
    expect(stdout.split('\n')[0]).toBe(
      'large.csv: 10000 rows = 10000 pupils + 0 repeated + 0 without a name',
    );
  });
});

describe('linting with a roster', () => {
  it.each([
    'Siobhan',
    'Shevaun O’Quill',
    'S. OQuill Vane',
    'Xan',
    'alex thistlewood',
    'Thistlewood, Alexander',
    'Will Ashdown',
  ])('finds %s', (name) => {
    const { exitCode, stdout } = lint(`${name} won\n`);
    const [post] = (JSON.parse(stdout) as { posts: { findings: object[] }[] }).posts;
    expect(exitCode).toBe(1);
    expect(post?.findings[0]).toMatchObject({
      concept: 'child-named',
      range: { start: 0, end: name.length },
    });
  });

  it('leaves words alone', () => {
    expect(lint('We will sow ash seeds down by the gate\n').exitCode).toBe(0);
  });

  it('finds the same with the list itself', () => {
    write('plain.yaml', 'roster: pupils.csv\n');
    expect(lint('Xan won\n', '--config', 'plain.yaml').exitCode).toBe(1);
  });

  it('takes the key from the environment', () => {
    write('env.yaml', 'roster: pupils.roster\n');
    const env = { POLICY_LINT_ROSTER_KEY: read('roster.key').trim() };
    const args = ['-', ...MONDAY, '--config', 'env.yaml'];
    expect(run(args, { stdin: 'Xan swam\n', env }).exitCode).toBe(1);
  });

  it.each([
    ['no key', 'roster: pupils.roster\n', 'pupils.roster: this roster needs its key'],
    ['another key', 'roster: pupils.roster\nrosterKey: other.key\n', 'made with another key'],
    ['no key file', 'roster: pupils.roster\nrosterKey: gone.key\n', 'gone.key: there is no such'],
    [
      'half a roster',
      'roster: half.roster\nrosterKey: roster.key\n',
      'half.roster: this roster is',
    ],
    ['a newer roster', 'roster: new.roster\nrosterKey: roster.key\n', 'a newer policy-lint made'],
    ['something else', 'roster: bytes.roster\n', 'neither a roster nor a list of names'],
    ['the end of a roster', 'roster: end.roster\n', 'neither a roster nor a list of names'],
  ])('ends with %s', (_, config, message) => {
    write('other.key', 'a phrase of many words\n');
    const roster = read('pupils.roster');
    write('half.roster', roster.slice(0, -300));
    write('end.roster', roster.slice(-300));
    write('new.roster', roster.replace('roster 1', 'roster 9'));
    write('bytes.roster', Uint8Array.from([7, 200, 0, 1, 130, 9, 10, 255]));
    write('wrong.yaml', config);
    const { exitCode, stderr } = run(['-', ...MONDAY, '--config', 'wrong.yaml'], { stdin: 'Hi\n' });
    expect({ exitCode, stderr: stderr.replace(/\s+/gu, ' ') }).toEqual({
      exitCode: 2,
      stderr: expect.stringContaining(message),
    });
  });
});
