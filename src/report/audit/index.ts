import type { AuditFormat } from './format.ts';

/** Formats of the report of an audit by name, each loaded when it is asked for. */
export const AUDIT_FORMATS: ReadonlyMap<string, () => Promise<AuditFormat>> = new Map<
  string,
  () => Promise<AuditFormat>
>([
  ['html', async () => (await import('./html.ts')).html],
  ['text', async () => (await import('./text.ts')).text],
  ['csv', async () => (await import('./csv.ts')).csv],
  ['json', async () => (await import('./json.ts')).json],
  ['ndjson', async () => (await import('./ndjson.ts')).ndjson],
]);

export type { AuditFormat } from './format.ts';
