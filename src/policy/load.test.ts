import fc from 'fast-check';
import { array, number, optional, picklist, strictObject, string } from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import { loadPolicy } from './load.ts';

const CHECKS: Catalogue['checks'] = new Map([
  ['mention', { params: strictObject({ allow: optional(array(string()), []) }), tells: [] }],
  [
    'person-named',
    {
      params: strictObject({ who: picklist(['child', 'adult']), forms: optional(array(string())) }),
      tells: ['form', 'group'],
    },
  ],
]);
const AUDITS: Catalogue['audits'] = new Map([
  [
    'pace',
    {
      params: strictObject({
        days: optional(number(), 7),
        of: optional(picklist(['posts', 'likes'])),
      }),
      about: 'how often',
    },
  ],
]);
const CATALOGUE: Catalogue = { checks: CHECKS, audits: AUDITS };

const VALID = `policy: { id: oakfield, title: Posting at Oakfield, adopted: 2018-09-11, reviewDue: 2019-09, timezone: Europe/London }
clauses:
  - { id: b1, section: Names, requires: No child is named., kind: draft }
  - { id: b2, section: Handles, requires: Others are not tagged., kind: draft }
rules:
  - id: no-names
    clause: b1
    concept: child-named
    severity: error
    check: person-named
    with: { who: child }
    unless:
      any:
        - account: [personal]
        - not: { check: mention, with: { allow: [HexleyLibrary] } }
        - at: { days: [sat, sun], from: "08:00", to: "17:30" }
    message: >
      This post names a child
      by the {form}.
    examples:
      flags: ["Well done ⟦Josh⟧", { text: "Well done", media: [{ alt: "⟦Josh⟧ smiling" }], at: null }]
      allows: [Well done 4B]
  - id: no-tags
    clause: b2
    severity: warning
    check: mention
    message: This post tags another account.
    examples: { flags: ["Hello ⟦@AshgroveSchool⟧"], allows: [Hello] }
`;

const told = (text: string): string[] =>
  loadPolicy(text, 'rules/x.yaml', CATALOGUE).problems.map(({ file, line, column, message }) =>
    `${file}:${line}:${column} ${message}`.slice('rules/'.length),
  );

/** The valid policy with one piece written differently. */
const changed = (from: string, to: string): string => {
  expect(VALID).toContain(from);
  return VALID.replace(from, to);
};

describe('a valid policy', () => {
  it('is loaded with its defaults and the line of each rule', () => {
    const { policy, problems } = loadPolicy(VALID, 'rules/x.yaml', CATALOGUE);
    expect(problems).toEqual([]);
    expect(policy).toMatchObject({
      file: 'rules/x.yaml',
      info: {
        id: 'oakfield',
        title: 'Posting at Oakfield',
        adopted: '2018-09-11',
        reviewDue: '2019-09',
      },
      timezone: 'Europe/London',
      rules: [
        {
          line: 6,
          concept: 'child-named',
          with: { who: 'child' },
          message: 'This post names a child by the {form}.',
        },
        { line: 23, concept: 'mention', with: {} },
      ],
    });
    expect(policy?.info).not.toHaveProperty('timezone');
  });
});

describe('a broken policy', () => {
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'id: oakfield',
      'id: Oak Field',
      ['x.yaml:1:15 id must be small letters, digits and hyphens, as no-child-names'],
    ],
    [
      '2018-09-11',
      '2018-13-11',
      ['x.yaml:1:62 adopted must be a date as 2018-09-11 or 2019-09, or a year in quotes'],
    ],
    [
      '2018-09-11',
      '2018',
      [
        'x.yaml:1:62 adopted must be a date as 2018-09-11 or 2019-09, or a year in quotes, not 2018',
      ],
    ],
    [
      'Europe/London',
      'Europe/Lndon',
      ['x.yaml:1:104 there is no time zone “Europe/Lndon”: did you mean “Europe/London”?'],
    ],
    [
      'Europe/London',
      '+01:00',
      ['x.yaml:1:104 there is no time zone “+01:00”: write it as Europe/London'],
    ],
    [
      'kind: draft',
      'kind: drafts',
      [
        'x.yaml:3:67 kind must be draft, archive, media, attest or outside, not “drafts”: did you mean “draft”?',
      ],
    ],
    [
      'id: b2',
      'id: b1',
      [
        'x.yaml:4:11 there is already a clause “b1”: give this one another id',
        'x.yaml:24:13 there is no clause “b2”: did you mean “b1”?',
      ],
    ],
    [
      'id: no-tags',
      'id: no-names',
      ['x.yaml:23:9 there is already a rule “no-names”: give this one another id'],
    ],
    [
      'clause: b1',
      'clause: names',
      ['x.yaml:7:13 there is no clause “names”: add it to clauses, or cite another'],
    ],
    [
      'severity: error',
      'severity: eror',
      ['x.yaml:9:15 severity must be error, warning or info, not “eror”: did you mean “error”?'],
    ],
    [
      'severity: error',
      'severty: error',
      ['x.yaml:9:5 “severty” is not known here: did you mean “severity”?'],
    ],
    [
      '    severity: error\n',
      '',
      ['x.yaml:6:5 severity is missing: it must be error, warning or info'],
    ],
    [
      'check: person-named',
      'check: personNamed',
      ['x.yaml:10:12 there is no check “personNamed”: did you mean “person-named”?'],
    ],
    [
      'check: person-named',
      'check: weather',
      ['x.yaml:10:12 there is no check “weather”: the checks are mention, person-named'],
    ],
    ['who: child', 'who: kids', ['x.yaml:11:18 who must be child or adult, not “kids”']],
    ['who: child', 'hwo: child', ['x.yaml:11:13 “hwo” is not known here: did you mean “who”?']],
    ['    with: { who: child }\n', '', ['x.yaml:10:12 who is missing: it must be child or adult']],
    ['with: { who: child }', 'with:', ['x.yaml:11:5 with must be a mapping, not empty']],
    [
      '{ allow: [Hex',
      '{ alow: [Hex',
      ['x.yaml:15:42 “alow” is not known here: did you mean “allow”?'],
    ],
    [
      '{ check: mention, with',
      '{ with',
      ['x.yaml:15:18 with stands here without check: say which check it is for'],
    ],
    [
      '{ check: mention',
      '{ check: mentions',
      ['x.yaml:15:25 there is no check “mentions”: did you mean “mention”?'],
    ],
    [
      'account: [personal]',
      'account: [persnal]',
      [
        'x.yaml:14:21 each entry of account must be school, department, class or personal, not “persnal”: did you mean “personal”?',
      ],
    ],
    [
      '- account: [personal]',
      '- {}',
      ['x.yaml:14:11 each entry of any must name at least one thing that has to hold'],
    ],
    ['from: "08:00"', 'from: 8am', ['x.yaml:16:41 from must be a time as 08:00 or 17:30']],
    [
      '[sat, sun]',
      '[saturday]',
      [
        'x.yaml:16:24 each entry of days must be mon, tue, wed, thu, fri, sat or sun, not “saturday”',
      ],
    ],
    [
      '{form}',
      '{from}',
      ['x.yaml:17:14 the check person-named tells no {from}: did you mean “form”?'],
    ],
    [
      '{form}',
      '{colour}',
      ['x.yaml:17:14 the check person-named tells no {colour}: it tells form, group'],
    ],
    [
      '"Well done ⟦Josh⟧"',
      '"Well done ⟦Josh"',
      ['x.yaml:21:15 the marks ⟦ and ⟧ must stand in pairs'],
    ],
    [
      '"⟦Josh⟧ smiling"',
      '"⟧Josh⟦ smiling"',
      ['x.yaml:21:71 the marks ⟦ and ⟧ must stand in pairs'],
    ],
    [
      '[Well done 4B]',
      '["Well done ⟦4B⟧"]',
      ['x.yaml:22:16 an example that is allowed carries no marks ⟦⟧'],
    ],
    ['[Well done 4B]', '[]', ['x.yaml:22:15 allows must hold at least one example']],
    [
      '[Well done 4B]',
      '["Well done": 4B]',
      ['x.yaml:22:16 “Well done” is not known here: put the whole text in quotes'],
    ],
    ['at: null', 'at: tomorrow', ['x.yaml:21:96 at must be a date and time as 2026-11-23T17:42']],
    [
      'This post tags',
      'This \u202Epost tags',
      ['x.yaml:27:19 a character that cannot be seen (U+202E) stands here: take it out'],
    ],
    [
      'This post tags another account.',
      '"This \\u202Epost"',
      ['x.yaml:27:14 a character that cannot be seen (U+202E) stands here: take it out'],
    ],
    [
      'clauses:',
      'constructor: 1\nclauses:',
      [
        'x.yaml:2:1 “constructor” is not known here: the keys are extends, policy, clauses, rules, audits, questions, waivers',
      ],
    ],
  ];
  it.each(table)('%j written as %j', (from, to, expected) => {
    expect(told(changed(from, to))).toEqual(expected);
  });

  it('without anything in it is a mapping that is missing', () => {
    expect(told('')).toEqual(['x.yaml:1:1 the file must be a mapping, not empty']);
  });

  it('with ten mistakes is told ten', () => {
    const text = `policy: { id: Oakfield, title: Posting, timezone: Europe/Lundon }
clauses:
  - { id: b1, section: Names, requires: No child is named., kind: drafty }
rules:
  - id: no-names
    clause: b11
    severity: fatal
    check: person-naming
    message: Named
    examples: { flags: [], allows: ["fine ⟦here"] }
  - id: no-names
    clause: b1
    severty: error
    check: mention
    with: { alow: [] }
    message: Tagged {who}
    examples: { flags: [a], allows: [b] }
`;
    expect(told(text)).toEqual([
      'x.yaml:1:15 id must be small letters, digits and hyphens, as no-child-names',
      'x.yaml:1:51 there is no time zone “Europe/Lundon”: did you mean “Europe/London”?',
      'x.yaml:3:67 kind must be draft, archive, media, attest or outside, not “drafty”: did you mean “draft”?',
      'x.yaml:6:13 there is no clause “b11”: did you mean “b1”?',
      'x.yaml:7:15 severity must be error, warning or info, not “fatal”',
      'x.yaml:8:12 there is no check “person-naming”: did you mean “person-named”?',
      'x.yaml:10:24 flags must hold at least one example',
      'x.yaml:10:37 the marks ⟦ and ⟧ must stand in pairs',
      'x.yaml:11:9 there is already a rule “no-names”: give this one another id',
      'x.yaml:13:5 “severty” is not known here: did you mean “severity”?',
      'x.yaml:15:13 “alow” is not known here: did you mean “allow”?',
      'x.yaml:16:14 the check mention tells no {who}: it tells nothing',
    ]);
  });
});

describe('whatever is written', () => {
  const lines = VALID.split('\n');
  const line = fc.nat({ max: lines.length - 1 });
  const mutation = fc.oneof(
    line.map((at) => (text: string[]) => text.toSpliced(at, 1)),
    fc.tuple(line, line).map(
      ([a, b]) =>
        (text: string[]) =>
          text.with(a % text.length, text[b] ?? ''),
    ),
    fc
      .tuple(
        line,
        fc.nat({ max: 80 }),
        fc.constantFrom('"', '[', ': ', '\t', '⟦', '{x}', '*a', '- ', '\u202E', 'ß'),
      )
      .map(([at, column, piece]) => (text: string[]) => {
        const old = text[at] ?? '';
        return text.with(at % text.length, old.slice(0, column) + piece + old.slice(column));
      }),
  );
  const isTold = (text: string): void => {
    const { policy, problems } = loadPolicy(text, 'x.yaml', CATALOGUE);
    expect(policy === undefined).toBe(problems.length > 0);
    for (const problem of problems) expect(problem.message).not.toMatch(/undefined|\[object/u);
  };

  it('is loaded or has problems, and never makes the loader throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), isTold), { numRuns: 200 });
  });

  it('in a policy with a few slips is told, and never makes the loader throw', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        isTold(mutations.reduce((text, mutate) => mutate(text), lines).join('\n'));
      }),
      { numRuns: 300 },
    );
  });

  it('a thousand levels of conditions do no harm', () => {
    const deep = `${'{ not: '.repeat(1000)}{ reply: true }${' }'.repeat(1000)}`;
    expect(told(changed('any:', `not: ${deep}\n      any:`))).toEqual([
      'x.yaml:13:434 the file is nested too deeply',
    ]);
  });
});
