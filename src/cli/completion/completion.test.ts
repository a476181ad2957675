import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { Argument, Command, Option } from 'commander';
import { afterAll, beforeAll, describe as suite, expect, it } from 'vitest';
import { createProgram } from '../program.ts';
import { completionCommand } from './completion-command.ts';
import { describe } from './describe.ts';
import type { Shell } from './shells.ts';
import { SCRIPTS } from './shells.ts';

const has = (program: string): boolean =>
  process.platform !== 'win32' && spawnSync(program, ['--version']).status === 0;

/** Words and descriptions that would run, break out or end something in one shell or another. */
const HOSTILE = [
  "it's",
  '$(touch pwned)',
  '`touch pwned`',
  'a"b',
  'c;d',
  '’; touch pwned; ’',
  'e]:f',
];

const hostile = (): Command => {
  const program = new Command('policy-lint').description('checks').argument('[files...]', 'drafts');
  program.addOption(new Option('-f, --format <format>', HOSTILE.join(' ')).choices(HOSTILE));
  program.addOption(new Option('--event [what]', 'declare an event'));
  program.addOption(new Option('--policy <policy>', 'a policy'));
  program.addOption(new Option('--at <time>', 'when'));
  program.addHelpText('after', '\nExit codes: 0.');
  const roster = program.command('roster').description(HOSTILE.join(' '));
  const build = roster.command('build <list>').description('make a roster');
  build.addOption(new Option('--column <role=heading>', 'which column').default('name'));
  program
    .command('completion')
    .addArgument(new Argument('<shell>', 'which').choices(['bash', 'fish']));
  return program;
};

const WORDS = new Map([['policy', ['st-lukes', 'three-rivers']]]);
const scriptOf = (shell: Shell): string => SCRIPTS[shell](describe(hostile()), WORDS);

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
  for (const shell of ['bash', 'zsh', 'fish'] as const)
    writeFileSync(path.join(cwd, shell), scriptOf(shell));
  writeFileSync(path.join(cwd, 'draft one.txt'), '');
});
afterAll(() => {
  expect(existsSync(path.join(cwd, 'pwned'))).toBe(false);
  rmSync(cwd, { recursive: true });
});

const told = (program: string, args: readonly string[]): readonly string[] => {
  const { stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: cwd, XDG_CONFIG_HOME: cwd, XDG_DATA_HOME: cwd },
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
};

suite('describe', () => {
  it('tells of a program all that its help tells', () => {
    const { options, commands, ...program } = describe(hostile());
    expect(program).toEqual({
      name: 'policy-lint',
      path: ['policy-lint'],
      description: 'checks',
      values: [{ name: 'files', isRequired: false, isVariadic: true, choices: [] }],
      notes: 'Exit codes: 0.',
    });
    expect(options.map(({ short, long, value }) => [short, long, value?.name])).toEqual([
      ['-f', '--format', 'format'],
      [undefined, '--event', 'what'],
      [undefined, '--policy', 'policy'],
      [undefined, '--at', 'time'],
      ['-h', '--help', undefined],
    ]);
    expect(commands[0]).toMatchObject({
      path: ['policy-lint', 'roster'],
      commands: [
        {
          path: ['policy-lint', 'roster', 'build'],
          values: [{ name: 'list', isRequired: true }],
          options: [{ long: '--column', value: { name: 'role=heading' }, default: 'name' }, {}],
        },
        { name: 'help' },
      ],
    });
  });

  it('leaves the program able to say its help', () => {
    const program = hostile();
    const before = program.helpInformation();
    describe(program);
    expect(program.helpInformation()).toBe(before);
  });
});

suite.skipIf(!has('bash'))('bash completes (needs bash)', () => {
  const complete = (...words: readonly string[]): readonly string[] =>
    told('bash', [
      '--norc',
      '-c',
      'source ./bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _policy_lint; printf "%s\\n" "${COMPREPLY[@]}"',
      'bash',
      'policy-lint',
      ...words,
    ]);

  it.each([
    [
      'commands and files',
      [''],
      ['roster', 'completion', 'help', 'bash', 'draft one.txt', 'fish', 'zsh'],
    ],
    ['a command', ['ro'], ['roster']],
    ['a command of a command', ['roster', 'b'], ['build']],
    ['the options of a command', ['roster', 'build', '--c'], ['--column']],
    ['the options of the program behind a command', ['roster', 'build', '--f'], ['--format']],
    ['policies and files', ['--policy', 'st'], ['st-lukes']],
    ['a choice, escaped', ['-f', 'it'], ["it\\'s"]],
    ['a choice behind an equals sign', ['--format', '=', 'c'], ['c\\;d']],
    ['nothing for a time', ['--at', ''], []],
    ['commands behind an option that may stand alone', ['--event', 'ro'], ['roster']],
    ['no command behind a file', ['draft one.txt', 'ro'], []],
    ['a file that has a command’s name', ['x', 'comp'], []],
    ['the choices of an argument', ['completion', ''], ['bash', 'fish']],
  ])('%s', (_, words, expected) => {
    expect([...complete(...words)].sort()).toEqual([...expected].sort());
  });

  it('completes the whole command line', async () => {
    const program = createProgram({ version: '0.0.0', answer: () => undefined });
    const { stdout } = await completionCommand('bash', program, { cwd });
    writeFileSync(path.join(cwd, 'bash'), stdout);
    expect(complete('-p', 'st-')).toEqual(['st-lukes']);
    expect(complete('explain', 'no-child-n')).toEqual(['no-child-names']);
    expect(complete('--fail-on', 'w')).toEqual(['warning']);
    expect(complete('init', '--ci', 'git')).toEqual(['github', 'gitlab']);
  });
});

suite.skipIf(!has('fish'))('fish completes (needs fish)', () => {
  const complete = (line: string): readonly string[] =>
    told('fish', ['--no-config', '-c', 'source ./fish; complete -C $argv[1]', line]).map(
      (one) => one.split('\t')[0]!,
    );

  it.each([
    ['policy-lint ro', ['roster']],
    ['policy-lint roster b', ['build']],
    ['policy-lint roster build --col', ['--column']],
    ['policy-lint roster build --form', ['--format']],
    ['policy-lint --policy st', ['st-lukes']],
    ['policy-lint -f it', ["it's"]],
    ['policy-lint --format=c', ['--format=c;d']],
    ['policy-lint completion ', ['bash', 'fish']],
    ['policy-lint x comp', []],
    ['policy-lint dr', ['draft one.txt']],
  ])('%s', (line, expected) => {
    expect([...complete(line)].sort()).toEqual(expected);
  });
});

suite.skipIf(!has('zsh'))('zsh completes (needs zsh)', () => {
  /** What zsh would propose: a shell within a shell, whose `compadd` prints. */
  const complete = (line: string): readonly string[] =>
    told('zsh', ['-f', path.join(import.meta.dirname, 'zsh-completions.zsh'), './zsh', line]);

  it.each([
    ['policy-lint ro', ['roster']],
    ['policy-lint roster b', ['build']],
    ['policy-lint roster build --col', ['--column']],
    ['policy-lint --policy st', ['st-lukes']],
    ['policy-lint -f it', ["it\\'s"]],
    ['policy-lint completion ', ['bash', 'fish']],
  ])('%s', (line, expected) => {
    expect([...complete(line)].sort()).toEqual(expected);
  });
});

suite('PowerShell', () => {
  it('gets words in which no quote ends a string', () => {
    const code = scriptOf('powershell').replace(/^\s*#.*$/gmu, '');
    const rest = code.replace(/'(?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*'/gu, '');
    expect(rest.match(/['\u2018-\u201b]|touch/gu)).toBe(null);
    expect(code).toContain("@('it''s', 'it''s')");
  });
});
