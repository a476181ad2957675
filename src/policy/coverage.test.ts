import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../engine/catalogue.ts';
import { coverageOf } from './coverage.ts';
import { loadPolicy } from './load.ts';
import { changedPolicy } from './override.ts';

const { policy } = loadPolicy(
  `policy: { id: x, title: X, timezone: Europe/London }
clauses:
  - { id: a, section: S, requires: R., kind: draft }
  - { id: b, section: S, requires: R., kind: archive }
  - { id: c, section: S, requires: R., kind: attest, signOff: { owner: head, every: term } }
  - { id: d, section: S, requires: R., kind: outside, why: no post shows it }
  - { id: e, section: S, requires: R., kind: draft }
  - { id: f, section: S, requires: R., kind: outside }
  - { id: g, section: S, requires: R., kind: archive }
rules:
  - { id: a1, clause: a, severity: error, check: reply, message: M, examples: { flags: [a], allows: [b] } }
  - { id: a2, clause: a, severity: error, check: mention, message: M, examples: { flags: [a], allows: [b] } }
  - { id: g1, clause: g, severity: error, check: mention, message: M, examples: { flags: [a], allows: [b] } }
audits:
  - { id: b1, clause: b, severity: error, audit: account-visibility, with: { want: public } }
  - { id: g2, clause: g, severity: error, audit: account-visibility, with: { want: public } }
`,
  'x.yaml',
  CATALOGUE,
);

const off = (...ids: readonly string[]) =>
  changedPolicy(policy!, ({ id }) =>
    ids.includes(id) ? { off: true, reason: `no ${id}` } : undefined,
  );

const statuses = (ids: readonly string[] = []) =>
  coverageOf(off(...ids)).clauses.map(({ clause, status, rules, audits, by }) => [
    clause.id,
    status,
    ...rules,
    ...audits,
    ...(by === undefined ? [] : [by]),
  ]);

const REST = [
  ['b', 'audit', 'b1'],
  ['c', 'sign-off', 'head, every term'],
  ['d', 'outside', 'no post shows it'],
  ['e', 'nothing'],
  ['f', 'nothing'],
];

describe('coverage', () => {
  it('says what answers for each clause, in the order of the document', () => {
    expect(statuses()).toEqual([['a', 'rule', 'a1', 'a2'], ...REST, ['g', 'rule', 'g1', 'g2']]);
  });

  it('shows the reason of every rule that is switched off', () => {
    expect(statuses(['a1', 'a2', 'g1'])).toEqual([
      ['a', 'nothing', 'a1 is switched off: no a1; a2 is switched off: no a2'],
      ...REST,
      ['g', 'audit', 'g2', 'g1 is switched off: no g1'],
    ]);
    expect(statuses(['a1'])[0]).toEqual(['a', 'rule', 'a2', 'a1 is switched off: no a1']);
  });
});
