import { dataLines } from '../core/data-lines.ts';
import list from './data/audits.txt?raw';

/** What the audit of an archive judges clauses by, and what each looks at. */
export const AUDITS: ReadonlyMap<string, string> = new Map(
  dataLines(list).map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  }),
);
