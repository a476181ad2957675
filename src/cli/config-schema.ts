import type { InferOutput } from 'valibot';
import {
  array,
  exactOptional,
  minLength,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  transform,
} from 'valibot';
import { ACCOUNT_KINDS } from '../core/policy.ts';
import { overridesSchema } from '../policy/override.ts';

const text = pipe(string(), minLength(1, 'must not be empty'));

/** X's own rule: letters, digits and underscores, fifteen at most; ours may have been longer once. */
const handle = pipe(
  string(),
  regex(/^@?\w{1,30}$/u, 'must be a handle such as OakfieldPrimary'),
  transform((written) => written.replace(/^@/u, '')),
);

const account = strictObject({
  name: text,
  kind: picklist(ACCOUNT_KINDS),
  subject: exactOptional(text),
  handle: exactOptional(handle),
});

/** `policy-lint.yaml`. Paths start at the folder of the file. */
export const configSchema = strictObject({
  policies: exactOptional(array(text)),
  timezone: exactOptional(text),
  accounts: exactOptional(array(account)),
  handles: exactOptional(strictObject({ allow: exactOptional(array(handle)) })),
  people: exactOptional(text),
  roster: exactOptional(text),
  rosterKey: exactOptional(text),
  calendar: exactOptional(array(text)),
  rules: exactOptional(overridesSchema),
});

export type ConfigFile = InferOutput<typeof configSchema>;

const names = exactOptional(array(string()));

/** The file that `people` names. */
export const peopleSchema = strictObject({
  adults: names,
  parents: names,
  visitors: names,
  figures: names,
  houses: names,
  classes: names,
  places: names,
  mascots: names,
  approved: names,
});
