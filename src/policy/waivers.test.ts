import { assert, constantFrom, property, shuffledSubarray } from 'fast-check';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { waiversJsonSchema } from '../../scripts/exception-schemas.ts';
import { policyOf, ruleWith } from '../../test/support/small-policy.ts';
import type { WaiverContext } from './waiver-mistakes.ts';
import { readWaivers } from './waivers.ts';

const LEAD = 'designated safeguarding lead';

const POLICY = policyOf(
  [
    ruleWith('no-names', { waiver: { roles: [LEAD, 'headteacher'] } }),
    ruleWith('hours', { severity: 'warning' }),
    ruleWith('length', { severity: 'info' }),
    ruleWith('tags', { waiver: { maxDays: 3 } }),
    ruleWith('consent', { waiver: 'never' }),
  ],
  {
    off: [{ rule: 'replies', clause: 'c1', reason: 'agreed' }],
    waivers: { maxDays: { info: 10 } },
  },
);

const CONTEXT: WaiverContext = {
  policies: [POLICY],
  roles: { [LEAD]: ['A. Okafor', 'M. Vaz'] },
  today: '2026-11-23',
};

const GOOD = {
  rule: 'oakfield/no-names',
  post: '3f2a9c0b1d4e5f60',
  reason: 'The parents of the cast agreed in writing',
  approvedBy: 'A. Okafor',
  role: LEAD,
  approved: '2026-11-20',
  expires: '2026-11-30',
};
type Key = keyof typeof GOOD;

/** A line for each key, so that a mistake is seen to be placed; null leaves a key out. */
const entry = (changes: Partial<Record<Key, string | null>> = {}): string => {
  const lines = Object.entries({ ...GOOD, ...changes })
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}: ${value}`);
  return `- ${lines.join('\n  ')}\n`;
};

const read = (text: string, context = CONTEXT) => readWaivers(text, 'waivers.yaml', context);

const told = (text: string, context = CONTEXT): readonly string[] =>
  read(text, context).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('waivers', () => {
  it('are read with their places', () => {
    const hours = { rule: 'oakfield/hours', role: null, reason: '"Told  at once,\n    as agreed"' };
    expect(read(`# ours\n${entry()}${entry(hours)}`)).toEqual({
      value: [
        { ...GOOD, file: 'waivers.yaml', line: 2 },
        {
          rule: 'oakfield/hours',
          post: GOOD.post,
          reason: 'Told at once, as agreed',
          approvedBy: 'A. Okafor',
          approved: '2026-11-20',
          expires: '2026-11-30',
          file: 'waivers.yaml',
          line: 9,
        },
      ],
      problems: [],
    });
  });

  it.each(['', '# none yet\n', '[]\n', '---\n'])('are none in %j', (text) => {
    expect(read(text)).toEqual({ value: [], problems: [] });
  });

  it.each([
    ['the last day of the longest window', { expires: '2026-12-20' }],
    ['a single day', { expires: '2026-11-20' }],
    ['what is over', { approved: '2025-02-01', expires: '2025-02-03' }],
    ['what is over and whose approver has left', { approvedBy: 'J. Reed', expires: '2026-11-22' }],
    [
      'an office and a name otherwise spaced',
      { role: 'Designated  Safeguarding Lead', approvedBy: 'a. okafor' },
    ],
    ['another office that nobody is listed for', { role: 'headteacher', approvedBy: 'J. Reed' }],
    ['a rule of a policy that is not active', { rule: 'hexley-2020/no-tags', role: null }],
    ['a rule that is switched off', { rule: 'oakfield/replies', role: null }],
  ])('may be of %s', (_, changes) => {
    const { value, problems } = read(entry(changes));
    expect({ count: value.length, problems }).toEqual({ count: 1, problems: [] });
  });
});

describe('no waiver', () => {
  const DAYS = 'must be a day as 2026-11-23';
  const table: readonly (readonly [Partial<Record<Key, string | null>>, readonly string[]])[] = [
    [
      { rule: 'oakfield/no-name' },
      ['1:9 there is no rule “oakfield/no-name”: did you mean “oakfield/no-names”?'],
    ],
    [
      { rule: 'oakfeld/no-names' },
      ['1:9 there is no rule “oakfeld/no-names”: did you mean “oakfield/no-names”?'],
    ],
    [{ rule: 'no-names' }, ['1:9 “no-names” names no rule: did you mean “oakfield/no-names”?']],
    [
      { rule: 'oakfield/consent' },
      ['1:9 oakfield/consent may never be waived: its policy allows no exception'],
    ],
    [{ rule: null }, ['1:3 rule is missing: it must be a rule, as policy/rule']],
    [
      { post: '3f2a' },
      [
        '2:9 post must be the fingerprint of a post, such as 3f2a9c0b1d4e5f60; in quotes when it is all digits',
      ],
    ],
    [
      { post: '1234567890123456' },
      [
        '2:9 post must be the fingerprint of a post, such as 3f2a9c0b1d4e5f60; in quotes when it is all digits, not 1234567890123456',
      ],
    ],
    [{ reason: null }, ['1:3 reason is missing: it must be text']],
    [{ reason: '' }, ['3:3 reason must be text, not empty']],
    ...['" "', 'ok', '"-"', 'agreed', 'it is ok', 'Authorisation!', '"1234 5678 9012"'].map(
      (reason) =>
        [
          { reason },
          ['3:11 reason: say in a sentence why the post may go out all the same'],
        ] as const,
    ),
    [
      { approvedBy: '"-"' },
      [
        '4:15 approvedBy must be the name of whoever answers for it',
        `4:15 “-” is not listed as ${LEAD} in policy-lint.yaml: add whoever holds it`,
      ],
    ],
    [
      { approvedBy: null },
      ['1:3 approvedBy is missing: it must be the name of whoever answers for it'],
    ],
    [
      { approvedBy: 'A. Okfor' },
      [`4:15 “A. Okfor” is not listed as ${LEAD} in policy-lint.yaml: did you mean “A. Okafor”?`],
    ],
    [
      { role: null },
      [`1:3 role is missing: only “${LEAD}” or “headteacher” may waive oakfield/no-names`],
    ],
    [
      { role: 'headtaecher' },
      ['5:9 “headtaecher” may not waive oakfield/no-names: did you mean “headteacher”?'],
    ],
    [
      { role: 'clerk' },
      [`5:9 “clerk” may not waive oakfield/no-names: only “${LEAD}” or “headteacher” may`],
    ],
    [
      { rule: 'oakfield/hours', approvedBy: 'J. Reed' },
      [`4:15 “J. Reed” is not listed as ${LEAD} in policy-lint.yaml: add whoever holds it`],
    ],
    [{ approved: 'last week' }, [`6:13 approved ${DAYS}`]],
    [{ approved: '2026-11-31' }, ['6:13 there is no day 2026-11-31: write one as 2026-11-23']],
    [
      { approved: '2026-11-24' },
      ['6:13 2026-11-24 is still to come: write the day on which it was approved'],
    ],
    [{ expires: '2027-02-29' }, ['7:12 there is no day 2027-02-29: write one as 2026-11-23']],
    [{ expires: '2026-11-19' }, ['7:12 2026-11-19 is before 2026-11-20, when it was approved']],
    [{ expires: null }, [`1:3 expires is missing: it ${DAYS}`]],
    [
      { expires: '2026-12-21' },
      [
        '7:12 31 days are too many: a rule of severity error may be waived for 30 at most, here until 2026-12-20',
      ],
    ],
    [
      { rule: 'oakfield/hours', role: null, expires: '2027-02-19' },
      [
        '6:12 91 days are too many: a rule of severity warning may be waived for 90 at most, here until 2027-02-18',
      ],
    ],
    [
      { rule: 'oakfield/length', role: null, expires: '2026-12-01' },
      [
        '6:12 11 days are too many: a rule of severity info may be waived for 10 at most, here until 2026-11-30',
      ],
    ],
    [
      { rule: 'oakfield/tags', role: null, expires: '2026-11-24' },
      ['6:12 4 days are too many: this rule may be waived for 3 at most, here until 2026-11-23'],
    ],
    [
      { reason: '"Agreed\\u202E with all parents"' },
      ['3:11 a character that cannot be seen (U+202E) stands here: take it out'],
    ],
  ];
  it.each(table)('with %j', (changes, expected) => {
    const { value } = read(entry(changes));
    expect({ value, told: told(entry(changes)) }).toEqual({ value: [], told: expected });
  });

  it('for what another one waives already, whichever stands first', () => {
    const again = entry({ approvedBy: 'M. Vaz' });
    expect(told(entry() + again)).toEqual([
      '9:9 line 1 waives the same rule for the same post: keep one',
    ]);
    expect(read(entry() + again).value.map(({ line }) => line)).toEqual([1]);
  });

  it('takes those beside it down with it', () => {
    const { value, problems } = read(entry({ post: 'x' }) + entry());
    expect({ lines: value.map(({ line }) => line), count: problems.length }).toEqual({
      lines: [8],
      count: 1,
    });
  });

  it('in a file that is not what it looks like', () => {
    expect(read(`${entry()}  reason: again\n`).value).toEqual([]);
    expect(read(`${entry()}# \u202E\n`)).toEqual({
      value: [],
      problems: [
        {
          file: 'waivers.yaml',
          line: 8,
          column: 3,
          message: 'a character that cannot be seen (U+202E) stands here: take it out',
        },
      ],
    });
    expect(told('rule: oakfield/no-names\n')).toEqual([
      '1:1 the file must be a list of mappings, not a mapping',
    ]);
    expect(told('- oakfield/no-names\n')).toEqual(['1:3 each entry must be a mapping, not text']);
  });

  it('is told with everything else that is wrong', () => {
    const bad = entry({
      rule: 'oakfield/no-name',
      post: 'x',
      reason: 'ok',
      approvedBy: 'J. Reed',
      approved: '2026-11-31',
      expires: 'soon',
    });
    expect(told(`${bad}  until: never\n`).map((line) => line.split(' ')[0])).toEqual([
      '1:9',
      '2:9',
      '3:11',
      '4:15',
      '6:13',
      '7:12',
      '8:3',
    ]);
  });
});

describe('the schema for editors', () => {
  it('accepts what is read and refuses other shapes', () => {
    const isValid = new Ajv({ strict: true }).compile(waiversJsonSchema());
    const texts = [entry(), entry({ role: null }), entry({ post: 'x' }), entry({ approved: null })];
    expect(texts.map((text) => isValid(parse(text, { schema: 'core' })))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('whatever is written', () => {
  const KEYS = Object.keys(GOOD) as readonly Key[];
  it('is a waiver or a problem', () => {
    const value = constantFrom(
      ...[
        '"-"',
        '[]',
        '{}',
        '',
        '~',
        '3',
        'x',
        'oakfield/hours',
        '2026-11-23',
        '9999-12-31',
        '"\\0"',
      ],
      ...Object.values(GOOD),
    );
    assert(
      property(
        shuffledSubarray([...KEYS]),
        shuffledSubarray([...KEYS]),
        value,
        (gone, odd, one) => {
          const text = entry({
            ...Object.fromEntries(odd.slice(0, 3).map((key) => [key, one])),
            ...Object.fromEntries(gone.slice(0, 1).map((key) => [key, null])),
          });
          const { value: waivers, problems } = read(text);
          expect(waivers.length === 1).toBe(problems.length === 0);
        },
      ),
    );
  });
});
