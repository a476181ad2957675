import { describe, expect, it } from 'vitest';
import type { Policy, Rule } from '../core/policy.ts';
import type { Overrides } from './override.ts';
import { applyOverrides } from './override.ts';
import { NO_SOURCES } from './sources.ts';

const rule = (id: string): Rule => ({
  id,
  clause: 'b1',
  concept: id,
  severity: 'error',
  check: 'mention',
  with: {},
  message: 'Tagged',
  examples: { flags: ['a'], allows: ['b'] },
  line: 1,
});
const policy: Policy = {
  file: 'x.yaml',
  info: { id: 'oakfield', title: 'Oakfield' },
  timezone: 'Europe/London',
  clauses: [],
  rules: [rule('no-names'), rule('no-tags')],
  audits: [],
  questions: [],
  off: [],
};

const severities = (overrides: Overrides): unknown => {
  const { policies, mistakes } = applyOverrides([policy], overrides, NO_CATALOGUE, NO_SOURCES);
  return mistakes.length > 0
    ? mistakes.map(({ path, message }) => `${path.join('.')}: ${message}`)
    : Object.fromEntries(policies[0]!.rules.map(({ id, severity }) => [id, severity]));
};

const NO_CATALOGUE = { checks: new Map(), audits: new Map() };

describe('a configuration', () => {
  const table: readonly (readonly [Overrides, unknown])[] = [
    [{}, { 'no-names': 'error', 'no-tags': 'error' }],
    [{ 'oakfield/no-names': { severity: 'info' } }, { 'no-names': 'info', 'no-tags': 'error' }],
    [{ 'oakfield/no-tags': { off: true, reason: 'agreed' } }, { 'no-names': 'error' }],
    [{ 'oakfield/no-tags': { severity: 'off', reason: 'agreed' } }, { 'no-names': 'error' }],
    [{ 'oakfield/no-tags': { off: false } }, { 'no-names': 'error', 'no-tags': 'error' }],
    [{ 'hexley-2020/no-tags': { severity: 'info' } }, { 'no-names': 'error', 'no-tags': 'error' }],
    [
      { 'oakfield/no-tags': { off: true, reason: ' ' } },
      ['oakfield/no-tags: “oakfield/no-tags” is switched off without a reason: add reason'],
    ],
    [
      { 'oakfield/no-tag': { severity: 'info' }, 'oakfeld/no-tags': {}, 'no-tags': {}, x: {} },
      [
        'oakfield/no-tag: there is no rule “oakfield/no-tag”: did you mean “oakfield/no-tags”?',
        'oakfeld/no-tags: there is no rule “oakfeld/no-tags”: did you mean “oakfield/no-tags”?',
        'no-tags: “no-tags” names no rule: did you mean “oakfield/no-tags”?',
        'x: “x” names no rule: write it as policy/rule',
      ],
    ],
  ];
  it.each(table)('%j', (overrides, expected) => {
    expect(severities(overrides)).toEqual(expected);
  });

  it('leaves the policy as it was', () => {
    const before = structuredClone(policy);
    applyOverrides(
      [policy],
      { 'oakfield/no-names': { severity: 'info' } },
      NO_CATALOGUE,
      NO_SOURCES,
    );
    expect(policy).toEqual(before);
  });
});
