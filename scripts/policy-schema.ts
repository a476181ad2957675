import { toJsonSchema } from '@valibot/to-json-schema';
import type { ConversionConfig } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import type { Catalogue } from '../src/policy/catalogue.ts';
import {
  auditSchema,
  builtAuditSchema,
  builtRuleSchema,
  conditionSchema,
  policySchema,
  ruleSchema,
} from '../src/policy/schema.ts';

export type Json = Record<string, unknown>;

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

export const convert = (schema: GenericSchema): Json => {
  const { $schema: _, ...json } = toJsonSchema(schema, CONVERSION) as Json;
  return json;
};

const withName = (key: Askable['key'], name: string): string =>
  key === 'check' ? `with-${name}` : `with-audit-${name}`;

const needsParameters = (params: Json): boolean =>
  Array.isArray(params['required']) && params['required'].length > 0;

/** What may be asked of one key: the parameters of each, and what it is about. */
interface Askable {
  readonly key: 'check' | 'audit';
  readonly params: ReadonlyMap<string, Json>;
  readonly describe: (name: string) => string | undefined;
}

/** Ties `with` to the parameters of the check, or the audit, that `key` names. */
const asking = (schema: Json, { key, params, describe }: Askable): Json => ({
  ...schema,
  properties: {
    ...(schema['properties'] as Json),
    [key]: {
      oneOf: [...params.keys()].map((name) => ({ const: name, description: describe(name) })),
    },
  },
  dependencies: { with: [key] },
  allOf: [...params].map(([name, json]) => ({
    if: { properties: { [key]: { const: name } }, required: [key] },
    then: {
      properties: { with: { $ref: `#/$defs/${withName(key, name)}` } },
      ...(needsParameters(json) && { required: ['with'] }),
    },
  })),
});

const LIST_FILE: Json = {
  type: 'object',
  properties: { file: { type: 'string', description: 'A file that holds one entry a line' } },
  required: ['file'],
  additionalProperties: false,
};

/** A list may stand in a file of its own. */
const withListFiles = (params: Json): Json => ({
  ...params,
  properties: Object.fromEntries(
    Object.entries((params['properties'] ?? {}) as Record<string, Json>).map(([name, json]) => [
      name,
      json['type'] === 'array' ? { anyOf: [json, LIST_FILE] } : json,
    ]),
  ),
});

const props = (json: Json): Record<string, Json> => json['properties'] as Record<string, Json>;

const withExamples = (rule: Json): Json => {
  const { examples = {} } = props(rule);
  const lists = Object.entries(props(examples)).map(([name, list]) => [
    name,
    name === 'allows' ? { ...list, minItems: 1 } : list,
  ]);
  const filled = { ...examples, properties: Object.fromEntries(lists) };
  return { ...rule, properties: { ...props(rule), examples: filled } };
};

const ref = (name: string): Json => ({ $ref: `#/$defs/${name}` });

/** What only a policy that stands alone must say. */
const aloneOrBuilt = (root: Json): Json => {
  const { policy = {}, rules = {}, clauses = {}, audits = {}, ...others } = props(root);
  const items = {
    if: { type: 'object', required: ['extends'] },
    then: ref('built'),
    else: ref('rule'),
  };
  return {
    ...root,
    properties: {
      ...others,
      policy: { ...policy, required: ['id', 'title'] },
      clauses,
      rules: { ...rules, items: true },
      audits: { ...audits, items: true },
    },
    required: ['policy'],
    if: { type: 'object', required: ['extends'] },
    then: {
      properties: {
        rules: { type: 'array', items: ref('built') },
        audits: { type: 'array', items: ref('built-audit') },
      },
    },
    else: {
      properties: {
        policy: { type: 'object', required: ['timezone'] },
        clauses: { type: 'array', minItems: 1 },
        rules: { type: 'array', items, minItems: 1 },
        audits: { type: 'array', items: ref('audit') },
      },
      required: ['clauses', 'rules'],
    },
  };
};

/** JSON Schema of a policy file, for editors that help while one is written. */
export const policyJsonSchema = (
  catalogue: Catalogue,
  describe: (check: string) => string | undefined,
): Json => {
  const paramsOf = (
    all: ReadonlyMap<string, { readonly params: GenericSchema }>,
  ): ReadonlyMap<string, Json> =>
    new Map([...all].map(([name, { params }]) => [name, withListFiles(convert(params))]));
  const checks: Askable = { key: 'check', params: paramsOf(catalogue.checks), describe };
  const audits: Askable = {
    key: 'audit',
    params: paramsOf(catalogue.audits),
    describe: (name) => `What it tells: ${catalogue.audits.get(name)?.about}.`,
  };
  const { $defs = {}, ...root } = toJsonSchema(policySchema, {
    ...CONVERSION,
    definitions: {
      built: builtRuleSchema,
      condition: conditionSchema,
      rule: ruleSchema,
      audit: auditSchema,
      'built-audit': builtAuditSchema,
    },
  }) as Json & { $defs?: Record<string, Json> };
  const { condition = {}, rule = {}, audit = {}, ...others } = $defs;
  return {
    ...aloneOrBuilt(root),
    title: 'A policy for policy-lint',
    description:
      'Where a school’s policy comes from, what it asks, and the rules that judge posts.',
    $defs: {
      ...others,
      condition: asking(condition, checks),
      rule: asking(withExamples(rule), checks),
      audit: asking(audit, audits),
      ...Object.fromEntries(
        [checks, audits].flatMap(({ key, params }) =>
          [...params].map(([name, json]) => [withName(key, name), json]),
        ),
      ),
    },
  };
};
