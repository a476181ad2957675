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
  ['github', async () => (await import('./github.ts')).github],
  ['sarif', async () => (await import('./sarif.ts')).sarif],
  ['gitlab', async () => (await import('./gitlab.ts')).gitlab],
  ['rdjson', async () => (await import('./rdjson.ts')).rdjson],
  ['rdjsonl', async () => (await import('./rdjsonl.ts')).rdjsonl],
  ['junit', async () => (await import('./junit.ts')).junit],
  ['checkstyle', async () => (await import('./checkstyle.ts')).checkstyle],
  ['tap', async () => (await import('./tap.ts')).tap],
  ['csv', async () => (await import('./csv.ts')).csv],
  ['markdown', async () => (await import('./markdown.ts')).markdown],
  ['html', async () => (await import('./html.ts')).html],
]);

export { PLAIN, renderWith } from './options.ts';
export type { Format, Paint } from './options.ts';
