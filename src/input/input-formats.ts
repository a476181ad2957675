import { SCHEDULER_NAMES } from './schedulers/names.ts';
import { TABLE_NAMES } from './table/names.ts';

/** Names for `--input-format` and for `queue: format:`. */
export const INPUT_FORMATS = [
  'draft',
  'ndjson',
  'json',
  'yaml',
  ...TABLE_NAMES,
  ...SCHEDULER_NAMES,
] as const;
