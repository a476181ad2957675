import { baselineSchema } from '../src/policy/baseline.ts';
import { waiversSchema } from '../src/policy/waivers.ts';
import type { Json } from './policy-schema.ts';
import { convert } from './policy-schema.ts';

const DRAFT_7 = 'http://json-schema.org/draft-07/schema#';

/** The schema of `waivers.yaml`, for editors that help while one is written. */
export const waiversJsonSchema = (): Json => ({
  $schema: DRAFT_7,
  title: 'waivers.yaml',
  description: 'Exceptions that somebody answers for: policy-lint waive writes them.',
  ...convert(waiversSchema),
});

/** The schema of what `--write-baseline` writes. */
export const baselineJsonSchema = (): Json => ({
  $schema: DRAFT_7,
  title: 'A baseline of policy-lint',
  description: 'Findings that were there when a school began, so that only new ones fail.',
  ...convert(baselineSchema),
});
