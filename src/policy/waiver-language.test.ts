import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../engine/catalogue.ts';
import type { Policy, PolicyRead } from '../core/policy.ts';
import { waiverTermsOf } from '../core/waiver.ts';
import { loadPolicy } from './load.ts';
import type { Overrides } from './override.ts';
import { applyOverrides } from './override.ts';
import { NO_SOURCES } from './sources.ts';

const rule = (id: string, rest: string): string =>
  `  - { id: ${id}, clause: c, severity: error, check: mention, message: M, ${rest}examples: { flags: [a], allows: [b] } }\n`;

const file = (rules: string, rest = ''): string =>
  `policy: { id: oakfield, title: Oakfield, timezone: Europe/London }
clauses: [{ id: c, section: S, requires: R., kind: draft }]
rules:
${rules}${rest}`;

const OAKFIELD = file(
  `${rule('never', 'waiver: never, ')}${rule('lead', 'waiver: { roles: [lead, head], maxDays: 20 }, ')}${rule('plain', '')}`,
  'waivers: { maxDays: { error: 14 } }\n',
);

const load = (text: string, base?: PolicyRead): PolicyRead =>
  loadPolicy(text, 'x.yaml', CATALOGUE, { ...NO_SOURCES, ...(base && { base: () => base }) });

const told = (text: string): readonly string[] =>
  load(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

/** What each rule asks of a waiver. */
const terms = (policy: Policy | undefined) =>
  Object.fromEntries(
    (policy?.rules ?? []).map((one) => [one.id, waiverTermsOf(policy!, one) ?? 'never']),
  );

const LEAD = { roles: ['lead', 'head'], maxDays: 20 };

describe('a policy', () => {
  it('says who may waive a rule and for how long', () => {
    const { policy, problems } = load(OAKFIELD);
    expect({ problems, terms: terms(policy), waivers: policy?.waivers }).toEqual({
      problems: [],
      terms: { never: 'never', lead: LEAD, plain: { maxDays: 14 } },
      waivers: { maxDays: { error: 14 } },
    });
  });

  it('need not say anything', () => {
    const { policy } = load(file(rule('a', '')));
    const severities = ['error', 'warning', 'info'] as const;
    expect(severities.map((severity) => waiverTermsOf(policy!, { severity }))).toEqual([
      { maxDays: 30 },
      { maxDays: 90 },
      { maxDays: 365 },
    ]);
    expect(policy).not.toHaveProperty('waivers');
  });

  it.each([
    ['nver', '6:13 waiver must be never, not “nver”: did you mean “never”?'],
    ['3', '6:13 waiver must be never or a mapping, not 3'],
    ['null', '6:13 waiver must be never or a mapping, not empty'],
    ['{}', '6:13 waiver must name roles or maxDays'],
    ['{ roles: [] }', '6:22 roles must not be empty'],
    ['{ role: [head] }', '6:15 “role” is not known here: did you mean “roles”?'],
    ['{ maxDays: 0 }', '6:24 maxDays must be 1 or more'],
    ['{ maxDays: 4000 }', '6:24 maxDays must be 3660 or less'],
    ['{ maxDays: 1.5 }', '6:24 maxDays must be a whole number'],
  ])('may not write waiver: %s', (waiver, expected) => {
    const written = `  - id: a
    clause: c
    waiver: ${waiver}
    severity: error
    check: mention
    message: M
    examples: { flags: [a], allows: [b] }
`;
    expect(told(file(written))).toEqual([expected]);
  });

  it('may not limit what has no severity', () => {
    expect(told(file(rule('a', ''), 'waivers: { maxDays: { fatal: 3 } }\n'))).toEqual([
      '5:23 “fatal” is not known here: the keys are error, warning, info',
    ]);
  });
});

describe('what is built on another', () => {
  it('takes over what is asked of waivers, changes it, or takes it away', () => {
    const own = `extends: oakfield
policy: { id: hexley, title: Hexley, timezone: Europe/London }
rules:
  - { id: never, waiver: { maxDays: 2 } }
  - { id: shorter, extends: lead, waiver: { maxDays: 5 } }
  - { id: same, extends: lead, severity: info }
  - { id: nobody, extends: lead, waiver: never }
  - { id: anybody, extends: lead, waiver: null }
waivers: { maxDays: { error: 10, info: 40 } }
`;
    const { policy, problems } = load(own, load(OAKFIELD));
    expect({ problems, terms: terms(policy) }).toEqual({
      problems: [],
      terms: {
        never: { maxDays: 2 },
        lead: LEAD,
        plain: { maxDays: 10 },
        shorter: { ...LEAD, maxDays: 5 },
        same: LEAD,
        nobody: 'never',
        anybody: { maxDays: 10 },
      },
    });
    expect(policy?.waivers).toEqual({ maxDays: { error: 10, info: 40 } });
  });
});

describe('a configuration', () => {
  const changed = (overrides: Overrides): unknown => {
    const { policies, mistakes } = applyOverrides(
      [load(OAKFIELD).policy!],
      overrides,
      CATALOGUE,
      NO_SOURCES,
    );
    return mistakes.length > 0
      ? mistakes.map(({ path, message }) => `${path.join('.')}: ${message}`)
      : terms(policies[0]);
  };

  it('may make waivers harder', () => {
    expect(
      changed({
        'oakfield/lead': { waiver: { roles: ['head'], maxDays: 7 } },
        'oakfield/plain': { waiver: 'never' },
      }),
    ).toEqual({ never: 'never', lead: { roles: ['head'], maxDays: 7 }, plain: 'never' });
    expect(
      changed({
        'oakfield/lead': { waiver: { maxDays: 20 } },
        'oakfield/plain': { waiver: { roles: ['clerk'] } },
        'oakfield/never': { waiver: 'never' },
      }),
    ).toEqual({ never: 'never', lead: LEAD, plain: { roles: ['clerk'], maxDays: 14 } });
  });

  it('may not make them easier', () => {
    expect(
      changed({
        'oakfield/never': { waiver: { maxDays: 1 } },
        'oakfield/lead': { waiver: { roles: ['head', 'clerk'], maxDays: 21 } },
        'oakfield/plain': { waiver: { maxDays: 15 } },
      }),
    ).toEqual([
      'oakfield/never.waiver: waiver: the policy allows none, and only the policy can',
      'oakfield/lead.waiver.maxDays: maxDays: the policy allows 20 at most',
      'oakfield/lead.waiver.roles.1: “clerk” may not approve one: the policy names “lead” or “head”',
      'oakfield/plain.waiver.maxDays: maxDays: the policy allows 14 at most',
    ]);
    expect(
      changed({ 'oakfield/lead': { waiver: null }, 'oakfield/never': { waiver: null } }),
    ).toEqual([
      'oakfield/lead.waiver: waiver: what the policy asks of one can only be changed in the policy',
      'oakfield/never.waiver: waiver: the policy allows none, and only the policy can',
    ]);
  });
});
