import type { Format } from './options.ts';
import { text } from './text.ts';

/** Output formats by name, the usual one at hand, the others loaded when asked for. */
export const FORMATS: ReadonlyMap<string, () => Promise<Format>> = new Map<
  string,
  () => Promise<Format>
>([
  ['text', () => Promise.resolve(text)],
  ['compact', async () => (await import('./compact.ts')).compact],
  ['json', async () => (await import('./json.ts')).json],
  ['ndjson', async () => (await import('./ndjson.ts')).ndjson],
]);

export { PLAIN, renderWith } from './options.ts';
export type { Format, Paint } from './options.ts';
