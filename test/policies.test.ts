import { readFileSync, readdirSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { policyJsonSchema } from '../scripts/policy-schema.ts';
import { CHECKS } from '../src/checks/index.ts';
import type { Finding } from '../src/core/finding.ts';
import type { Example, Policy } from '../src/core/policy.ts';
import type { Post } from '../src/core/post.ts';
import { examplePost } from '../src/engine/example.ts';
import { judge } from '../src/engine/judge.ts';
import type { PreparedPolicy } from '../src/engine/prepare.ts';
import { preparePolicy } from '../src/engine/prepare.ts';
import { shippedEncoder } from './support/encoder.ts';
import { FRESH_TOOLS, readDocument } from '../src/engine/tools.ts';
import { loadPolicy } from '../src/policy/load.ts';
import { markParts, placesOf } from './support/marked.ts';
import { SCHOOL } from './support/school.ts';

const FOLDER = new URL('../rules/', import.meta.url);
const NOW = Date.UTC(2026, 2, 11, 10);

const loaded = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .map((file) => {
    const text = readFileSync(new URL(file, FOLDER), 'utf8');
    return { file, text, ...loadPolicy(text, `rules/${file}`, CHECKS) };
  });

/** What one rule says of a post, whatever the others say. */
const findingsOf = async (
  post: Post,
  prepared: PreparedPolicy,
  rule: string,
): Promise<readonly Omit<Finding, 'suggestions'>[]> => {
  return judge(
    await readDocument(post, SCHOOL, FRESH_TOOLS, async () => shippedEncoder()),
    [prepared],
    NOW,
  )
    .map(({ finding }) => finding)
    .filter((finding) => finding.rule === `${prepared.policy.info.id}/${rule}`);
};

const shown = (example: Example): string =>
  typeof example === 'string' ? example : JSON.stringify(example);

const testRules = (policy: Policy): void => {
  let prepared: PreparedPolicy;
  beforeAll(() => {
    prepared = preparePolicy(policy, CHECKS);
  });

  for (const { id, examples } of policy.rules) {
    describe(id, () => {
      it.each(examples.flags.map((example) => [shown(example), example] as const))(
        'flags %s',
        async (_, example) => {
          const { post, places } = examplePost(example, policy.timezone);
          const found = await findingsOf(post, prepared, id);
          const flagged = places.length > 0 ? markParts(post, placesOf(found)) : {};
          const expected = places.length > 0 ? markParts(post, places) : {};
          expect({ fires: found.length > 0, ...flagged }).toEqual({ fires: true, ...expected });
        },
      );

      it.each(examples.allows.map((example) => [shown(example), example] as const))(
        'allows %s',
        async (_, example) => {
          const { post } = examplePost(example, policy.timezone);
          const found = await findingsOf(post, prepared, id);
          expect(markParts(post, placesOf(found))).toEqual(markParts(post, []));
          expect(found).toEqual([]);
        },
      );
    });
  }
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
    const isValid = new Ajv({ allErrors: true }).compile(policyJsonSchema(CHECKS, () => undefined));
    expect({ valid: isValid(parse(text)), errors: isValid.errors }).toEqual({
      valid: true,
      errors: null,
    });
  });

  if (policy) testRules(policy);
});

describe('use-of-twitter-2018', () => {
  it('has a rule for every clause that a draft or its pictures can break or be excused by', () => {
    const { policy } = loaded.find(({ file }) => file === 'use-of-twitter-2018.yaml') ?? {};
    const judged = new Set(policy?.rules.map(({ clause }) => clause));
    const duties = policy?.clauses.filter(({ kind }) => kind === 'draft' || kind === 'media');
    expect(duties?.filter(({ id }) => !judged.has(id)).map(({ id }) => id)).toEqual([]);
  });
});
