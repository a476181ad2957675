import type { Inspection } from '../../core/inspection.ts';
import type { Render } from '../options.ts';
import { inspectJson, inspectNdjson } from './json.ts';
import { inspectText } from './text.ts';

/** Formats of an inspection by name. */
export const INSPECT_FORMATS: ReadonlyMap<string, Render<Inspection>> = new Map([
  ['text', inspectText],
  ['json', inspectJson],
  ['ndjson', inspectNdjson],
]);
