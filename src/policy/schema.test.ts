import { Ajv } from 'ajv';
import { array, number, optional, picklist, pipe, regex, strictObject, string } from 'valibot';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { policyJsonSchema } from '../../scripts/policy-schema.ts';
import { CATALOGUE as EVERYTHING } from '../engine/catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { loadPolicy } from './load.ts';

const CHECKS: Catalogue['checks'] = new Map([
  ['mention', { params: strictObject({ allow: optional(array(string()), []) }), tells: [] }],
  [
    'person-named',
    {
      params: strictObject({
        who: picklist(['child', 'adult']),
        since: optional(pipe(string(), regex(/^\d{4}$/u, 'must be a year'))),
      }),
      tells: ['form'],
    },
  ],
]);
const CATALOGUE: Catalogue = {
  checks: CHECKS,
  audits: new Map([
    [
      'pace',
      { params: strictObject({ days: number(), of: optional(string()) }), about: 'how often' },
    ],
  ]),
};

const compile = (catalogue: Catalogue) =>
  new Ajv({ allErrors: true, strict: true, strictRequired: false }).compile(
    policyJsonSchema(catalogue, (check) => `What ${check} flags.`),
  );
const isValid = compile(CATALOGUE);

const RICH = `policy: { id: oakfield, title: Posting, adopted: 2018-09-11, timezone: Europe/London }
clauses: [{ id: b1, section: Names, requires: No child is named., kind: draft }]
rules:
  - id: no-names
    clause: b1
    severity: error
    check: person-named
    with: { who: child, since: "2018" }
    when: { all: [{ account: school }, { check: mention }] }
    unless: { any: [{ event: [trip, camp] }, { not: { check: mention, with: { allow: [x] } } }, { at: { from: "08:00" } }] }
    message: Named by {form}.
    advice: Say the class.
    examples: { flags: ["⟦Josh⟧", { text: a, at: 2026-11-23T17:42, media: [{ alt: "⟦Josh⟧", people: [{ child: true }] }] }], allows: [4B] }
audits:
  - { id: pace, clause: b1, severity: info, audit: pace, with: { days: 7 }, advice: Look in. }
`;

describe('the schema for editors', () => {
  it('accepts what the loader accepts', () => {
    expect(loadPolicy(RICH, 'x.yaml', CATALOGUE).problems).toEqual([]);
    expect({ valid: isValid(parse(RICH)), errors: isValid.errors }).toEqual({
      valid: true,
      errors: null,
    });
  });

  it.each([
    ['id: no-names', 'id: No Names'],
    ['severity: error', 'severity: fatal'],
    ['severity: error', 'severty: error'],
    ['check: person-named', 'check: people'],
    ['who: child', 'who: kids'],
    ['    with: { who: child, since: "2018" }\n', ''],
    ['"2018"', '"last year"'],
    ['{ account: school }', '{}'],
    ['{ account: school }', '{ with: {} }'],
    ['allow: [x]', 'alow: [x]'],
    ['from: "08:00"', 'from: "8"'],
    ['allows: [4B]', 'allows: []'],
    ['kind: draft', 'kind: drafty'],
    ['audit: pace', 'audit: place'],
    ['severity: info', 'severity: of'],
    [', with: { days: 7 }', ''],
    ['days: 7', 'days: seven'],
    ['advice: Look in.', 'message: Look in.'],
  ])('refuses, as the loader does, %j written as %j', (from, to) => {
    expect(RICH).toContain(from);
    const text = RICH.replace(from, to);
    expect(loadPolicy(text, 'x.yaml', CATALOGUE).problems).not.toEqual([]);
    expect(isValid(parse(text))).toBe(false);
  });

  it('can be made for every check and audit there is', () => {
    expect(() => compile(EVERYTHING)).not.toThrow();
  });
});
