import { toJsonSchema } from '@valibot/to-json-schema';
import type { ConversionConfig } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import type { Catalogue } from '../src/policy/catalogue.ts';
import { conditionSchema, policySchema, ruleSchema } from '../src/policy/schema.ts';

type Json = Record<string, unknown>;

/** Said by code alone; the loader reports them, an editor cannot. */
const NOT_IN_JSON_SCHEMA: ReadonlySet<string> = new Set(['check', 'raw_check', 'partial_check']);

const CONVERSION: ConversionConfig = {
  target: 'draft-07',
  typeMode: 'input',
  overrideAction: ({ valibotAction, jsonSchema }) => {
    if (NOT_IN_JSON_SCHEMA.has(valibotAction.type)) return jsonSchema;
    const { requirement } = valibotAction as { requirement?: unknown };
    // JSON Schema reads every pattern as Unicode; no other flag can be said in it.
    if (requirement instanceof RegExp && requirement.flags === 'u') {
      return { ...jsonSchema, pattern: requirement.source };
    }
    return null;
  },
};

const convert = (schema: GenericSchema): Json => {
  const { $schema: _, ...json } = toJsonSchema(schema, CONVERSION) as Json;
  return json;
};

const needsParameters = (params: Json): boolean =>
  Array.isArray(params['required']) && params['required'].length > 0;

/** Ties `with` to the parameters of the check that `check` names. */
const askingChecks = (
  schema: Json,
  params: ReadonlyMap<string, Json>,
  describe: (check: string) => string | undefined,
): Json => ({
  ...schema,
  properties: {
    ...(schema['properties'] as Json),
    check: {
      oneOf: [...params.keys()].map((name) => ({ const: name, description: describe(name) })),
    },
  },
  dependencies: { with: ['check'] },
  allOf: [...params].map(([name, json]) => ({
    if: { properties: { check: { const: name } }, required: ['check'] },
    then: {
      properties: { with: { $ref: `#/$defs/with-${name}` } },
      ...(needsParameters(json) && { required: ['with'] }),
    },
  })),
});

/** JSON Schema of a policy file, for editors that help while one is written. */
export const policyJsonSchema = (
  catalogue: Catalogue,
  describe: (check: string) => string | undefined,
): Json => {
  const params = new Map([...catalogue].map(([name, check]) => [name, convert(check.params)]));
  const { $defs = {}, ...root } = toJsonSchema(policySchema, {
    ...CONVERSION,
    definitions: { condition: conditionSchema, rule: ruleSchema },
  }) as Json & { $defs?: Record<string, Json> };
  const { condition = {}, rule = {}, ...others } = $defs;
  return {
    ...root,
    title: 'A policy for policy-lint',
    description:
      'Where a school’s policy comes from, what it asks, and the rules that judge posts.',
    $defs: {
      ...others,
      condition: askingChecks(condition, params, describe),
      rule: askingChecks(rule, params, describe),
      ...Object.fromEntries([...params].map(([name, json]) => [`with-${name}`, json])),
    },
  };
};
