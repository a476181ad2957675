import { number, optional, picklist, strictObject } from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import { applyAnswers } from './answers.ts';
import { applySettled } from './contradictions.ts';
import { loadPolicy } from './load.ts';
import type { Overrides } from './override.ts';
import { applyOverrides } from './override.ts';
import { NO_SOURCES } from './sources.ts';

const CATALOGUE: Catalogue = {
  checks: new Map([['mention', { params: strictObject({}), tells: [] }]]),
  audits: new Map([
    [
      'pace',
      {
        params: strictObject({ days: number(), of: optional(picklist(['posts', 'likes'])) }),
        about: 'how often something is posted',
      },
    ],
    ['openness', { params: strictObject({}), about: 'who may read it' }],
  ]),
};

const BASE = `policy: { id: base, title: Base, timezone: Europe/London }
clauses:
  - { id: a, section: S, requires: R., kind: archive }
  - { id: b, section: S, requires: R., kind: archive, demands: { visibility: public } }
rules:
  - { id: no-tags, clause: a, severity: error, check: mention, message: M, examples: { flags: [a], allows: [b] } }
audits:
  - id: often
    clause: a
    severity: warning
    audit: pace
    with: { days: 7, of: posts }
    advice: >
      Post
      oftener.
  - { id: open, clause: b, concept: readers, severity: error, audit: openness }
questions:
  - { id: how-often, clauses: [a], asks: How often?, default: weekly, otherwise: { daily: { often: { with: { days: 1 } } } } }
`;

const base = loadPolicy(BASE, 'base.yaml', CATALOGUE);
const load = (text: string) =>
  loadPolicy(text, 'x.yaml', CATALOGUE, { ...NO_SOURCES, base: () => base });

const built = (audits: string) =>
  load(`extends: base\npolicy: { id: x, title: X }\naudits:\n${audits}\n`);

const told = (text: string) =>
  load(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

/** The base with one piece written differently. */
const changed = (from: string, to: string): readonly string[] => {
  expect(BASE).toContain(from);
  return told(BASE.replace(from, to));
};

describe('audits of a policy', () => {
  it('are loaded with their lines and what they leave out', () => {
    expect(base.policy?.audits).toEqual([
      {
        id: 'often',
        clause: 'a',
        concept: 'pace',
        severity: 'warning',
        audit: 'pace',
        with: { days: 7, of: 'posts' },
        advice: 'Post oftener.',
        line: 8,
      },
      {
        id: 'open',
        clause: 'b',
        concept: 'readers',
        severity: 'error',
        audit: 'openness',
        with: {},
        line: 16,
      },
    ]);
  });

  it.each([
    ['audit: pace', 'audit: pase', '11:12 there is no audit “pase”: did you mean “pace”?'],
    [
      'audit: openness',
      'audit: weather',
      '16:70 there is no audit “weather”: the audits are openness, pace',
    ],
    ['days: 7', 'dais: 7', '12:13 “dais” is not known here: did you mean “days”?'],
    ['of: posts', 'of: post', '12:26 of must be posts or likes, not “post”: did you mean “posts”?'],
    ['    with: { days: 7, of: posts }\n', '', '11:12 days is missing: it must be a number'],
    ['clause: b, concept', 'clause: c, concept', '16:25 there is no clause “c”: add it to clauses'],
    [
      'severity: warning',
      'severity: off',
      '10:15 there is no inherited audit “often” to switch off',
    ],
    ['advice: >', 'advise: >', '13:5 “advise” is not known here: did you mean “advice”?'],
    ['id: often', 'id: no-tags', '8:9 there is already a rule “no-tags”: give this one another id'],
    [
      'id: open,',
      'id: often,',
      '16:11 there is already an audit “often”: give this one another id',
    ],
    ['{ often: {', '{ oftan: {', ' there is no rule “oftan”: did you mean “often”?'],
    ['{ days: 1 }', '{ days: one }', ' days must be a number'],
  ])('%j written as %j', (from, to, message) => {
    expect(changed(from, to).join('\n')).toContain(message);
  });

  it('are inherited, changed and switched off', () => {
    const { policy, problems } = built(
      `  - { id: often, severity: info, with: { days: 14, of: null } }
  - { id: open, off: true, reason: We are a closed club }
  - { id: mine, clause: a, severity: info, audit: openness }`,
    );
    expect(problems).toEqual([]);
    expect(
      policy?.audits.map(({ id, severity, with: given, file, line }) => ({
        id,
        severity,
        given,
        file,
        line,
      })),
    ).toEqual([
      { id: 'often', severity: 'info', given: { days: 14 }, file: undefined, line: 4 },
      { id: 'mine', severity: 'info', given: {}, file: undefined, line: 6 },
    ]);
    expect(policy?.off).toEqual([{ rule: 'open', clause: 'b', reason: 'We are a closed club' }]);
    expect(built('  []').policy?.audits.map(({ id, file }) => [id, file])).toEqual([
      ['often', 'base.yaml'],
      ['open', 'base.yaml'],
    ]);
  });

  it.each([
    ['  - { id: often, off: true }', '“often” is switched off without a reason: add reason'],
    ['  - { id: oft, off: true, reason: R }', 'there is no inherited audit “oft” to switch off'],
    ['  - { id: often, with: { days: soon } }', 'days must be a number'],
    ['  - { id: often, message: M }', '“message” is not known here'],
    [
      '  - { id: no-tags, clause: a, severity: info, audit: openness }',
      'there is already a rule “no-tags”',
    ],
  ])('%s cannot be built', (audits, message) => {
    const { policy, problems } = built(audits);
    expect(policy).toBeUndefined();
    expect(problems.map((one) => one.message).join('\n')).toContain(message);
  });

  it('and rules of the policy built on share their names', () => {
    const text = `extends: base
policy: { id: x, title: X }
rules:
  - { id: often, clause: a, severity: error, check: mention, message: M, examples: { flags: [a], allows: [b] } }
`;
    expect(told(text)).toEqual([
      '4:11 there is already an audit “often”: give this one another id',
    ]);
  });
});

const policies = [base.policy!];
const after = (overrides: Overrides) => applyOverrides(policies, overrides, CATALOGUE, NO_SOURCES);

describe('what a school changes', () => {
  it('are severity, parameters and advice', () => {
    const { policies: now, mistakes } = after({
      'base/often': { severity: 'info', with: { days: 30, of: null }, advice: 'Say when.' },
      'base/open': { off: true, reason: 'No' },
    });
    expect(mistakes).toEqual([]);
    expect(now[0]!.audits).toEqual([
      { ...base.policy!.audits[0], severity: 'info', with: { days: 30 }, advice: 'Say when.' },
    ]);
    expect(now[0]!.off).toEqual([{ rule: 'open', clause: 'b', reason: 'No' }]);
  });

  it('are not conditions and messages', () => {
    const messages = (overrides: Overrides) => after(overrides).mistakes.map((one) => one.message);
    expect(messages({ 'base/often': { message: 'M', when: { reply: true } } })).toEqual([
      '“base/often” is an audit, and an audit has no when: leave it out',
      '“base/often” is an audit, and an audit has no message: leave it out',
    ]);
    expect(messages({ 'base/often': { with: { days: 'soon' } } })).toEqual([
      'days must be a number, not text',
    ]);
    expect(messages({ 'base/oftn': { severity: 'info' } })).toEqual([
      'there is no rule “base/oftn”: did you mean “base/often”?',
    ]);
    expect(messages({ 'base/open': { off: true } })).toEqual([
      '“base/open” is switched off without a reason: add reason',
    ]);
  });

  it('may follow from an answer, or from whose word counts', () => {
    const answered = applyAnswers(policies, { 'base/how-often': 'daily' }).policies;
    expect(answered[0]!.audits[0]!.with).toEqual({ days: 1, of: 'posts' });
    const other = loadPolicy(
      BASE.replaceAll('id: base', 'id: other').replace(
        'visibility: public',
        'visibility: protected',
      ),
      'other.yaml',
      CATALOGUE,
    ).policy!;
    const settled = applySettled([...policies, other], { visibility: 'other' }).policies;
    expect(settled.map(({ audits }) => audits.map(({ id }) => id))).toEqual([
      ['often'],
      ['often', 'open'],
    ]);
  });
});
