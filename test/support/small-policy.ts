import type { Policy, Rule } from '../../src/core/policy.ts';

/** A rule that asks for other people’s handles, as far as nothing else is said. */
export const ruleWith = (id: string, rule: Partial<Rule> = {}): Rule => ({
  id,
  clause: 'c1',
  concept: id,
  severity: 'error',
  check: 'mention',
  with: {},
  message: 'Tagged.',
  examples: { flags: [], allows: [] },
  line: 1,
  ...rule,
});

export const policyOf = (rules: readonly Rule[], policy: Partial<Policy> = {}): Policy => ({
  file: 'x.yaml',
  info: { id: 'oakfield', title: 'Oakfield' },
  timezone: 'Europe/London',
  clauses: [{ id: 'c1', section: 'S', requires: 'R.', kind: 'draft' }],
  rules,
  audits: [],
  questions: [],
  off: [],
  ...policy,
});
