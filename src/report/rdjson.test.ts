import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyReport } from '../../test/support/any-report.ts';
import { CI_REPORT } from '../../test/support/ci-report.ts';
import { finding, judged, reportOf } from '../../test/support/oakfield-report.ts';
import { errorsBy } from '../../test/support/schemas.ts';
import type { Post } from '../core/post.ts';
import type { Report } from '../core/report.ts';
import { PLAIN, renderWith } from './options.ts';
import type { Diagnostic } from './rdjson.ts';
import { rdjson } from './rdjson.ts';
import { rdjsonl } from './rdjsonl.ts';

const render = renderWith(rdjson);
const renderLines = renderWith(rdjsonl);
const options = { width: 80, reveal: false, paint: PLAIN };
const SCHEMA = 'reviewdog-diagnostic-result.json';
const errorsOf = errorsBy(SCHEMA);
const lineErrorsOf = errorsBy(SCHEMA, '#/definitions/reviewdog.rdf.Diagnostic');

const diagnosticsOf = (report: Report, reveal = false): readonly Diagnostic[] =>
  (JSON.parse(render(report, { ...options, reveal })) as { diagnostics: Diagnostic[] }).diagnostics;

const draft = (text: string, suggestion: string, origin: Partial<Post['origin']> = {}) =>
  reportOf([
    judged(text, {
      post: { origin: { file: 'draft.txt', line: 1, record: 1, textLine: 1, ...origin } },
      found: ([name]) => [
        finding('no-child-names', name!, {
          suggestions: [{ title: 'Leave the name out', text: suggestion }],
        }),
        finding('no-child-names', name!, {
          suggestions: [{ title: 'Leave the name out', text: suggestion }],
        }),
      ],
    }),
  ]);

const suggestionsIn = (report: Report, reveal = false): readonly unknown[] =>
  diagnosticsOf(report, reveal).flatMap(({ suggestions = [] }) => suggestions);

/** The text of a file between two places, as reviewdog takes them: columns are bytes. */
const cutOut = (text: string, { range }: Diagnostic['location']): string | undefined => {
  const { start, end } = range ?? {};
  if (start?.column === undefined || end?.column === undefined) return undefined;
  const bytes = Buffer.from(text);
  const lineStarts = [0];
  for (const [at, byte] of bytes.entries()) if (byte === 10) lineStarts.push(at + 1);
  return bytes
    .subarray(
      lineStarts[start.line - 1]! + start.column - 1,
      lineStarts[end.line - 1]! + end.column - 1,
    )
    .toString();
};

describe('rdjson', () => {
  it('holds what reviewdog reads, names masked', () => {
    expect(`\n${render(CI_REPORT, options)}`).toMatchInlineSnapshot(`
      "
      {"source":{"name":"policy-lint"},"diagnostics":[
        {"message":"This post names a child.\\nPolicy: A child is never named in a post. (Oakfield Primary Social Media Policy · Photographs and names (4.2) · adopted 2 Sep 2026)\\nTry: Write about the class or the team instead.","location":{"path":"drafts/o•••.txt","range":{"start":{"line":5,"column":11},"end":{"line":5,"column":21}}},"severity":"ERROR","code":{"value":"oakfield-2026/no-child-names"},"suggestions":[{"range":{"start":{"line":4,"column":1},"end":{"line":5,"column":22}},"text":"Sports day 🎉\\nWell done, 4B!"}]},
        {"message":"This post goes out after hours.\\nPolicy: Posts go out on working days between 8:00 and 17:00. (Oakfield Primary Social Media Policy · When we post (3.3) · adopted 2 Sep 2026)\\nTry: Post it on the next working day.","location":{"path":"drafts/o•••.txt","range":{"start":{"line":1}}},"severity":"WARNING","code":{"value":"oakfield-2026/school-hours"}},
        {"message":"This handle has not been approved.\\nThis is only a guess: please look for yourself.\\nPolicy: Only approved accounts may be mentioned. (Oakfield Primary Social Media Policy · Accounts (2.1) · adopted 2 Sep 2026)\\nTry: Leave the handle out, or ask for it to be approved.\\nWhere: record 3, column “Message”.","location":{"path":"queue/week 1.csv","range":{"start":{"line":12}}},"severity":"INFO","code":{"value":"oakfield-2026/no-other-handles"}},
        {"message":"This handle has not been approved.\\nPolicy: Only approved accounts may be mentioned. (Oakfield Primary Social Media Policy · Accounts (2.1) · adopted 2 Sep 2026)\\nTry: Leave the handle out, or ask for it to be approved.\\nWhere: record 3, column “Message”.","location":{"path":"queue/week 1.csv","range":{"start":{"line":13,"column":6},"end":{"line":13,"column":13}}},"severity":"WARNING","code":{"value":"oakfield-2026/no-other-handles"}},
        {"message":"The time “25:00” cannot be read: write it as 17:30.","location":{"path":"queue/week 2.csv","range":{"start":{"line":7}}},"severity":"ERROR","code":{"value":"unreadable-input"}},
        {"message":"This file is 100% empty.","location":{"path":"policy-lint.yaml"},"severity":"ERROR","code":{"value":"unreadable-input"}},
        {"message":"This exception ended on 2 November 2026: renew it or take it out.","location":{"path":"waivers.yaml","range":{"start":{"line":9}}},"severity":"INFO","code":{"value":"waiver-expired"}}
      ]}
      "
    `);
    expect(errorsOf(JSON.parse(render(CI_REPORT, options)))).toEqual([]);
  });

  it.each<[string, object]>([
    ['an unknown severity', { severity: 'MAJOR' }],
    ['a line that is no number', { location: { path: 'a', range: { start: { line: '1' } } } }],
  ])('is held against a schema that refuses %s', (_, change) => {
    const diagnostics = diagnosticsOf(CI_REPORT).map((one) => ({ ...one, ...change }));
    expect(errorsOf({ diagnostics })).not.toEqual([]);
  });

  it('is an empty result when there is nothing to tell', () => {
    expect(render(reportOf([judged('Sports day')]), options)).toBe(
      '{"source":{"name":"policy-lint"},"diagnostics":[]}\n',
    );
  });

  it('points at the very bytes', () => {
    const text = 'Zoë’s day 🎉 ⟦Olwen⟧\n👩‍🚀 and ⟦Idris⟧\nand ⟦both\nof ünus⟧';
    const post = judged(text, {
      post: { origin: { file: 'draft.txt', line: 1, record: 1, textLine: 1 } },
    });
    expect(
      diagnosticsOf(reportOf([post])).map(({ location }) => cutOut(post.post.text, location)),
    ).toEqual(['Olwen', 'Idris', 'both\nof ünus']);
  });

  it('points at whole lines where something unknown stands before the text', () => {
    const post = judged('Say "⟦one⟧"\nand "⟦two⟧"\n⟦and⟧ ⟦\nlast\n⟧', {
      post: {
        origin: {
          file: 'q.csv',
          line: 5,
          record: 2,
          textLine: 5,
          textColumn: 9,
          doublesQuotes: true,
        },
      },
      found: (spans) => [
        ...spans.map((span) => finding('no-child-names', span)),
        finding('no-child-names', { start: 0, end: spans[1]!.end }),
        finding('school-hours', null, { where: 'at' }),
      ],
    });
    expect(diagnosticsOf(reportOf([post])).map(({ location }) => location.range)).toEqual([
      { start: { line: 5 } },
      { start: { line: 6, column: 7 }, end: { line: 6, column: 10 } },
      { start: { line: 7, column: 1 }, end: { line: 7, column: 4 } },
      { start: { line: 7, column: 5 }, end: { line: 9, column: 1 } },
      { start: { line: 5 }, end: { line: 6 } },
      { start: { line: 5 } },
    ]);
  });

  it('offers a change of the whole text once', () => {
    expect(suggestionsIn(draft('Well done 🎉\n⟦Olwen⟧ é', 'Well done, 4B'))).toEqual([
      {
        range: { start: { line: 1, column: 1 }, end: { line: 2, column: 9 } },
        text: 'Well done, 4B',
      },
    ]);
  });

  it.each<[string, Report]>([
    ['a name in it', draft('Well done ⟦Olwen⟧ and 4B', 'Well done Olwen')],
    [
      'a file that holds the text otherwise',
      draft('⟦Olwen⟧', '4B', { textLine: undefined as never }),
    ],
    ['something before the text', draft('⟦Olwen⟧', '4B', { textColumn: 7 })],
    ['quotation marks that stand twice', draft('⟦Olwen⟧', '4B', { doublesQuotes: true })],
    ['a table', draft('⟦Olwen⟧', '4B', { cells: {} })],
  ])('offers none for %s', (_, report) => {
    expect(suggestionsIn(report)).toEqual([]);
  });

  it('offers a change with a name in it when names may be shown', () => {
    const report = draft('Well done ⟦Olwen⟧ and 4B', 'Well done Olwen');
    expect(suggestionsIn(report, true)).toMatchObject([{ text: 'Well done Olwen' }]);
  });

  it('fits the published schema, whatever is reported', () => {
    fc.assert(
      fc.property(anyReport, fc.boolean(), (report, reveal) => {
        expect(errorsOf(JSON.parse(render(report, { ...options, reveal })))).toEqual([]);
        const diagnostics = diagnosticsOf(report, reveal);
        const findings = report.posts.reduce((sum, post) => sum + post.findings.length, 0);
        const { problems, notices } = report;
        expect(diagnostics.length).toBe(findings + problems.length + notices.length);
        for (const { message, location, code } of diagnostics) {
          expect([message, location.path, code.value]).not.toContain('');
          const { start, end } = location.range ?? {};
          if (!start || !end) continue;
          expect(end.line).toBeGreaterThanOrEqual(start.line);
          expect(end.column === undefined).toBe(start.column === undefined);
        }
      }),
    );
  });
});

describe('rdjsonl', () => {
  it('holds the same line by line, each with its source', () => {
    fc.assert(
      fc.property(anyReport, fc.boolean(), (report, reveal) => {
        const lines = renderLines(report, { ...options, reveal })
          .split('\n')
          .slice(0, -1)
          .map((line): unknown => JSON.parse(line));
        expect(lines.flatMap(lineErrorsOf)).toEqual([]);
        expect(lines).toEqual(
          diagnosticsOf(report, reveal).map((diagnostic) => ({
            ...diagnostic,
            source: { name: 'policy-lint' },
          })),
        );
      }),
    );
  });

  it('is empty when there is nothing to tell', () => {
    expect(renderLines(reportOf([judged('Sports day')]), options)).toBe('');
  });
});
