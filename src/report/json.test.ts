import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OAKFIELD, finding, judged, reportOf } from '../../test/support/oakfield-report.ts';
import { anyReport } from '../../test/support/any-report.ts';
import type { Report } from '../core/report.ts';
import { json as jsonFormat } from './json.ts';
import { ndjson as ndjsonFormat } from './ndjson.ts';
import { PLAIN, renderWith } from './options.ts';

const json = renderWith(jsonFormat);
const ndjson = renderWith(ndjsonFormat);
const options = { width: 80, reveal: false, paint: PLAIN };
const schema: unknown = JSON.parse(
  readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({
  strict: true,
  strictTypes: 'log',
  allErrors: true,
  allowUnionTypes: true,
});
ajv.addSchema(schema as object);

const errorsOf = (part: string, value: unknown): unknown => {
  const validate = ajv.getSchema(`urn:policy-lint:report:1${part}`)!;
  return validate(value) === true ? [] : validate.errors;
};

const post = judged('Well done ⟦Olwen⟧ 🎉', {
  post: { id: 'olwen', origin: { file: 'q/olwen.yml', line: 12, record: 3, textLine: 14 } },
  found: ([name]) => [
    finding('no-child-names', name!, {
      suggestions: [{ title: 'Leave the medal out', text: 'Olwen, well done 🎉' }],
    }),
    finding('school-hours', null, { where: 'at', severity: 'info' }),
  ],
});
const report = reportOf(
  [post, judged('Sports day', { at: null })],
  [
    { file: 'policy-lint.yaml', message: 'It cannot be read.' },
    { file: 'q.csv', line: 7, column: 3, message: 'No text.' },
  ],
);

describe('json', () => {
  it('holds the report as other programs read it, names masked', () => {
    expect(json(report, options)).toMatchInlineSnapshot(`
      "{
        "schema": "policy-lint/report@1",
        "tool": {
          "name": "policy-lint",
          "version": "1.2.3"
        },
        "policies": [
          {
            "id": "oakfield-2026",
            "title": "Oakfield Primary Social Media Policy",
            "adopted": "2026-09-02",
            "reviewDue": "2027-09"
          }
        ],
        "posts": [
          {
            "id": "o•••",
            "origin": {
              "file": "q/o•••.yml",
              "line": 12,
              "record": 3
            },
            "at": "2026-11-23T10:42:00+00:00",
            "fingerprint": "5e1f0c3a9b7d2468",
            "findings": [
              {
                "rule": "oakfield-2026/no-child-names",
                "concept": "child-named",
                "severity": "error",
                "confidence": "certain",
                "message": "This post names a child.",
                "where": "text",
                "range": {
                  "start": 10,
                  "end": 15
                },
                "place": {
                  "line": 14,
                  "column": 11,
                  "endLine": 14,
                  "endColumn": 16
                },
                "evidence": [
                  "praise, then a given name and a surname"
                ],
                "citation": {
                  "policy": "oakfield-2026",
                  "section": "Photographs and names",
                  "clause": "4.2",
                  "requires": "A child is never named in a post."
                },
                "also": [],
                "advice": "Write about the class or the team instead.",
                "suggestions": [
                  {
                    "title": "Leave the medal out",
                    "text": "O•••, well done 🎉"
                  }
                ]
              },
              {
                "rule": "oakfield-2026/school-hours",
                "concept": "posting-time",
                "severity": "info",
                "confidence": "certain",
                "message": "This post goes out after hours.",
                "where": "at",
                "range": null,
                "place": {
                  "line": 12
                },
                "evidence": [
                  "17:42 is later than 17:00"
                ],
                "citation": {
                  "policy": "oakfield-2026",
                  "section": "When we post",
                  "clause": "3.3",
                  "requires": "Posts go out on working days between 8:00 and 17:00."
                },
                "also": [],
                "advice": "Post it on the next working day.",
                "suggestions": []
              }
            ],
            "waived": [],
            "known": []
          },
          {
            "id": "sports-day-3",
            "origin": {
              "file": "queue/2026-11-23.yml",
              "line": 12,
              "record": 3
            },
            "at": null,
            "fingerprint": "5e1f0c3a9b7d2468",
            "findings": [],
            "waived": [],
            "known": []
          }
        ],
        "unchecked": [],
        "notices": [],
        "problems": [
          {
            "file": "policy-lint.yaml",
            "message": "It cannot be read."
          },
          {
            "file": "q.csv",
            "line": 7,
            "column": 3,
            "message": "No text."
          }
        ],
        "summary": {
          "posts": 2,
          "clean": 1,
          "findings": {
            "error": 1,
            "warning": 0,
            "info": 1
          },
          "waived": 0,
          "known": 0,
          "copies": 0,
          "past": 0,
          "problems": 2
        }
      }
      "
    `);
  });

  it('shows names when it is asked to', () => {
    expect(json(report, { ...options, reveal: true })).toContain('"Olwen, well done 🎉"');
    expect(json(report, options)).not.toMatch(/olwen/iu);
  });

  it('escapes what a terminal would act on, and loses nothing', () => {
    const hostile = '\x1b[31m\x7f\x9b\u202e\u2028\ud83d\u200b\u{e0041} 👩‍🚀';
    const written = json(reportOf([judged(hostile, { post: { id: hostile } })]), options);
    expect(written).toContain(
      String.raw`"\u001b[31m\u007f\u009b\u202e\u2028\ud83d\u200b\udb40\udc41 👩‍🚀"`,
    );
    expect((JSON.parse(written) as { posts: { id: string }[] }).posts[0]!.id).toBe(hostile);
  });

  it('fits its schema, whatever is reported', () => {
    fc.assert(
      fc.property(anyReport, fc.boolean(), (any: Report, reveal) => {
        expect(errorsOf('', JSON.parse(json(any, { ...options, reveal })))).toEqual([]);
      }),
    );
  });

  it.each<[string, (value: Record<string, unknown>) => unknown]>([
    ['a missing key', ({ summary: _, ...rest }) => rest],
    ['an unknown key', (value) => ({ ...value, extra: 1 })],
    ['another version', (value) => ({ ...value, schema: 'policy-lint/report@2' })],
    [
      'a post with its text',
      (value) => ({ ...value, posts: [{ ...(value['posts'] as object[])[0], text: '' }] }),
    ],
  ])('has a schema that refuses %s', (_, change) => {
    const value = JSON.parse(json(report, options)) as Record<string, unknown>;
    expect(errorsOf('', value)).toEqual([]);
    expect(errorsOf('', change(value))).not.toEqual([]);
  });
});

describe('ndjson', () => {
  const parse = (text: string): unknown[] =>
    text
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));

  it('is the JSON report line by line: the posts, then everything else', () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        const { posts, ...rest } = JSON.parse(json(any, options)) as { posts: unknown[] };
        expect(parse(ndjson(any, options))).toEqual([...posts, rest]);
      }),
    );
  });

  it('can be written post by post', () => {
    const writer = ndjsonFormat(report, options);
    const lines = [...report.posts.map(writer.post), writer.end(report)];
    expect(lines.map((line) => parse(line).length)).toEqual([...report.posts.map(() => 1), 1]);
  });

  it('fits the schema of its lines', () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        const lines = parse(ndjson(any, options));
        const posts = lines.slice(0, -1).flatMap((line) => errorsOf('#/$defs/post', line));
        expect([posts, errorsOf('#/$defs/lastLine', lines.at(-1))]).toEqual([[], []]);
      }),
    );
  });

  it('ends with problems and summary even where no post could be read', () => {
    const failed = reportOf([], [{ file: 'q.csv', message: 'No text.' }], [OAKFIELD]);
    expect(ndjson(failed, options)).toMatchInlineSnapshot(`
      "{"schema":"policy-lint/report@1","tool":{"name":"policy-lint","version":"1.2.3"},"policies":[{"id":"oakfield-2026","title":"Oakfield Primary Social Media Policy","adopted":"2026-09-02","reviewDue":"2027-09"}],"unchecked":[],"notices":[],"problems":[{"file":"q.csv","message":"No text."}],"summary":{"posts":0,"clean":0,"findings":{"error":0,"warning":0,"info":0},"waived":0,"known":0,"copies":0,"past":0,"problems":1}}
      "
    `);
  });
});
