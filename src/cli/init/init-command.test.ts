import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../config.ts';
import type { Io } from '../io.ts';
import { noTerminal } from '../../../test/support/no-terminal.ts';
import { initCommand } from './init-command.ts';
import type { InitOptions } from './take-answers.ts';

const NOW = Date.UTC(2026, 10, 23, 10);
const POST = `${JSON.stringify({ text: 'Year 4 planted forty bulbs this morning.' })}\n`;
const PUPILS = 'Forename,Surname,Year\nAmira,Khan,4\nOwen,Hughes,5\n';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
  writeFileSync(path.join(cwd, file), text);
};
const read = (file: string): string => readFileSync(path.join(cwd, file), 'utf8');

const nobody = (): Io => noTerminal(cwd, NOW);

/** A person who answers, and leaves when there are no answers left. */
const person = (...answers: readonly string[]) => {
  const questions: string[] = [];
  const io: Io = {
    ...nobody(),
    stdinIsTerminal: () => true,
    ask: (question) => {
      questions.push(question);
      return Promise.resolve(answers[questions.length - 1]);
    },
  };
  return { io, questions };
};

const init = (options: InitOptions, io: Io = nobody()) => initCommand(options, io);

const configured = async () => {
  const { problems, school, policies, timezone } = await readConfig(
    path.join(cwd, 'policy-lint.yaml'),
    NOW,
    { cwd },
  );
  return { problems, policies, timezone, accounts: school.accounts, names: school.names };
};

const NOTHING_SAID = {
  problems: [],
  policies: ['use-of-twitter-2018'],
  timezone: 'Europe/London',
  accounts: [],
  names: [],
};

describe('without a terminal', () => {
  it('takes what was found', async () => {
    expect(await init({ yes: true })).toEqual({
      exitCode: 0,
      stdout: 'policy-lint.yaml: written\nNext: policy-lint draft.txt\n',
      stderr: '',
    });
    expect(read('policy-lint.yaml')).toMatch(
      /^# yaml-language-server: \$schema=\S+config\.schema\.json\n/u,
    );
    expect(await configured()).toEqual(NOTHING_SAID);
  });

  it('names the schema of a package that stands beside it', async () => {
    write('node_modules/policy-lint/schema/config.schema.json', '{}');
    await init({ yes: true });
    expect(read('policy-lint.yaml').split('\n')[0]).toBe(
      '# yaml-language-server: $schema=./node_modules/policy-lint/schema/config.schema.json',
    );
  });

  it('takes what the flags say', async () => {
    const handle = ['@OakfieldPrimary', 'OakfieldSci', 'oakfieldprimary'];
    await init({ policy: ['st-lukes'], school: ' Oakfield Primary ', handle });
    expect(await configured()).toEqual({
      ...NOTHING_SAID,
      policies: ['st-lukes'],
      names: ['Oakfield Primary'],
      accounts: [
        { name: 'school', kind: 'school', handle: 'OakfieldPrimary' },
        { name: 'OakfieldSci', kind: 'school', handle: 'OakfieldSci' },
      ],
    });
  });

  it('wants to be told something', async () => {
    const { exitCode, stderr } = await init({});
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: expect.stringContaining('there is no terminal to ask on: say --yes'),
    });
    expect(readdirSync(cwd)).toEqual([]);
  });

  it.each<[string, InitOptions, string]>([
    [
      'a policy that is not there',
      { policy: ['st-luke'] },
      '--policy: there is no policy “st-luke”',
    ],
    ['no school', { school: ' ' }, '--school: write the school’s name'],
    ['two lines', { school: 'Oakfield\nPrimary' }, '--school: write the school’s name'],
    ['no handle', { handle: ['Oak field'] }, '--handle: “Oak field” is no handle'],
    ['no file', { queue: ['nowhere.csv'] }, '--queue: “nowhere.csv”: there is no such file'],
    ['a file elsewhere', { queue: ['../x.csv'] }, 'stands outside the folder'],
    [
      'a command of GitHub',
      { queue: ['${{ github.token }}.csv'] },
      'cannot stand in a file for CI',
    ],
    ['two lines of files', { queue: ['a\nb.csv'] }, 'cannot stand in a file for CI'],
    ['CI of nothing', { ci: 'github' }, '--queue: say which file CI checks'],
  ])('refuses %s and writes nothing', async (_, options, message) => {
    const { exitCode, stderr } = await init(options);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(message) });
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('tells every mistake at once', async () => {
    const { stderr } = await init({ school: '', handle: ['?'], queue: ['x.csv'] });
    expect(stderr.match(/^--\w+/gmu)).toEqual(['--school', '--handle', '--queue']);
  });
});

describe('what is there already', () => {
  it.each(['policy-lint.yaml', 'policy-lint.yml'])('keeps %s', async (file) => {
    write(file, 'timezone: Europe/London\n');
    expect(await init({ yes: true })).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `${file}: this is there already: --force replaces it\n`,
    });
    expect(read(file)).toBe('timezone: Europe/London\n');
  });

  it('replaces it under its own name when told so', async () => {
    write('policy-lint.yml', 'timezone: Nowhere\n');
    expect((await init({ yes: true, force: true })).exitCode).toBe(0);
    expect(readdirSync(cwd)).toEqual(['policy-lint.yml']);
    expect(read('policy-lint.yml')).toContain('timezone: Europe/London');
  });

  it('stays as somebody tuned it when only CI is added', async () => {
    write('policy-lint.yaml', 'policies: [st-lukes]\n');
    write('queue.ndjson', POST);
    const { exitCode, stdout } = await init({ ci: 'github' });
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringMatching(
        /^\.github\/workflows\/policy-lint\.yml: written\nNext: policy-lint queue\.ndjson\ngithub installs policy-lint@\S+ from npm: /u,
      ),
    });
    expect(read('policy-lint.yaml')).toBe('policies: [st-lukes]\n');
    expect(read('.github/workflows/policy-lint.yml')).toContain('queue.ndjson');
  });

  it('says that a configuration above is no longer read', async () => {
    write('policy-lint.yaml', 'timezone: Europe/London\n');
    mkdirSync(path.join(cwd, 'below'));
    const { exitCode, stderr } = await init({ yes: true }, { ...nobody(), cwd: `${cwd}/below` });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: 'note: ../policy-lint.yaml is no longer read in this folder\n',
    });
  });

  it('writes no part of it when a file of CI is there', async () => {
    write('queue.ndjson', POST);
    write('.github/workflows/policy-lint.yml', 'ours: true\n');
    const { exitCode, stderr } = await init({ ci: 'github' });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: '.github/workflows/policy-lint.yml: this is there already: --force replaces it\n',
    });
    expect(existsSync(path.join(cwd, 'policy-lint.yaml'))).toBe(false);
  });

  it.each([
    ['gitlab', '.gitlab-ci.yml', 'include:'],
    ['pre-commit', '.pre-commit-config.yaml', 'repos:'],
  ] as const)(
    'never replaces what others share, but says what to add: %s',
    async (ci, file, line) => {
      write('queue.ndjson', POST);
      write(file, 'theirs: true\n');
      const { exitCode, stdout } = await init({ ci, force: true });
      expect(exitCode).toBe(0);
      expect(stdout).toContain(`${file} is there already. Add to it:\n    ${line}\n`);
      expect(read(file)).toBe('theirs: true\n');
    },
  );

  it('sends whoever stands below the root of a repository there', async () => {
    mkdirSync(path.join(cwd, '.git'));
    write('below/queue.ndjson', POST);
    const io = { ...nobody(), cwd: path.join(cwd, 'below') };
    const { exitCode, stderr } = await init({ ci: 'github' }, io);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: expect.stringContaining('run init in the first folder of the repository'),
    });
  });
});

describe('what it sees', () => {
  it('makes use of every file that it knows', async () => {
    write('queue.ndjson', POST);
    write('week.yaml', '- text: Year 4 planted forty bulbs.\n');
    write('our-policy.yaml', 'policy: { id: oakfield-2026, title: Ours }\nrules: []\n');
    write('people.yaml', 'adults: [Ms Adeyemi]\n');
    write('term-dates.ics', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n');
    write('pupils.csv', PUPILS);
    write('drafts/mon.txt', 'Bulbs.\n');
    write('drafts/tue.txt', 'Rain.\n');
    write('README.md', 'About us.\n');
    write('package.json', '{ "name": "oakfield" }\n');
    write('.hidden/queue.ndjson', POST);
    write('node_modules/x/queue.ndjson', POST);
    const { stdout } = await init({ yes: true, policy: ['st-lukes'] });
    expect(stdout).toBe(
      'policy-lint.yaml: written\n' +
        'Next: policy-lint queue.ndjson week.yaml drafts/*.txt\n' +
        'pupils.csv holds pupils’ names: keep it out of a repository; policy-lint roster build makes a list that gives none away\n',
    );
    expect(parse(read('policy-lint.yaml'))).toEqual({
      policies: ['st-lukes'],
      timezone: 'Europe/London',
      people: 'people.yaml',
      calendar: ['term-dates.ics'],
    });
  });

  it('takes a policy of the school’s own before a shipped one', async () => {
    write('rules/our-policy.yaml', 'policy: { id: oakfield-2026, title: Ours }\nrules: []\n');
    await init({ yes: true });
    expect(parse(read('policy-lint.yaml'))).toMatchObject({
      policies: ['./rules/our-policy.yaml'],
    });
  });

  it('tells what is wrong with files that it names', async () => {
    write('term-dates.ics', 'no calendar\n');
    const { exitCode, stderr } = await init({ yes: true });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: expect.stringContaining('term-dates.ics'),
    });
  });

  it('says nothing of a roster but that it wants its key', async () => {
    write('pupils.roster', 'policy-lint roster 1\n');
    const { stdout, stderr } = await init({ yes: true });
    expect(stdout).toContain('pupils.roster is read once policy-lint.yaml names it and its key');
    expect(stderr).toBe('');
    expect(await configured()).toEqual(NOTHING_SAID);
  });
});

describe('on a terminal', () => {
  it('asks, and takes blanks for what is usual', async () => {
    write('queue.ndjson', POST);
    const { io, questions } = person('', '', '', '', '');
    expect((await init({}, io)).exitCode).toBe(0);
    expect(questions.map((question) => question.split('\n').at(-1))).toEqual([
      'A number, or the path of your own; several with commas [use-of-twitter-2018] ',
      'What is the school called? [none] ',
      'Its own handles, the main one first, with spaces between? [none] ',
      'A file, or drafts/*.txt; several with commas [queue.ndjson] ',
      'A number [none] ',
    ]);
    expect(await configured()).toEqual(NOTHING_SAID);
    expect(readdirSync(cwd).sort()).toEqual(['policy-lint.yaml', 'queue.ndjson']);
  });

  it('asks again, with the reason, until an answer makes sense', async () => {
    write('week 1.csv', 'Text,Posting Time\nBulbs,2026-11-23 10:00\n');
    const { io, questions } = person(
      ...[
        '9',
        'st-lukes',
        'Oakfield Primary',
        'Oak!field',
        '@OakfieldPrimary',
        'no.csv',
        'week 1.csv',
      ],
      ...['Hoot', 'hootsuite', '3', 'month', 'svn', '2'],
    );
    expect((await init({}, io)).exitCode).toBe(0);
    expect(
      questions
        .filter((question) => /^(?:there|“|write)/u.test(question))
        .map((question) => question.split('\n')[0]),
    ).toEqual([
      expect.stringMatching(/^there is no policy “9”/u),
      '“Oak!field” is no handle: write it as OakfieldPrimary, without spaces',
      '“no.csv”: there is no such file: check the name and the folder',
      'write a number from 1 to 12',
      'write day or month',
      'write none, github, gitlab, pre-commit',
    ]);
    expect(parse(read('policy-lint.yaml'))).toEqual({
      policies: ['st-lukes'],
      timezone: 'Europe/London',
      school: { names: ['Oakfield Primary'] },
      accounts: [{ name: 'school', kind: 'school', handle: 'OakfieldPrimary' }],
      queue: { dates: 'month-first' },
    });
    expect(existsSync(path.join(cwd, '.github/workflows/policy-lint.yml'))).toBe(true);
  });

  it('asks only what the flags leave open', async () => {
    const { io, questions } = person('Oakfield Primary');
    await init({ policy: ['st-lukes'], handle: ['OakfieldPrimary'], queue: [], ci: 'none' }, io);
    expect(questions).toEqual(['What is the school called? [none] ']);
  });

  it('shows names of files so that they cannot steer the terminal', async () => {
    write('q\u001b[31m.ndjson', POST);
    const { io, questions } = person('', '', '', '', '');
    const { stdout } = await init({}, io);
    expect(`${questions.join('')}${stdout}`).not.toContain('\u001b');
  });

  it.each([0, 1, 2, 3, 4])(
    'writes nothing when the person leaves after %d answers',
    async (count) => {
      write('queue.ndjson', POST);
      const { io } = person(...Array.from({ length: count }, () => ''));
      expect(await init({}, io)).toEqual({
        exitCode: 2,
        stdout: '',
        stderr: '\nNothing was written.\n',
      });
      expect(readdirSync(cwd)).toEqual(['queue.ndjson']);
    },
  );
});

describe('hostile answers', () => {
  const awkward = fc.oneof(
    fc.constantFrom(
      ...[
        '"',
        "'",
        ': ',
        '# x',
        '- a',
        '*a',
        '&a',
        '!!js',
        '{{',
        '%YAML',
        '---',
        'yes',
        '1e3',
        '2026-09-01',
        '~',
        '“Oak” 🌳',
        '@handle',
        '`x`',
        '|',
        '>',
      ],
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  );

  it('still give YAML that our own reader takes, with the very words', async () => {
    await fc.assert(
      fc.asyncProperty(awkward, awkward, async (one, other) => {
        const school = `${one}${other}`.trim();
        fc.pre(school !== '' && !/\p{Cc}|\p{Cs}/u.test(school) && school.length <= 100);
        const { exitCode } = await init({ school, force: true });
        expect(exitCode).toBe(0);
        expect(await configured()).toEqual({ ...NOTHING_SAID, names: [school] });
      }),
      { numRuns: 100 },
    );
  });
});
