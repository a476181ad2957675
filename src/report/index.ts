import type { Report } from '../core/report.ts';
import type { Render } from './options.ts';
import { text } from './text.ts';

/** Output formats by name, the usual one at hand, the others loaded when asked for. */
export const FORMATS: ReadonlyMap<string, () => Promise<Render<Report>>> = new Map([
  ['text', () => Promise.resolve(text)],
  ['compact', async () => (await import('./compact.ts')).compact],
  ['json', async () => (await import('./json.ts')).json],
  ['ndjson', async () => (await import('./ndjson.ts')).ndjson],
]);

export { PLAIN } from './options.ts';
export type { Paint } from './options.ts';
