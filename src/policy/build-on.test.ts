import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../engine/catalogue.ts';
import type { Policy, PolicyRead } from '../core/policy.ts';
import { loadPolicy } from './load.ts';
import type { Sources } from './sources.ts';
import { NO_SOURCES } from './sources.ts';

const BASE = `policy: { id: oakfield, title: Oakfield, timezone: Europe/London }
clauses:
  - { id: b1, section: Handles, requires: Nobody else is tagged., kind: draft }
  - { id: b2, section: Hours, requires: We post in the day., kind: draft }
rules:
  - id: no-tags
    clause: b1
    severity: error
    check: mention
    with: { allow: [HexleyLibrary] }
    when: { reply: false }
    unless: { event: fair }
    message: This tags somebody.
    advice: Write the name without the @.
    examples: { flags: ["With ⟦@AshgroveSchool⟧"], allows: ["With @HexleyLibrary"] }
  - id: hours
    clause: b2
    concept: daytime
    severity: warning
    check: posting-window
    with: { from: "08:00", to: "18:00" }
    message: This goes out at {time}.
    examples: { flags: [{ text: Hello, at: "2026-03-11T19:00" }], allows: [Hello] }
questions:
  - { id: noon, clauses: [b2], asks: Is noon inside?, default: "inside", otherwise: { outside: { hours: { with: { to: "11:59" } } } } }
`;

const HEAD = 'policy: { id: hexley, title: Hexley, timezone: Europe/London }\n';
const CLAUSE = 'clauses: [{ id: h1, section: Ours, requires: Ours., kind: draft }]\n';

const base = loadPolicy(BASE, 'base.yaml', CATALOGUE);

/** As it is compiled: without examples. */
const bare = (policy: Policy): Policy => ({
  ...policy,
  rules: policy.rules.map((rule) => ({ ...rule, examples: { flags: [], allows: [] } })),
});

const SOURCES: Sources = {
  ...NO_SOURCES,
  base: (named): PolicyRead =>
    named === 'oakfield'
      ? base
      : { problems: [{ file: named, message: 'there is no such policy' }] },
};

const load = (text: string, sources = SOURCES): PolicyRead =>
  loadPolicy(text, 'x.yaml', CATALOGUE, sources);

const told = (text: string, sources = SOURCES): readonly string[] =>
  load(text, sources).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

const good = (text: string, sources = SOURCES): Policy => {
  const { policy, problems } = load(text, sources);
  expect(problems).toEqual([]);
  return policy!;
};

const extending = (rules: string): string => `extends: oakfield\n${HEAD}\nrules:\n${rules}`;

const ruleOf = (text: string, id: string) => good(text).rules.find((rule) => rule.id === id);

const NO_TAGS = base.policy!.rules[0]!;

describe('a policy that builds on another', () => {
  it('without changes is that policy under a name of its own', () => {
    const { policy } = base;
    expect(good('extends: oakfield\npolicy: { id: hexley, title: Hexley }\n')).toEqual({
      ...policy,
      file: 'x.yaml',
      info: { id: 'hexley', title: 'Hexley' },
      rules: policy!.rules.map((rule) => ({ file: 'base.yaml', ...rule })),
    });
  });

  it('keeps inherited rules in their places, changed ones too, and puts its own behind', () => {
    const text = `extends: oakfield\n${HEAD}${CLAUSE}rules:
  - { id: raffles, clause: h1, severity: info, check: mention, message: M, examples: { flags: [a], allows: [b] } }
  - { id: no-tags, severity: info }
`;
    const { rules, clauses } = good(text);
    expect(rules.map(({ id, severity, file, line }) => [id, severity, file, line])).toEqual([
      ['no-tags', 'info', undefined, 6],
      ['hours', 'warning', 'base.yaml', 16],
      ['raffles', 'info', undefined, 5],
    ]);
    expect(clauses.map(({ id }) => id)).toEqual(['b1', 'b2', 'h1']);
  });

  it('may say a clause anew', () => {
    const text = `extends: oakfield\n${HEAD}clauses: [{ id: b1, section: Tags, requires: Nobody., kind: draft }]\n`;
    expect(good(text).clauses[0]).toEqual({
      id: 'b1',
      section: 'Tags',
      requires: 'Nobody.',
      kind: 'draft',
    });
  });

  it('judges by its own zone where it names one, else by the base’s', () => {
    expect(good('extends: oakfield\npolicy: { id: x, title: X }\n').timezone).toBe('Europe/London');
    const own = 'extends: oakfield\npolicy: { id: x, title: X, timezone: Europe/Paris }\n';
    expect(good(own).timezone).toBe('Europe/Paris');
  });

  it('switches rules off with a reason, and keeps the reason', () => {
    const { rules, off } = good(
      extending('  - { id: hours, off: true, reason: We run a boarding house }\n'),
    );
    expect(rules.map(({ id }) => id)).toEqual(['no-tags']);
    expect(off).toEqual([{ rule: 'hours', clause: 'b2', reason: 'We run a boarding house' }]);
  });

  it.each([
    ['off without a reason', '{ id: hours, off: true }'],
    ['off with an empty reason', '{ id: hours, severity: off, reason: " " }'],
  ])('is told of a rule %s', (_, rule) => {
    expect(told(extending(`  - ${rule}\n`))).toContain(
      '5:5 “hours” is switched off without a reason: add reason',
    );
  });

  it.each([
    [
      '  - { id: huors, off: true, reason: R }\n',
      '5:23 there is no inherited rule “huors” to switch off: did you mean “hours”?',
    ],
    [
      '  - { id: raffles, off: true, reason: R }\n',
      '5:25 there is no inherited rule “raffles” to switch off: leave out what no post shall be asked',
    ],
    [
      '  - { id: raffles, severity: off, reason: R }\n',
      '5:30 there is no inherited rule “raffles” to switch off: leave out what no post shall be asked',
    ],
  ])('is told what it cannot switch off: %s', (rules, message) => {
    expect(told(extending(rules))).toEqual([message]);
  });

  it('is told of a base that is not there, and of its own slips, and of nothing else', () => {
    const text = `extends: oakfeild\n${HEAD}rules:\n  - { id: hours, severty: error }\n`;
    expect(told(text)).toEqual([
      '1:10 “oakfeild” cannot be built on: there is no such policy',
      '4:18 “severty” is not known here: did you mean “severity”?',
    ]);
  });

  it('is told of a base that is broken, and where', () => {
    const broken: Sources = {
      ...NO_SOURCES,
      base: () =>
        loadPolicy(BASE.replace('severity: error', 'severity: eror'), 'base.yaml', CATALOGUE),
    };
    expect(told(extending('  - { id: hours, severity: info }\n'), broken)).toEqual([
      '1:10 “oakfield” cannot be built on: severity must be error, warning or info, not “eror”: did you mean “error”? (base.yaml:8)',
    ]);
  });

  it('may build on one that was compiled without examples, but has examples for rules of its own', () => {
    const compiled: Sources = {
      ...NO_SOURCES,
      base: () => ({ policy: bare(base.policy!), problems: [] }),
    };
    const own =
      '  - { id: hours, severity: info }\n  - { id: ours, clause: b1, severity: info, check: mention, message: M, examples: { flags: [], allows: [] } }\n';
    expect(told(extending(own), compiled)).toEqual([
      '6:92 flags must hold at least one example',
      '6:104 allows must hold at least one example',
    ]);
  });

  it('takes over questions with their answers', () => {
    expect(good('extends: oakfield\npolicy: { id: x, title: X }\n').questions).toEqual(
      base.policy!.questions,
    );
  });
});

describe('parameters and conditions of a changed rule', () => {
  const changed = (keys: string) => ruleOf(extending(`  - { id: no-tags, ${keys} }\n`), 'no-tags');
  const { when, unless, ...unconditional } = NO_TAGS;

  it.each<[string, object]>([
    ['severity: info', { severity: 'info' }],
    ['with: { allow: [Hexley] }', { with: { allow: ['Hexley'] } }],
    ['with: { allow: null }', { with: {} }],
    ['with: {}', {}],
    ['when: null', { when: undefined }],
    ['unless: null', { unless: undefined }],
    ['when: { media: true }', { when: { media: true } }],
    ['message: Tags are not for us.', { message: 'Tags are not for us.' }],
    ['advice: Leave it out.', { advice: 'Leave it out.' }],
    ['check: reply', { check: 'reply', concept: 'reply', with: {} }],
  ])('%s', (keys, expected) => {
    expect(changed(keys)).toEqual({ ...NO_TAGS, line: 5, ...expected });
  });

  it('leaves no trace of a condition that null takes away', () => {
    expect(changed('when: null, unless: null')).toEqual({ ...unconditional, line: 5 });
    expect(when && unless).toBeDefined();
  });

  it('are judged as they are after the change', () => {
    expect(told(extending('  - { id: no-tags, with: { alow: [] } }\n'))).toEqual([
      '5:28 “alow” is not known here: did you mean “allow”?',
    ]);
    expect(told(extending('  - { id: no-tags, message: "Tags {handle}." }\n'))).toEqual([
      '5:29 the check mention tells no {handle}: it tells nothing',
    ]);
  });

  it('null is no parameter of a rule that inherits nothing', () => {
    const text = `${HEAD}${CLAUSE}rules:
  - { id: r, clause: h1, severity: info, check: mention, with: { allow: null }, message: M, examples: { flags: [a], allows: [b] } }
`;
    expect(told(text)).toEqual(['4:73 allow must be a list of text, not empty']);
  });
});

describe('a rule that builds on another', () => {
  const alone = (rules: string): string => `${HEAD}${CLAUSE}rules:\n${rules}`;
  const PARENT =
    '  - { id: parent, clause: h1, severity: error, check: mention, with: { allow: [A] }, message: M, advice: A, examples: { flags: [a], allows: [b] } }\n';

  it('of the same file, above or below', () => {
    const child = '  - { id: child, extends: parent, severity: info, with: { allow: [B] } }\n';
    for (const rules of [PARENT + child, child + PARENT]) {
      expect(ruleOf(alone(rules), 'child')).toMatchObject({
        id: 'child',
        clause: 'h1',
        severity: 'info',
        with: { allow: ['B'] },
        advice: 'A',
        examples: { flags: ['a'], allows: ['b'] },
      });
    }
  });

  it('of one that builds on a third', () => {
    const rules =
      '  - { id: c, extends: b, severity: info }\n  - { id: b, extends: parent, message: N }\n';
    expect(ruleOf(alone(rules + PARENT), 'c')).toMatchObject({ severity: 'info', message: 'N' });
  });

  it('of the policy that this one builds on, under a name of its own or the same', () => {
    const text = extending(
      '  - { id: tags-too, extends: no-tags, clause: b2 }\n  - { id: hours, extends: hours, severity: info }\n',
    );
    expect(good(text).rules.map(({ id, clause, severity }) => [id, clause, severity])).toEqual([
      ['no-tags', 'b1', 'error'],
      ['hours', 'b2', 'info'],
      ['tags-too', 'b2', 'error'],
    ]);
  });

  it('of another policy, compiled or not', () => {
    const rules = '  - { id: ours, extends: oakfield/no-tags, clause: h1 }\n';
    const { file: _, line: __, ...inherited } = NO_TAGS;
    expect(ruleOf(alone(rules), 'ours')).toEqual({
      ...inherited,
      id: 'ours',
      clause: 'h1',
      line: 4,
    });
    const compiled: Sources = {
      ...NO_SOURCES,
      base: () => ({ policy: bare(base.policy!), problems: [] }),
    };
    expect(told(alone(rules), compiled)).toEqual([]);
  });

  it.each([
    [
      'itself',
      '  - { id: a, extends: a, clause: h1 }\n',
      ['4:23 this rule builds on itself: a → a'],
    ],
    [
      'three in a circle',
      '  - { id: a, extends: b }\n  - { id: b, extends: c }\n  - { id: c, extends: a }\n',
      ['6:23 this rule builds on itself: a → b → c → a'],
    ],
    [
      'a circle that it is no part of',
      '  - { id: d, extends: a }\n  - { id: a, extends: b }\n  - { id: b, extends: a }\n',
      ['6:23 this rule builds on itself: a → b → a'],
    ],
    [
      'one that was mistyped',
      `${PARENT}  - { id: a, extends: paernt }\n`,
      ['5:23 there is no rule “paernt” to build on: did you mean “parent”?'],
    ],
    [
      'one that is like none',
      '  - { id: a, extends: zzzz }\n',
      ['4:23 there is no rule “zzzz” to build on: name one of this file, or policy/rule'],
    ],
    [
      'a mistyped rule of another policy',
      '  - { id: a, extends: oakfield/no-tgas }\n',
      ['4:23 there is no rule “oakfield/no-tgas” to build on: did you mean “oakfield/no-tags”?'],
    ],
    [
      'a rule that another policy has not',
      '  - { id: a, extends: oakfield/raffles }\n',
      [
        '4:23 there is no rule “oakfield/raffles” to build on: policy-lint coverage oakfield lists them',
      ],
    ],
    [
      'a policy that is not there',
      '  - { id: a, extends: nowhere/no-tags }\n',
      ['4:23 “nowhere/no-tags” cannot be built on: there is no such policy'],
    ],
    [
      'a rule whose own clause is not in this policy',
      '  - { id: a, extends: oakfield/no-tags }\n',
      ['4:5 there is no clause “b1”: did you mean “h1”?'],
    ],
  ])('is told of %s, and of no echo', (_, rules, messages) => {
    expect(told(alone(rules))).toEqual(messages);
  });

  it('tells a long circle in short', () => {
    const rules = Array.from(
      { length: 40 },
      (_, i) => `  - { id: r${i}, extends: r${(i + 1) % 40} }\n`,
    );
    expect(told(alone(rules.join('')))).toEqual([
      '43:25 this rule builds on itself: r0 → r1 → r2 → r3 → r4 → r5 → … → r0',
    ]);
  });
});

describe('names', () => {
  it('of clauses must be known, in the base too', () => {
    expect(told(extending('  - { id: a, extends: no-tags, clause: b9 }\n'))).toEqual([
      '5:40 there is no clause “b9”: did you mean “b1”?',
    ]);
  });

  it('of rules stand once', () => {
    expect(
      told(extending('  - { id: hours, severity: info }\n  - { id: hours, severity: error }\n')),
    ).toEqual(['6:11 there is already a rule “hours”: give this one another id']);
  });

  it('of topics and sides must be known', () => {
    const text = `extends: oakfield\n${HEAD}clauses:
  - { id: h1, section: S, requires: R., kind: draft, demands: { replis: never } }
  - { id: h2, section: S, requires: R., kind: draft, demands: { replies: nevr } }
  - { id: h3, section: S, requires: R., kind: draft, demands: { replies: sometimes } }
`;
    expect(told(text)).toEqual([
      '4:65 there is no topic “replis”: did you mean “replies”?',
      '5:74 “nevr” is no side of replies: did you mean “never”?',
      '6:74 “sometimes” is no side of replies: the sides are never, answered',
    ]);
  });

  it('of rules that conditions ask must be known and lead to no circle', () => {
    const rules = (keys: string): string =>
      extending(
        `  - { id: a, extends: no-tags, unless: ${keys} }\n  - { id: b, extends: no-tags, when: { not: { rule: a } } }\n`,
      );
    expect(told(rules('{ rule: hours }'))).toEqual([]);
    expect(told(rules('{ any: [{ rule: huors }] }'))).toEqual([
      '5:56 there is no rule “huors”: did you mean “hours”?',
    ]);
    expect(told(rules('{ rule: b }'))).toEqual([
      '5:48 the rule “a” asks itself in the end',
      '6:53 the rule “b” asks itself in the end',
    ]);
    expect(told(rules('{ rule: a }'))).toEqual(['5:48 the rule “a” asks itself in the end']);
  });

  it('of rules that other answers change or ask must be known', () => {
    const text = `extends: oakfield\n${HEAD}questions:
  - id: q
    clauses: [b1]
    asks: Which?
    default: one
    otherwise:
      two: { huors: { severity: info }, hours: { when: { rule: hours } } }
      three: { hours: { off: true }, no-tags: { message: "{x}" } }
`;
    expect(told(text)).toEqual([
      '9:14 there is no rule “huors”: did you mean “hours”?',
      '9:64 the rule “hours” asks itself in the end',
      '10:23 “hours” is switched off without a reason: add reason',
      '10:58 the check mention tells no {x}: it tells nothing',
    ]);
  });
});

describe('what a condition may not say', () => {
  it.each([
    [
      '{ confidence: certain }',
      '5:28 confidence stands here without check or rule: say whose it is',
    ],
    ['{ with: { allow: [] } }', '5:28 with stands here without check: say which check it is for'],
    ['{}', '5:26 when must name at least one thing that has to hold'],
  ])('%s', (when, message) => {
    expect(told(extending(`  - { id: no-tags, when: ${when} }\n`))).toEqual([message]);
  });
});
