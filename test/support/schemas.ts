import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

type Errors = (value: unknown) => unknown;

/**
 * What a published schema has against a value. Those of draft-04 that we keep use nothing that later
 * drafts read otherwise, but for their own name. SARIF’s has a pattern with a stray bracket.
 */
export const errorsBy = (file: string, part = ''): Errors => {
  const text = readFileSync(new URL(`../schemas/${file}`, import.meta.url), 'utf8');
  const { $schema: _, id: __, ...schema } = JSON.parse(text) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  ajv.addSchema({ ...schema, $id: 'published' });
  const validate = ajv.getSchema(`published${part}`)!;
  return (value) => (validate(value) === true ? [] : validate.errors);
};
