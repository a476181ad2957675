import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyAudit } from '../../../test/support/any-audit.ts';
import { anyAudit } from '../../../test/support/any-audit.ts';
import { AUDIT_HEAD } from '../../../test/support/audit-summary.ts';
import type { ReportOptions } from '../options.ts';
import { PLAIN } from '../options.ts';
import type { AuditFormat } from './format.ts';
import { AUDIT_FORMATS } from './index.ts';

const options = { width: 80, reveal: false, paint: PLAIN };

const written = async (
  format: AuditFormat,
  { posts, summary }: AnyAudit,
  given: ReportOptions = options,
): Promise<string> => {
  const { post, end } = format(AUDIT_HEAD, given);
  const before = posts.map(post).join('');
  return before + (await end(summary));
};

/** What no output may hold as it is; joiners and selectors only where they make an emoji or a word. */
const RAW = /(?!\n)\p{Cc}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Bidi_C}|\u200b|\u2060|\ufeff/u;
const COMMAND = /^\s*::|##\[/mu;

/** A spreadsheet’s file without its byte-order mark and its line ends. */
const asLines = (text: string): string => text.replace(/^\ufeff/u, '').replaceAll('\r\n', '\n');

describe.each([...AUDIT_FORMATS.keys()])('%s', (name) => {
  it('lets nothing through that a terminal or the log of a build acts on', async () => {
    const format = await AUDIT_FORMATS.get(name)!();
    await fc.assert(
      fc.asyncProperty(anyAudit, fc.boolean(), async (audit, reveal) => {
        const text = await written(format, audit, { ...options, reveal });
        expect(RAW.exec(name === 'csv' ? asLines(text) : text)?.[0]).toBeUndefined();
        if (!name.endsWith('json')) expect(COMMAND.exec(text)?.[0]).toBeUndefined();
        expect(text.endsWith('\n')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same for the same audit', async () => {
    const format = await AUDIT_FORMATS.get(name)!();
    await fc.assert(
      fc.asyncProperty(anyAudit, async (audit) => {
        const first = await written(format, audit);
        expect(await written(format, structuredClone(audit))).toBe(first);
      }),
      { numRuns: 10 },
    );
  });
});
