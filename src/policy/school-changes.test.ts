import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../engine/catalogue.ts';
import type { Policy } from '../core/policy.ts';
import type { Mistake } from '../syntax/place.ts';
import { applyAnswers } from './answers.ts';
import { applySettled, contradictions } from './contradictions.ts';
import { loadPolicy } from './load.ts';
import type { Overrides } from './override.ts';
import { applyOverrides } from './override.ts';
import { NO_SOURCES } from './sources.ts';

const read = (text: string, file: string): Policy => {
  const { policy, problems } = loadPolicy(text, file, CATALOGUE);
  expect(problems).toEqual([]);
  return policy!;
};

const OAKFIELD = read(
  `policy: { id: oakfield, title: Oakfield, timezone: Europe/London }
clauses:
  - { id: c1, section: S, requires: We answer nobody., kind: draft, demands: { replies: never } }
  - { id: c2, section: S, requires: Hours., kind: draft }
rules:
  - { id: no-replies, clause: c1, severity: error, check: reply, message: M, examples: { flags: [a], allows: [b] } }
  - { id: hours, clause: c2, severity: error, check: posting-window, with: { to: "18:00" }, message: "At {time}.", examples: { flags: [a], allows: [b] } }
questions:
  - { id: end, clauses: [c2], asks: Is 18:00 inside?, default: inclusive, settledBy: lessons,
      otherwise: { exclusive: { hours: { with: { endInclusive: false } } }, never: { hours: { off: true, reason: no hours are agreed } } } }
`,
  'oakfield.yaml',
);

const HEXLEY = read(
  `policy: { id: hexley, title: Hexley, timezone: Europe/London }
clauses:
  - { id: h1, section: S, requires: We answer questions., kind: draft, demands: { replies: answered } }
  - { id: h2, section: S, requires: R., kind: draft }
rules:
  - { id: answer, clause: h1, severity: info, check: reply, message: M, examples: { flags: [a], allows: [b] } }
`,
  'hexley.yaml',
);

const BOTH = [OAKFIELD, HEXLEY];

const shown = (mistakes: readonly Mistake[]): readonly string[] =>
  mistakes.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('answers', () => {
  const answer = (answers: Record<string, string>) => applyAnswers(BOTH, answers);

  it('change what the policy says they change, and nothing else', () => {
    const { policies, mistakes } = answer({ 'oakfield/end': 'exclusive' });
    const [, hours] = OAKFIELD.rules;
    expect({ policies, mistakes }).toEqual({
      mistakes: [],
      policies: [
        {
          ...OAKFIELD,
          rules: [OAKFIELD.rules[0], { ...hours, with: { to: '18:00', endInclusive: false } }],
        },
        HEXLEY,
      ],
    });
  });

  it('may switch a rule off, with the policy’s reason', () => {
    expect(answer({ 'oakfield/end': 'never' }).policies[0]?.off).toEqual([
      { rule: 'hours', clause: 'c2', reason: 'no hours are agreed' },
    ]);
  });

  it('that are the default change nothing', () => {
    expect(answer({ 'oakfield/end': 'inclusive' }).policies).toEqual(BOTH);
  });

  it('to questions of policies that are not active are left alone', () => {
    expect(answer({ 'ashgrove/end': 'whatever' })).toEqual({ policies: BOTH, mistakes: [] });
  });

  it.each([
    [
      'oakfield/ned',
      'exclusive',
      'oakfield/ned: “oakfield/ned” names no question: did you mean “oakfield/end”?',
    ],
    ['hours', 'exclusive', 'hours: “hours” names no question: write it as policy/question'],
    [
      'oakfield/end',
      'exclusiv',
      'oakfield/end: “exclusiv” is no answer to “oakfield/end”: did you mean “exclusive”?',
    ],
    [
      'oakfield/end',
      'maybe',
      'oakfield/end: “maybe” is no answer to “oakfield/end”: answer “inclusive”, “exclusive” or “never”, or set lessons',
    ],
  ])('%s: %s is told', (name, given, message) => {
    const { policies, mistakes } = answer({ [name]: given });
    expect({ policies, told: shown(mistakes) }).toEqual({ policies: BOTH, told: [message] });
  });
});

describe('settle', () => {
  const TOPIC = {
    topic: 'replies',
    about: 'answering other accounts',
    sides: [
      { clauses: ['oakfield/c1'], wants: 'the account answers nobody' },
      { clauses: ['hexley/h1'], wants: 'comments and questions are answered' },
    ],
  };

  it('is wanted while policies contradict each other, and of those alone', () => {
    expect(contradictions(BOTH)).toEqual([TOPIC]);
    expect(contradictions(BOTH, { replies: 'hexley' })).toEqual([]);
    expect(contradictions([HEXLEY])).toEqual([]);
  });

  it('switches off the rules of the losing clause and keeps all else', () => {
    const { policies, mistakes } = applySettled(BOTH, { replies: 'hexley' });
    expect(mistakes).toEqual([]);
    expect(policies).toEqual([
      {
        ...OAKFIELD,
        rules: [OAKFIELD.rules[1]],
        off: [
          { rule: 'no-replies', clause: 'c1', reason: 'answering other accounts: hexley decides' },
        ],
      },
      HEXLEY,
    ]);
  });

  it.each([
    [{ replis: 'hexley' }, 'replis: there is no topic “replis”: did you mean “replies”?'],
    [{ replies: 'hexly' }, 'replies: no active policy is called “hexly”: did you mean “hexley”?'],
    [
      { replies: 'zzzz' },
      'replies: no active policy is called “zzzz”: the active ones are oakfield, hexley',
    ],
  ])('%j is told', (settled, message) => {
    const { policies, mistakes } = applySettled(BOTH, settled as Record<string, string>);
    expect({ policies, told: shown(mistakes) }).toEqual({ policies: BOTH, told: [message] });
  });
});

describe('changes of single rules', () => {
  const change = (overrides: Overrides) => applyOverrides(BOTH, overrides, CATALOGUE, NO_SOURCES);

  it('merge parameters, replace conditions and words', () => {
    const { policies, mistakes } = change({
      'oakfield/hours': {
        with: { from: '08:00', to: null },
        when: { rule: 'no-replies', confidence: 'likely' },
        message: 'Our phones\n  rest at {time}.',
        advice: 'Wait.',
        severity: 'warning',
      },
    });
    expect(mistakes).toEqual([]);
    expect(policies[0]?.rules[1]).toEqual({
      ...OAKFIELD.rules[1],
      with: { from: '08:00' },
      when: { rule: 'no-replies', confidence: 'likely' },
      message: 'Our phones rest at {time}.',
      advice: 'Wait.',
      severity: 'warning',
    });
  });

  it.each<[Overrides, readonly string[]]>([
    [
      { 'oakfield/hours': { with: { form: '08:00' } } },
      ['oakfield/hours.with.form: “form” is not known here: did you mean “from”?'],
    ],
    [
      { 'oakfield/hours': { message: 'At {tiem}.' } },
      ['oakfield/hours.message: the check posting-window tells no {tiem}: did you mean “time”?'],
    ],
    [
      { 'oakfield/hours': { when: { check: 'mentoin' } } },
      ['oakfield/hours.when.check: there is no check “mentoin”: did you mean “mention”?'],
    ],
    [
      { 'oakfield/hours': { unless: { rule: 'no-replis' } } },
      ['oakfield/hours.unless.rule: there is no rule “no-replis”: did you mean “no-replies”?'],
    ],
    [
      { 'oakfield/hours': { unless: { rule: 'hours' } } },
      ['oakfield/hours.unless.rule: the rule “hours” asks itself in the end'],
    ],
    [
      {
        'oakfield/hours': { when: { rule: 'no-replies' } },
        'oakfield/no-replies': { when: { rule: 'hours' } },
      },
      [
        'oakfield/no-replies.when.rule: the rule “no-replies” asks itself in the end',
        'oakfield/hours.when.rule: the rule “hours” asks itself in the end',
      ],
    ],
  ])('%j is told', (overrides, told) => {
    const { policies, mistakes } = change(overrides);
    expect({ policies, told: shown(mistakes) }).toEqual({ policies: BOTH, told });
  });

  it('say of a rule that is off already why it is', () => {
    const [off] = applyAnswers([OAKFIELD], { 'oakfield/end': 'never' }).policies;
    const { mistakes } = applyOverrides(
      [off!],
      { 'oakfield/hours': { severity: 'info' } },
      CATALOGUE,
      NO_SOURCES,
    );
    expect(shown(mistakes)).toEqual([
      'oakfield/hours: “oakfield/hours” is switched off already: no hours are agreed',
    ]);
  });

  it('may ask a rule that is switched off', () => {
    const { mistakes } = change({
      'oakfield/no-replies': { off: true, reason: 'We reply' },
      'oakfield/hours': { when: { rule: 'no-replies' } },
    });
    expect(mistakes).toEqual([]);
  });
});
