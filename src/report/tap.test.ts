import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { anyReport } from '../../test/support/any-report.ts';
import { MIXED } from '../../test/support/mixed-report.ts';
import { judged, reportOf } from '../../test/support/oakfield-report.ts';
import { PLAIN, renderWith } from './options.ts';
import { tap as format } from './tap.ts';

const tap = renderWith(format);
const options = { width: 80, reveal: false, paint: PLAIN };

/** A test line: nothing but a directive of ours stands behind a hash that is not escaped. */
const TEST =
  /^(?<not>not )?ok (?<number>\d+) - (?:[^\\#]|\\[\\#])*(?<skip># SKIP (?:[^\\#]|\\[\\#])*)?$/u;

interface Test {
  readonly number: number;
  readonly outcome: string;
  readonly details: unknown;
}

/** A reader of our own, which refuses every line that the protocol does not know. */
const readTap = (written: string): { plan: string; tests: readonly Test[] } => {
  const [version, ...lines] = written.trimEnd().split('\n');
  expect(version).toBe('TAP version 14');
  const plan = lines.pop()!;
  const tests: Test[] = [];
  let block: string[] | undefined;
  for (const line of lines) {
    const found = TEST.exec(line)?.groups;
    if (block && line === '  ...') {
      tests.push({ ...tests.pop()!, details: parse(block.join('\n')) });
      block = undefined;
    } else if (block) {
      expect(line).toMatch(/^ {2}\S| {4}/u);
      block.push(line.slice(2));
    } else if (line === '  ---') block = [];
    else if (found) {
      const outcome = found['skip'] ? 'skipped' : found['not'] ? 'failed' : 'passed';
      tests.push({ number: Number(found['number']), outcome, details: undefined });
    } else expect(line).toMatch(/^# /u);
  }
  return { plan, tests };
};

describe('tap', () => {
  it('has a test for each post and for what was not read, names masked', () => {
    expect(tap(MIXED, options)).toMatchInlineSnapshot(`
      "TAP version 14
      # policy-lint 1.2.3
      not ok 1 - queue.csv › o•••-d•••
        ---
        findings:
          - status: "open"
            severity: "error"
            confidence: "certain"
            rule: "oakfield-2026/no-child-names"
            message: "This post names a child."
            advice: "Write about the class or the team instead."
            clause: "oakfield-2026, Photographs and names, 4.2"
            file: "queue.csv"
            line: 2
            column: 28
            cell: "Message"
          - status: "open"
            severity: "warning"
            confidence: "likely"
            rule: "oakfield-2026/no-other-handles"
            message: "This handle has not been approved."
            advice: "Leave the handle out, or ask for it to be approved."
            clause: "oakfield-2026, Accounts, 2.1"
            file: "queue.csv"
            line: 3
            column: 9
            cell: "Message"
          - status: "open"
            severity: "warning"
            confidence: "certain"
            rule: "oakfield-2026/school-hours"
            message: "This post goes out after hours."
            advice: "Post it on the next working day."
            clause: "oakfield-2026, When we post, 3.3"
            file: "queue.csv"
            line: 2
          - status: "open"
            severity: "error"
            confidence: "certain"
            rule: "oakfield-2026/no-child-names"
            message: "This post names a child."
            advice: "Write about the class or the team instead."
            clause: "oakfield-2026, Photographs and names, 4.2"
            file: "queue.csv"
            line: 2
        ...
      ok 2 - queue.csv › queue.csv\\#2
      ok 3 - queue.csv › queue.csv\\#3
        ---
        findings:
          - status: "open"
            severity: "error"
            confidence: "possible"
            rule: "oakfield-2026/no-child-names"
            message: "This post names a child."
            advice: "Write about the class or the team instead."
            clause: "oakfield-2026, Photographs and names, 4.2"
            file: "queue.csv"
            line: 6
            column: 21
        ...
      ok 4 - queue.csv › queue.csv\\#4 # SKIP exception until 30 Nov 2026, approved by A. Reed: O•••’s parents wait for news from the residential
        ---
        findings:
          - status: "waived"
            severity: "warning"
            confidence: "certain"
            rule: "oakfield-2026/school-hours"
            message: "This post goes out after hours."
            advice: "Post it on the next working day."
            clause: "oakfield-2026, When we post, 3.3"
            file: "queue.csv"
            line: 7
          - status: "known"
            severity: "warning"
            confidence: "certain"
            rule: "oakfield-2026/no-other-handles"
            message: "This handle has not been approved."
            advice: "Leave the handle out, or ask for it to be approved."
            clause: "oakfield-2026, Accounts, 2.1"
            file: "queue.csv"
            line: 7
            column: 18
        ...
      ok 5 - queue.csv › queue.csv\\#5 # SKIP the same words as record 2, where they are judged
      not ok 6 - queue.csv:9:4 could not be read
        ---
        message: "The time cannot be read."
        ...
      # same-minute: queue.csv:8: Two posts go out at one minute.
      1..6
      "
    `);
  });

  it('escapes what would begin a directive', () => {
    const post = judged('Hello', {
      post: { id: 'day #3 # SKIP \\', origin: { file: 'a#b', line: 1, record: 1 } },
    });
    expect(tap(reportOf([post]), options).split('\n')[2]).toBe(
      String.raw`ok 1 - a\#b › day \#3 \# SKIP \\`,
    );
  });

  it('fails posts from the severity on that fails the run', () => {
    const outcomes = (failOn: 'error' | 'info') =>
      readTap(tap(MIXED, { ...options, failOn })).tests.map(({ outcome }) => outcome);
    const rest = ['passed', 'passed', 'skipped', 'skipped', 'failed'];
    expect([outcomes('error'), outcomes('info')]).toEqual([
      ['failed', ...rest],
      ['failed', ...rest],
    ]);
  });

  it('says so when there is nothing to check', () => {
    expect(tap(reportOf([]), options)).toBe(
      'TAP version 14\n# policy-lint 1.2.3\n1..0 # SKIP nothing to check\n',
    );
  });

  it('can be read, whatever is reported', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { plan, tests } = readTap(tap(report, options));
        const total = report.posts.length + report.problems.length;
        expect(plan).toBe(total === 0 ? '1..0 # SKIP nothing to check' : `1..${total}`);
        expect(tests.map(({ number }) => number)).toEqual(
          Array.from({ length: total }, (_, index) => index + 1),
        );
        const told = tests.map(
          ({ details }) => (details as { findings?: unknown[] } | undefined)?.findings?.length ?? 0,
        );
        expect(told).toEqual([
          ...report.posts.map(
            ({ findings, waived, known }) => findings.length + waived.length + known.length,
          ),
          ...report.problems.map(() => 0),
        ]);
      }),
    );
  });
});
