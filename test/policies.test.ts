import { readFileSync, readdirSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { policyJsonSchema } from '../scripts/policy-schema.ts';
import { CHECKS } from '../src/checks/index.ts';
import { CATALOGUE } from '../src/engine/catalogue.ts';
import type { Example, Policy } from '../src/core/policy.ts';
import { findUnnoticed } from '../src/engine/mutants.ts';
import { coverageOf } from '../src/policy/coverage.ts';
import { EXAMPLE_SCHOOL } from '../src/engine/example-school.ts';
import type { PreparedRule } from '../src/engine/prepare.ts';
import { createAsked, preparePolicy } from '../src/engine/prepare.ts';
import { toolsFor } from '../src/engine/tools.ts';
import { shippedEncoder } from './support/encoder.ts';
import type { ReadExample } from '../src/engine/rule-tests.ts';
import { findFailure, readExamples } from '../src/engine/rule-tests.ts';
import { loadPolicy } from '../src/policy/load.ts';
import { markParts } from './support/marked.ts';

const FOLDER = new URL('../rules/', import.meta.url);

const loaded = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .map((file) => {
    const text = readFileSync(new URL(file, FOLDER), 'utf8');
    return { file, text, ...loadPolicy(text, `rules/${file}`, CATALOGUE) };
  });

const bench = { checks: CHECKS, school: EXAMPLE_SCHOOL, loadEncoder: async () => shippedEncoder() };

const shown = (example: Example): string =>
  typeof example === 'string' ? example : JSON.stringify(example);

/** What a rule says of each of its examples, with what was flagged between marks. */
const outcomes = (rule: PreparedRule, examples: readonly ReadExample[]) =>
  examples.map((one) => {
    const failure = findFailure(rule, one);
    const { post } = one.input.document;
    return failure
      ? { example: shown(one.example), why: failure.why, ...markParts(post, failure.found) }
      : { example: shown(one.example) };
  });

const testRules = (policy: Policy): void => {
  const asked = createAsked(CHECKS);
  const prepared = preparePolicy(policy, CHECKS, asked);
  const tools = toolsFor(asked);
  it.each(prepared.rules.map((one) => [one.rule.id, one] as const))(
    '%s judges each of its examples as it says',
    async (_, one) => {
      const { examples } = await readExamples(one.rule, policy, bench, tools);
      expect(outcomes(one, examples)).toEqual(
        examples.map(({ example }) => ({ example: shown(example) })),
      );
    },
  );
};

describe.each(loaded.map((one) => [one.file, one] as const))('rules/%s', (file, one) => {
  const { text, policy, problems } = one;
  it('is loaded without problems, under the name of its file, and names its schema', () => {
    expect(problems).toEqual([]);
    expect(policy && `${policy.info.id}.yaml`).toBe(file);
    expect(text.split('\n', 1)).toEqual([
      '# yaml-language-server: $schema=../schema/policy.schema.json',
    ]);
  });

  it('is accepted by the schema that editors use', () => {
    const isValid = new Ajv({ allErrors: true }).compile(
      policyJsonSchema(CATALOGUE, () => undefined),
    );
    expect({ valid: isValid(parse(text)), errors: isValid.errors }).toEqual({
      valid: true,
      errors: null,
    });
  });

  if (policy) testRules(policy);
});

/** How many clauses each source document has, counted in its inventory. */
const CLAUSES: Readonly<Record<string, number>> = {
  'challenges-us': 100,
  'chestnuts-2014': 114,
  'st-lukes': 103,
  'three-rivers': 141,
  'use-of-twitter-2018': 53,
};

describe('the five policies', () => {
  const five = loaded.flatMap(({ policy }) =>
    policy && policy.info.id in CLAUSES ? [policy] : [],
  );

  it('have all 511 clauses of their documents', () => {
    const counts = Object.fromEntries(
      five.map(({ info, clauses }) => [info.id, new Set(clauses.map(({ id }) => id)).size]),
    );
    expect(counts).toEqual(CLAUSES);
  });

  it('leave none without an answer', () => {
    const holes = five.flatMap((policy) =>
      coverageOf(policy)
        .clauses.filter(({ status }) => status === 'nothing')
        .map(({ clause }) => `${policy.info.id}/${clause.id}`),
    );
    expect(holes).toEqual([]);
  });

  it('have a rule for every clause that a draft or its pictures can break or be excused by', () => {
    const open = five.flatMap((policy) => {
      const judged = new Set(policy.rules.map(({ clause }) => clause));
      return policy.clauses
        .filter(({ id, kind }) => (kind === 'draft' || kind === 'media') && !judged.has(id))
        .map(({ id }) => `${policy.info.id}/${id}`);
    });
    expect(open).toEqual([]);
  });

  it.each(five.map((policy) => [policy.info.id, policy] as const))(
    '%s: every way of breaking a rule is noticed by its examples',
    async (_, policy) => {
      const unnoticed: string[] = [];
      for await (const { rule, unnoticed: missed } of findUnnoticed(policy, bench)) {
        unnoticed.push(...missed.map(({ what }) => `${rule.id}: ${what}`));
      }
      expect(unnoticed).toEqual([]);
    },
    180_000,
  );
});
