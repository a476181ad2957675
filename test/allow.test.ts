import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runBinary } from './support/binary.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const write = (file: string, text: string): void => writeFileSync(path.join(cwd, file), text);
const read = (file: string): string => readFileSync(path.join(cwd, file), 'utf8');
const allow = (...args: readonly string[]) => runBinary(['allow', ...args], { cwd });

const OURS = `# Ours
adults:
- Ms Adeyemi # Year 4

houses: [Seacole, "Rashford"] # two of four
`;

describe('allow', () => {
  it('makes the list and names it in the configuration', () => {
    expect(allow('Barnaby Bear', '--as', 'mascot')).toEqual({
      exitCode: 0,
      stdout:
        'people.yaml is new\npeople.yaml: added to mascots\npolicy-lint.yaml: now names people.yaml\n',
      stderr: '',
    });
    expect(read('policy-lint.yaml')).toBe('people: people.yaml\n');
    expect(read('people.yaml')).toContain('mascots:\n  - Barnaby Bear\n');
  });

  it('keeps what is written there, and comments', () => {
    write('policy-lint.yaml', '# Oakfield\npeople: people.yaml # names\n');
    write('people.yaml', OURS);
    for (const [name, kind] of [
      ['Curie: red', 'house'],
      ['Mr O’Quill', 'governor'],
      ['Idris Vaughan', 'Visitor'],
    ] as const)
      expect(allow(name, '--as', kind).exitCode).toBe(0);
    expect(read('policy-lint.yaml')).toBe('# Oakfield\npeople: people.yaml # names\n');
    expect(read('people.yaml')).toBe(`# Ours
adults:
- Ms Adeyemi # Year 4
- Mr O’Quill

houses: [Seacole, "Rashford", "Curie: red"] # two of four
visitors:
- Idris Vaughan
`);
  });

  it('changes nothing the second time', () => {
    write('policy-lint.yaml', 'people: people.yaml\n');
    write('people.yaml', OURS);
    expect(allow(' seacole', '--as', 'house')).toEqual({
      exitCode: 0,
      stdout: 'people.yaml: stands under houses already\n',
      stderr: '',
    });
    expect(read('people.yaml')).toBe(OURS);
  });

  it('lets a post name it', () => {
    const lint = () =>
      runBinary(['-', '--at', '2026-11-23T10:00'], { cwd, stdin: 'Well done Barnaby in Year 2\n' });
    expect(lint().exitCode).toBe(1);
    allow('Barnaby', '--as', 'mascot');
    expect(lint().exitCode).toBe(0);
  });

  it('says so when a pupil has the name', () => {
    write('policy-lint.yaml', 'people: people.yaml\nroster: pupils.txt\n');
    write('pupils.txt', 'Barnaby Thistlewood\n');
    expect(allow('Barnaby', '--as', 'mascot').stderr).toBe(
      'note: a pupil has this name too: posts that hold it alone are no longer flagged\n',
    );
  });

  it.each([
    [['Barnaby', '--as', 'mascott'], '--as: “mascott” is not known here: did you mean “mascot”?\n'],
    [
      ['Barnaby'],
      '--as: say what it is: adult, parent, visitor, figure, house, class, place, mascot, approved\n',
    ],
    [
      ['7', '--as', 'house'],
      'allow: write the name as in policy-lint allow "Barnaby Bear" --as mascot\n',
    ],
    [
      ['Seacole', '--as', 'mascot'],
      'people.yaml: this name stands under houses already: take it out there first\n',
    ],
  ])('refuses %j', (args, stderr) => {
    write('policy-lint.yaml', 'people: people.yaml\n');
    write('people.yaml', OURS);
    expect(allow(...args)).toEqual({ exitCode: 2, stdout: '', stderr });
    expect(read('people.yaml')).toBe(OURS);
  });

  it('touches nothing that it cannot read', () => {
    write('policy-lint.yaml', 'peple: people.yaml\n');
    expect(allow('Barnaby', '--as', 'mascot').exitCode).toBe(2);
    expect(existsSync(path.join(cwd, 'people.yaml'))).toBe(false);
  });
});
