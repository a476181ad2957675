import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyReport } from '../../test/support/any-report.ts';
import { CI_REPORT } from '../../test/support/ci-report.ts';
import { finding, judged, reportOf } from '../../test/support/oakfield-report.ts';
import { errorsBy } from '../../test/support/schemas.ts';
import type { Report } from '../core/report.ts';
import { PLAIN, renderWith } from './options.ts';
import { sarif } from './sarif.ts';

const render = renderWith(sarif);
const options = { width: 80, reveal: false, paint: PLAIN };
const errorsOf = errorsBy('sarif-2.1.0.json');

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region?: Readonly<
      Partial<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>
    >;
  };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly { readonly justification: string }[];
}

interface Run {
  readonly tool: {
    readonly driver: {
      readonly rules: readonly {
        readonly id: string;
        readonly fullDescription: { readonly text: string };
      }[];
    };
  };
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly {
      readonly descriptor: { readonly id: string };
      readonly message: { readonly text: string };
    }[];
  }[];
  readonly results: readonly Result[];
}

const runOf = (report: Report, reveal = false): Run => {
  const log = JSON.parse(render(report, { ...options, reveal })) as { runs: [Run] };
  expect(errorsOf(log)).toEqual([]);
  return log.runs[0];
};

/** Every string under keys whose value GitHub requires. */
const emptyStrings = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    inner === '' ? [key] : emptyStrings(inner),
  );
};

describe('sarif', () => {
  it('holds what GitHub reads, names masked', () => {
    expect(JSON.parse(render(CI_REPORT, options))).toMatchInlineSnapshot(`
      {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "runs": [
          {
            "columnKind": "utf16CodeUnits",
            "invocations": [
              {
                "executionSuccessful": false,
                "toolExecutionNotifications": [
                  {
                    "descriptor": {
                      "id": "unreadable-input",
                    },
                    "level": "error",
                    "locations": [
                      {
                        "physicalLocation": {
                          "artifactLocation": {
                            "uri": "queue/week%202.csv",
                          },
                          "region": {
                            "startColumn": 3,
                            "startLine": 7,
                          },
                        },
                      },
                    ],
                    "message": {
                      "text": "The time “25:00” cannot be read: write it as 17:30.",
                    },
                  },
                  {
                    "descriptor": {
                      "id": "unreadable-input",
                    },
                    "level": "error",
                    "locations": [
                      {
                        "physicalLocation": {
                          "artifactLocation": {
                            "uri": "policy-lint.yaml",
                          },
                        },
                      },
                    ],
                    "message": {
                      "text": "This file is 100% empty.",
                    },
                  },
                  {
                    "descriptor": {
                      "id": "waiver-expired",
                    },
                    "level": "note",
                    "locations": [
                      {
                        "physicalLocation": {
                          "artifactLocation": {
                            "uri": "waivers.yaml",
                          },
                          "region": {
                            "startLine": 9,
                          },
                        },
                      },
                    ],
                    "message": {
                      "text": "This exception ended on 2 November 2026: renew it or take it out.",
                    },
                  },
                ],
              },
            ],
            "results": [
              {
                "level": "error",
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "drafts/o%E2%80%A2%E2%80%A2%E2%80%A2.txt",
                      },
                      "region": {
                        "endColumn": 21,
                        "endLine": 5,
                        "startColumn": 11,
                        "startLine": 5,
                      },
                    },
                  },
                ],
                "message": {
                  "text": "This post names a child.
      Policy: A child is never named in a post. (Oakfield Primary Social Media Policy · Photographs and names (4.2) · adopted 2 Sep 2026)
      Try: Write about the class or the team instead.",
                },
                "partialFingerprints": {
                  "policyLint/v1": "5e1f0c3a9b7d2468/oakfield-2026/no-child-names/1",
                  "primaryLocationLineHash": "d25c8a794cfec9db:1",
                },
                "properties": {
                  "confidence": "certain",
                  "record": 1,
                },
                "ruleId": "oakfield-2026/no-child-names",
                "ruleIndex": 0,
              },
              {
                "level": "warning",
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "drafts/o%E2%80%A2%E2%80%A2%E2%80%A2.txt",
                      },
                      "region": {
                        "startLine": 1,
                      },
                    },
                  },
                ],
                "message": {
                  "text": "This post goes out after hours.
      Policy: Posts go out on working days between 8:00 and 17:00. (Oakfield Primary Social Media Policy · When we post (3.3) · adopted 2 Sep 2026)
      Try: Post it on the next working day.",
                },
                "partialFingerprints": {
                  "policyLint/v1": "5e1f0c3a9b7d2468/oakfield-2026/school-hours/1",
                  "primaryLocationLineHash": "2ee37c75a7ca0853:1",
                },
                "properties": {
                  "confidence": "certain",
                  "record": 1,
                },
                "ruleId": "oakfield-2026/school-hours",
                "ruleIndex": 1,
              },
              {
                "level": "warning",
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "queue/week%201.csv",
                      },
                      "region": {
                        "endColumn": 13,
                        "endLine": 13,
                        "startColumn": 6,
                        "startLine": 13,
                      },
                    },
                  },
                ],
                "message": {
                  "text": "This handle has not been approved.
      Policy: Only approved accounts may be mentioned. (Oakfield Primary Social Media Policy · Accounts (2.1) · adopted 2 Sep 2026)
      Try: Leave the handle out, or ask for it to be approved.
      Where: record 3, column “Message”.",
                },
                "partialFingerprints": {
                  "policyLint/v1": "5e1f0c3a9b7d2468/oakfield-2026/no-other-handles/2",
                  "primaryLocationLineHash": "bb26a8c9ee7683f8:2",
                },
                "properties": {
                  "confidence": "certain",
                  "record": 3,
                },
                "ruleId": "oakfield-2026/no-other-handles",
                "ruleIndex": 2,
              },
              {
                "level": "note",
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "queue/week%201.csv",
                      },
                      "region": {
                        "endColumn": 44,
                        "endLine": 12,
                        "startColumn": 29,
                        "startLine": 12,
                      },
                    },
                  },
                ],
                "message": {
                  "text": "This handle has not been approved.
      This is only a guess: please look for yourself.
      Policy: Only approved accounts may be mentioned. (Oakfield Primary Social Media Policy · Accounts (2.1) · adopted 2 Sep 2026)
      Try: Leave the handle out, or ask for it to be approved.
      Where: record 3, column “Message”.",
                },
                "partialFingerprints": {
                  "policyLint/v1": "5e1f0c3a9b7d2468/oakfield-2026/no-other-handles/1",
                  "primaryLocationLineHash": "bb26a8c9ee7683f8:1",
                },
                "properties": {
                  "confidence": "possible",
                  "record": 3,
                },
                "ruleId": "oakfield-2026/no-other-handles",
                "ruleIndex": 2,
              },
              {
                "level": "note",
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "queue/2026-11-23.yml",
                      },
                      "region": {
                        "startLine": 12,
                      },
                    },
                  },
                ],
                "message": {
                  "text": "This handle has not been approved.
      Policy: Only approved accounts may be mentioned. (Oakfield Primary Social Media Policy · Accounts (2.1) · adopted 2 Sep 2026)
      Try: Leave the handle out, or ask for it to be approved.",
                },
                "partialFingerprints": {
                  "policyLint/v1": "5e1f0c3a9b7d2468/oakfield-2026/no-other-handles/3",
                  "primaryLocationLineHash": "bb26a8c9ee7683f8:3",
                },
                "properties": {
                  "confidence": "certain",
                  "record": 3,
                },
                "ruleId": "oakfield-2026/no-other-handles",
                "ruleIndex": 2,
                "suppressions": [
                  {
                    "justification": "The visiting author asked to be mentioned. (approved by Mrs K. Marlowe, headteacher, until 2026-11-30)",
                    "kind": "external",
                    "status": "accepted",
                  },
                ],
              },
              {
                "level": "note",
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "queue/2026-11-23.yml",
                      },
                      "region": {
                        "startLine": 12,
                      },
                    },
                  },
                ],
                "message": {
                  "text": "This post goes out after hours.
      Policy: Posts go out on working days between 8:00 and 17:00. (Oakfield Primary Social Media Policy · When we post (3.3) · adopted 2 Sep 2026)
      Try: Post it on the next working day.",
                },
                "partialFingerprints": {
                  "policyLint/v1": "5e1f0c3a9b7d2468/oakfield-2026/school-hours/2",
                  "primaryLocationLineHash": "2ee37c75a7ca0853:2",
                },
                "properties": {
                  "confidence": "certain",
                  "record": 3,
                },
                "ruleId": "oakfield-2026/school-hours",
                "ruleIndex": 1,
                "suppressions": [
                  {
                    "justification": "The baseline knows this finding.",
                    "kind": "external",
                    "status": "accepted",
                  },
                ],
              },
            ],
            "tool": {
              "driver": {
                "name": "policy-lint",
                "rules": [
                  {
                    "defaultConfiguration": {
                      "level": "error",
                    },
                    "fullDescription": {
                      "text": "A child is never named in a post. (Oakfield Primary Social Media Policy · Photographs and names (4.2) · adopted 2 Sep 2026)",
                    },
                    "help": {
                      "markdown": "A child is never named in a post.

      **Policy:** Oakfield Primary Social Media Policy · Photographs and names (4.2) · adopted 2 Sep 2026

      **More:** policy-lint explain oakfield-2026/no-child-names",
                      "text": "A child is never named in a post.
      Oakfield Primary Social Media Policy · Photographs and names (4.2) · adopted 2 Sep 2026
      More: policy-lint explain oakfield-2026/no-child-names",
                    },
                    "id": "oakfield-2026/no-child-names",
                    "name": "no-child-names",
                    "properties": {
                      "tags": [
                        "oakfield-2026",
                        "child-named",
                      ],
                    },
                    "shortDescription": {
                      "text": "A child is never named in a post.",
                    },
                  },
                  {
                    "defaultConfiguration": {
                      "level": "warning",
                    },
                    "fullDescription": {
                      "text": "Posts go out on working days between 8:00 and 17:00. (Oakfield Primary Social Media Policy · When we post (3.3) · adopted 2 Sep 2026)",
                    },
                    "help": {
                      "markdown": "Posts go out on working days between 8:00 and 17:00.

      **Policy:** Oakfield Primary Social Media Policy · When we post (3.3) · adopted 2 Sep 2026

      **More:** policy-lint explain oakfield-2026/school-hours",
                      "text": "Posts go out on working days between 8:00 and 17:00.
      Oakfield Primary Social Media Policy · When we post (3.3) · adopted 2 Sep 2026
      More: policy-lint explain oakfield-2026/school-hours",
                    },
                    "id": "oakfield-2026/school-hours",
                    "name": "school-hours",
                    "properties": {
                      "tags": [
                        "oakfield-2026",
                        "posting-time",
                      ],
                    },
                    "shortDescription": {
                      "text": "Posts go out on working days between 8:00 and 17:00.",
                    },
                  },
                  {
                    "defaultConfiguration": {
                      "level": "warning",
                    },
                    "fullDescription": {
                      "text": "Only approved accounts may be mentioned. (Oakfield Primary Social Media Policy · Accounts (2.1) · adopted 2 Sep 2026)",
                    },
                    "help": {
                      "markdown": "Only approved accounts may be mentioned.

      **Policy:** Oakfield Primary Social Media Policy · Accounts (2.1) · adopted 2 Sep 2026

      **More:** policy-lint explain oakfield-2026/no-other-handles",
                      "text": "Only approved accounts may be mentioned.
      Oakfield Primary Social Media Policy · Accounts (2.1) · adopted 2 Sep 2026
      More: policy-lint explain oakfield-2026/no-other-handles",
                    },
                    "id": "oakfield-2026/no-other-handles",
                    "name": "no-other-handles",
                    "properties": {
                      "tags": [
                        "oakfield-2026",
                        "handle-used",
                      ],
                    },
                    "shortDescription": {
                      "text": "Only approved accounts may be mentioned.",
                    },
                  },
                ],
                "semanticVersion": "1.2.3",
                "version": "1.2.3",
              },
            },
          },
        ],
        "version": "2.1.0",
      }
    `);
    expect(errorsOf(JSON.parse(render(CI_REPORT, options)))).toEqual([]);
  });

  it.each<[string, (result: Result) => object]>([
    ['no message', ({ message: _, ...rest }) => rest],
    ['an unknown level', (result) => ({ ...result, level: 'fatal' })],
    ['an unknown key', (result) => ({ ...result, severity: 1 })],
  ])('is held against a schema that refuses %s', (_, change) => {
    const log = JSON.parse(render(CI_REPORT, options)) as { runs: [Run] };
    const [run] = log.runs;
    expect(errorsOf({ ...log, runs: [{ ...run, results: run.results.map(change) }] })).not.toEqual(
      [],
    );
  });

  it('is a log without results when there is nothing to tell', () => {
    const run = runOf(reportOf([judged('Sports day')]));
    expect(run.results).toEqual([]);
    expect(run.invocations).toEqual([
      { executionSuccessful: true, toolExecutionNotifications: [] },
    ]);
  });

  it('tells apart what is the same twice, and knows it again on another line', () => {
    const post = (line: number) =>
      judged('Well done ⟦Olwen⟧ and ⟦Idris⟧', {
        post: { origin: { file: 'queue.csv', line, record: line } },
      });
    const printsOf = (...lines: readonly number[]): readonly string[] =>
      runOf(reportOf(lines.map(post))).results.map(
        ({ partialFingerprints }) => partialFingerprints['primaryLocationLineHash']!,
      );
    const [first, second, third] = printsOf(2, 9);
    expect([first, second]).toEqual(printsOf(500));
    expect(new Set(printsOf(2, 9)).size).toBe(4);
    expect(third).toMatch(/^[0-9a-f]{16}:3$/u);
  });

  it('keeps the 25,000 worst and says how many it left out', () => {
    const many = Array.from({ length: 26 }, (_, index) =>
      judged('⟦x⟧ '.repeat(1000), {
        names: [],
        post: { origin: { file: 'queue.csv', line: index + 1, record: index + 1 } },
        found: (spans) =>
          spans.map((span) => finding(index < 25 ? 'no-other-handles' : 'no-child-names', span)),
      }),
    );
    const written = render(reportOf(many), options);
    const { results, invocations } = (JSON.parse(written) as { runs: [Run] }).runs[0];
    expect(results.length).toBe(25_000);
    expect(results.filter(({ level }) => level === 'error').length).toBe(1000);
    expect(results[0]!.level).toBe('error');
    expect(invocations[0]!.toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      '1000 less serious findings left out: GitHub takes 25000 of one run.',
    ]);
  });

  it('never lets a guess or an exception fail a check', () => {
    const post = judged('⟦Olwen⟧', {
      found: ([name]) => [finding('no-child-names', name!, { confidence: 'possible' })],
    });
    const waived = CI_REPORT.posts[2]!.waived.map(({ waiver }) => ({
      finding: finding('no-child-names', null),
      waiver,
    }));
    const { results } = runOf(reportOf([{ ...post, waived }]));
    expect(results.map(({ level, suppressions }) => [level, suppressions?.length])).toEqual([
      ['warning', undefined],
      ['note', 1],
    ]);
  });

  it('makes no link of what a message holds', () => {
    const post = judged('⟦Olwen⟧', {
      found: () => [
        finding('school-hours', null, { message: 'See [this](https://hexley.example)' }),
      ],
    });
    expect(runOf(reportOf([post])).results[0]!.message.text).toMatch(
      /^See \[this\\\]\(https:\/\/hexley\.example\)\n/u,
    );
  });

  it('fits the published schema and what GitHub asks on top, whatever is reported', () => {
    fc.assert(
      fc.property(anyReport, fc.boolean(), (report, reveal) => {
        const { tool, results, invocations } = runOf(report, reveal);
        const { rules } = tool.driver;
        expect(emptyStrings({ tool, results, invocations })).toEqual([]);
        expect(
          rules.map(({ fullDescription }) => fullDescription.text.length > 1024),
        ).not.toContain(true);
        expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
        for (const { ruleId, ruleIndex, locations } of results) {
          expect(rules[ruleIndex]!.id).toBe(ruleId);
          expect(locations.length).toBe(1);
          const { artifactLocation, region = {} } = locations[0]!.physicalLocation;
          expect(artifactLocation.uri).toMatch(/^(?![/])(?!.*(?:^|\/)\.\.(?:\/|$))[!-~]+$/u);
          const { startLine = 0, startColumn = 1, endLine = startLine, endColumn } = region;
          expect(endLine).toBeGreaterThanOrEqual(startLine);
          if (endColumn !== undefined && endLine === startLine) {
            expect(endColumn).toBeGreaterThanOrEqual(startColumn);
          }
        }
        const prints = results.map(
          ({ ruleId, partialFingerprints }) => `${ruleId} ${JSON.stringify(partialFingerprints)}`,
        );
        expect(new Set(prints).size).toBe(prints.length);
        expect(invocations[0]!.executionSuccessful).toBe(report.problems.length === 0);
      }),
    );
  });
});
