import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyReport } from '../../test/support/any-report.ts';
import { CI_REPORT } from '../../test/support/ci-report.ts';
import { judged, reportOf } from '../../test/support/oakfield-report.ts';
import { errorsBy } from '../../test/support/schemas.ts';
import type { Report } from '../core/report.ts';
import { gitlab } from './gitlab.ts';
import { PLAIN, renderWith } from './options.ts';

const render = renderWith(gitlab);
const options = { width: 80, reveal: false, paint: PLAIN };
const errorsOf = errorsBy('gitlab-code-quality.json');

interface Entry {
  readonly fingerprint: string;
  readonly check_name: string;
  readonly severity: string;
}

const entriesOf = (report: Report, reveal = false): readonly Entry[] =>
  JSON.parse(render(report, { ...options, reveal })) as readonly Entry[];

describe('gitlab', () => {
  it('lists what is wrong and what could not be read, names masked', () => {
    expect(`\n${render(CI_REPORT, options)}`).toMatchInlineSnapshot(`
      "
      [
        {"description":"This post names a child. Policy: A child is never named in a post. (Oakfield Primary Social Media Policy · Photographs and names (4.2) · adopted 2 Sep 2026) Try: Write about the class or the team instead.","check_name":"oakfield-2026/no-child-names","fingerprint":"77a93cfd904a5c8a-1","severity":"major","location":{"path":"drafts/o•••.txt","lines":{"begin":5}}},
        {"description":"This post goes out after hours. Policy: Posts go out on working days between 8:00 and 17:00. (Oakfield Primary Social Media Policy · When we post (3.3) · adopted 2 Sep 2026) Try: Post it on the next working day.","check_name":"oakfield-2026/school-hours","fingerprint":"af67d8ec09f206ee-1","severity":"minor","location":{"path":"drafts/o•••.txt","lines":{"begin":1}}},
        {"description":"This handle has not been approved. This is only a guess: please look for yourself. Policy: Only approved accounts may be mentioned. (Oakfield Primary Social Media Policy · Accounts (2.1) · adopted 2 Sep 2026) Try: Leave the handle out, or ask for it to be approved. Where: record 3, column “Message”.","check_name":"oakfield-2026/no-other-handles","fingerprint":"210b0e1b8eb926b0-1","severity":"info","location":{"path":"queue/week 1.csv","lines":{"begin":12}}},
        {"description":"This handle has not been approved. Policy: Only approved accounts may be mentioned. (Oakfield Primary Social Media Policy · Accounts (2.1) · adopted 2 Sep 2026) Try: Leave the handle out, or ask for it to be approved. Where: record 3, column “Message”.","check_name":"oakfield-2026/no-other-handles","fingerprint":"210b0e1b8eb926b0-2","severity":"minor","location":{"path":"queue/week 1.csv","lines":{"begin":13}}},
        {"description":"The time “25:00” cannot be read: write it as 17:30.","check_name":"unreadable-input","fingerprint":"ff28fc02b86cad98-1","severity":"critical","location":{"path":"queue/week 2.csv","lines":{"begin":7}}},
        {"description":"This file is 100% empty.","check_name":"unreadable-input","fingerprint":"e36280c7d4db3ac6-1","severity":"critical","location":{"path":"policy-lint.yaml","lines":{"begin":1}}},
        {"description":"This exception ended on 2 November 2026: renew it or take it out.","check_name":"waiver-expired","fingerprint":"7499b476271ad636-1","severity":"info","location":{"path":"waivers.yaml","lines":{"begin":9}}}
      ]
      "
    `);
    expect(errorsOf(entriesOf(CI_REPORT))).toEqual([]);
  });

  it.each<[string, object]>([
    ['an empty fingerprint', { fingerprint: '' }],
    ['an absolute path', { location: { path: '/a.csv', lines: { begin: 1 } } }],
    ['a path with ./', { location: { path: './a.csv', lines: { begin: 1 } } }],
    ['a severity of another tool', { severity: 'error' }],
  ])('is held against a schema that refuses %s', (_, change) => {
    expect(errorsOf(entriesOf(CI_REPORT).map((entry) => ({ ...entry, ...change })))).not.toEqual(
      [],
    );
  });

  it('is an empty list when there is nothing to tell', () => {
    expect(render(reportOf([judged('Sports day')]), options)).toBe('[]\n');
    expect(render(reportOf([]), options)).toBe('[]\n');
  });

  it('tells apart the same words twice in a file', () => {
    const twice = reportOf([judged('⟦Olwen⟧ and ⟦Idris⟧'), judged('⟦Olwen⟧ and ⟦Idris⟧')]);
    const prints = entriesOf(twice).map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(4);
    expect(prints.slice(0, 2)).toEqual(
      entriesOf(reportOf([judged('⟦Olwen⟧ and ⟦Idris⟧')])).map(({ fingerprint }) => fingerprint),
    );
  });

  it('tells apart the same problem twice', () => {
    const problem = { file: 'queue.csv', message: 'No text.' };
    const report = reportOf(
      [],
      [
        { ...problem, line: 3 },
        { ...problem, line: 9 },
      ],
    );
    expect(new Set(entriesOf(report).map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it('fits its schema, whatever is reported, and no two entries share a fingerprint', () => {
    fc.assert(
      fc.property(anyReport, fc.boolean(), (report, reveal) => {
        const entries = entriesOf(report, reveal);
        expect(errorsOf(entries)).toEqual([]);
        const findings = report.posts.reduce((sum, post) => sum + post.findings.length, 0);
        const { problems, notices } = report;
        expect(entries.length).toBe(findings + problems.length + notices.length);
        expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
        const critical = entries.filter(({ severity }) => severity === 'critical');
        expect(critical.map((entry) => entry.check_name)).toEqual(
          problems.map(() => 'unreadable-input'),
        );
      }),
    );
  });
});
