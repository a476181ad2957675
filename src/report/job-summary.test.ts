import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyReport } from '../../test/support/any-report.ts';
import { CI_REPORT } from '../../test/support/ci-report.ts';
import { HEXLEY, OAKFIELD, finding, judged, reportOf } from '../../test/support/oakfield-report.ts';
import { utf8Length } from './byte-places.ts';
import { jobSummary } from './job-summary.ts';
import { PLAIN, renderWith } from './options.ts';

const render = renderWith(jobSummary);
const options = { width: 80, reveal: false, paint: PLAIN };
const MEBIBYTE = 1024 * 1024;

const rowsOf = (written: string): readonly string[] =>
  written.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));

describe('jobSummary', () => {
  it('tells in Markdown what could not be read, what was found and what is excepted', () => {
    expect(`\n${render(CI_REPORT, options)}`).toMatchInlineSnapshot(`
      "
      ## Social-media posts

      ✖ 1 post to change · 1 to look at · 2 problems: not everything could be read · 1 exception in force · 1 finding known from the baseline

      ### Could not be read

      - queue/week 2.csv:7: The time “25:00” cannot be read: write it as 17:30.
      - policy-lint.yaml: This file is 100% empty.

      ### Findings

      |  | Where | Rule | Clause | Message |
      | --- | --- | --- | --- | --- |
      | error | drafts/o•••.txt:5 | no-child-names | Photographs and names, 4.2 | This post names a child. |
      | warning | drafts/o•••.txt:1 | school-hours | When we post, 3.3 | This post goes out after hours. |
      | warning | queue/week 1.csv:13 | no-other-handles | Accounts, 2.1 | This handle has not been approved. |
      | warning (a guess) | queue/week 1.csv:12 | no-other-handles | Accounts, 2.1 | This handle has not been approved. |

      ### Exceptions in force

      | Where | Rule | Reason | Approved by | Until |
      | --- | --- | --- | --- | --- |
      | queue/2026-11-23.yml:12 | no-other-handles | The visiting author asked to be mentioned. | Mrs K. Marlowe, headteacher | 30 Nov 2026 |

      ### Notices

      - waivers.yaml:9: This exception ended on 2 November 2026: renew it or take it out.
      "
    `);
  });

  it('is short when there is nothing to tell', () => {
    expect(render(reportOf([judged('Sports day')]), options)).toBe(
      '## Social-media posts\n\n✔ Nothing to change\n',
    );
  });

  it('names the policy where there is more than one', () => {
    const report = reportOf([judged('⟦Olwen⟧')], [], [OAKFIELD, HEXLEY]);
    expect(rowsOf(render(report, options))).toContain(
      '| error | queue/2026-11-23.yml:12 | no-child-names | oakfield-2026, Photographs and names, 4.2 | This post names a child. |',
    );
  });

  it('leaves out the least serious when there is too much, and says so', () => {
    const long = '日本語|'.repeat(1000);
    const many = judged('⟦x⟧ '.repeat(1500), {
      names: [],
      found: (spans) => [
        ...spans.map((span) => finding('no-other-handles', span, { message: long })),
        finding('no-child-names', spans[0]!, { message: 'The worst of all.' }),
      ],
    });
    const problems = Array.from({ length: 900 }, () => ({ file: long, message: long }));
    const notices = problems.map((problem) => ({ ...problem, kind: 'duplicate' as const }));
    const waived = Array.from({ length: 900 }, () => ({
      finding: finding('school-hours', null),
      waiver: {
        ...CI_REPORT.posts[2]!.waived[0]!.waiver,
        reason: long,
        approvedBy: long,
      },
    }));
    const report = { ...reportOf([{ ...many, waived }], problems), notices };
    const written = render(report, options);
    expect(utf8Length(written)).toBeLessThan(MEBIBYTE);
    const rows = rowsOf(written);
    const found = rows.filter((row) => /^\| (?:error|warning) \|/u.test(row));
    expect(found[0]).toContain('The worst of all.');
    expect(found.length).toBeGreaterThan(300);
    expect(written).toContain(
      `\nAnd ${1501 - found.length} less serious findings, which this page leaves out.\n`,
    );
    const rest = written.match(/^And \d+ more \w+\.$/gmu)!;
    expect(rest.map((line) => line.replace(/\d+/u, 'n'))).toEqual([
      'And n more problems.',
      'And n more exceptions.',
      'And n more notices.',
    ]);
    const listed = written.match(/^- /gmu)!.length + rows.length - found.length - 2;
    const left = rest.reduce((sum, line) => sum + Number(/\d+/u.exec(line)![0]), 0);
    expect(listed + left).toBe(2700);
  });

  it('keeps to its own tables and lists, whatever is reported', () => {
    const MARKED = /^(?:$|## |### |[✖▲✔] |- |\| |And \d)/u;
    fc.assert(
      fc.property(anyReport, fc.boolean(), (report, reveal) => {
        const written = render(report, { ...options, reveal });
        for (const line of written.split('\n')) expect(line).toMatch(MARKED);
        for (const row of rowsOf(written)) {
          // of a table’s own bars none is escaped, of anybody else’s all are
          const bars = row.replace(/\\./gu, '').split('|').length - 1;
          expect(bars).toBe(6);
          expect(row.replaceAll('&#8203;', '').replace(/&(?:lt|gt|amp|#36);/gu, '')).not.toMatch(
            /[<>&]/u,
          );
        }
        expect(/^\s*::|##\[/mu.test(written)).toBe(false);

        expect(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u.test(written),
        ).toBe(false);
      }),
    );
  });
});
