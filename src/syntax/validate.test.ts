import {
  array,
  boolean,
  integer,
  minLength,
  minValue,
  nullable,
  number,
  optional,
  picklist,
  pipe,
  record,
  regex,
  strictObject,
  string,
  union,
} from 'valibot';
import { describe, expect, it } from 'vitest';
import { validateYaml } from './validate.ts';

const account = strictObject({
  name: string(),
  kind: picklist(['school', 'department', 'class', 'personal']),
  handle: optional(pipe(string(), regex(/^\w+$/u, 'write it without the @'))),
});
const schema = strictObject({
  policies: pipe(array(string()), minLength(1)),
  accounts: optional(array(account), []),
  max: optional(pipe(number(), integer(), minValue(1)), 3),
  quiet: optional(boolean()),
  at: optional(nullable(string())),
  voice: optional(union([picklist(['school', 'class']), array(picklist(['school', 'class']))])),
  rules: optional(record(string(), strictObject({ severity: picklist(['error', 'info']) }))),
});

const told = (text: string): string[] =>
  validateYaml(schema, text, 'policy-lint.yaml').problems.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );

describe('a file that fits', () => {
  it('comes back typed, with defaults', () => {
    const { value, problems } = validateYaml(schema, 'policies: [a]\nat: null\n', 'x.yaml');
    expect({ value, problems }).toEqual({
      value: { policies: ['a'], accounts: [], max: 3, at: null },
      problems: [],
    });
  });
});

describe('a file that does not fit', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['', ['1:1 the file must be a mapping, not empty']],
    ['just words', ['1:1 the file must be a mapping, not text']],
    ['max: 2\n', ['1:1 policies is missing: it must be a list of text']],
    ['polices: [a]\n', ['1:1 “polices” is not known here: did you mean “policies”?']],
    ['policies: []\n', ['1:11 policies must not be empty']],
    ['policies: [a, 3]\n', ['1:15 each entry of policies must be text, not 3']],
    [
      'policies:\nmax: 0\n',
      ['1:1 policies must be a list of text, not empty', '2:6 max must be 1 or more'],
    ],
    ['policies: [a]\nmax: 1.5\n', ['2:6 max must be a whole number']],
    ['policies: [a]\nmax: lots\n', ['2:6 max must be a number, not text']],
    ['policies: [a]\nquiet: yes\n', ['2:8 quiet must be true or false, not text']],
    [
      'policies: [a]\nvoice: clas\n',
      ['2:8 voice must be school or class, not “clas”: did you mean “class”?'],
    ],
    [
      'policies: [a]\nvoice: [clas, school]\n',
      ['2:9 each entry of voice must be school or class, not “clas”: did you mean “class”?'],
    ],
    [
      'policies: [a]\nvoice: 3\n',
      ['2:8 voice must be school, class or a list of school or class, not 3'],
    ],
    [
      'policies: [a]\nrules: { a/b: { severity: fatal } }\n',
      ['2:27 severity must be error or info, not “fatal”'],
    ],
    [
      'policies: [a]\ntoString: 1\n',
      [
        '2:1 “toString” is not known here: the keys are policies, accounts, max, quiet, at, voice, rules',
      ],
    ],
  ];
  it.each(table)('%j', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('is told every mistake at once, in its order', () => {
    const text = `policies: [a]
acounts: []
accounts:
  - { name: school, kind: shool, handle: "@x" }
  - { Name: 3, kind: class }
  - kind: class
max: none
`;
    expect(told(text)).toEqual([
      '2:1 “acounts” is not known here: did you mean “accounts”?',
      '4:27 kind must be school, department, class or personal, not “shool”: did you mean “school”?',
      '4:42 handle: write it without the @',
      '5:7 “Name” is not known here: did you mean “name”?',
      '6:5 name is missing: it must be text',
      '7:6 max must be a number, not text',
    ]);
  });

  it('is told of content only as far as the notation can be trusted', () => {
    expect(told('max: none\nquiet: @x\nat: 3\n')).toEqual([
      '1:6 max must be a number, not text',
      '2:8 a text that starts with @, ` or % must stand in quotes',
    ]);
  });

  it('never repeats free text, which could hold a name', () => {
    expect(told('policies: [a]\nmax: Josh Example\naccounts: Josh Example\n').join()).not.toMatch(
      /Josh/u,
    );
  });
});
