import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyReport } from '../../test/support/any-report.ts';
import { MIXED } from '../../test/support/mixed-report.ts';
import { judged, reportOf } from '../../test/support/oakfield-report.ts';
import type { Seen } from '../../test/support/xml.ts';
import { mistakesIn, parseElements, withDescendants } from '../../test/support/xml.ts';
import type { Report } from '../core/report.ts';
import { junit as format } from './junit.ts';
import { PLAIN, renderWith } from './options.ts';

const junit = renderWith(format);
const options = { width: 80, reveal: false, paint: PLAIN };

const suitesIn = (written: string): readonly Seen[] =>
  parseElements(written, 'xml').flatMap(({ children }) => children);

const casesIn = (written: string): readonly Seen[] =>
  suitesIn(written).flatMap(({ children }) => children);

const outcomeOf = ({ children }: Seen): string =>
  children.map(({ name }) => name).find((name) => name !== 'system-out') ?? 'passed';

describe('junit', () => {
  it('tells failed, passed, skipped and unread posts, names masked', () => {
    expect(junit(MIXED, options)).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="policy-lint">
      <testsuite name="queue.csv" tests="5" failures="1" errors="0" skipped="2" time="0">
      <testcase classname="queue.csv" name="o•••-d•••" time="0"><failure message="This post names a child. (and 1 more)" type="oakfield-2026/no-child-names">queue.csv:2:28: error oakfield-2026/no-child-names: This post names a child. (oakfield-2026 Photographs and names 4.2) Write about the class or the team instead.
      queue.csv:2:1: error oakfield-2026/no-child-names: This post names a child. (oakfield-2026 Photographs and names 4.2) Write about the class or the team instead.</failure><system-out>queue.csv:3:9: warning oakfield-2026/no-other-handles: This handle has not been approved. (oakfield-2026 Accounts 2.1) Leave the handle out, or ask for it to be approved.
      queue.csv:2:1: warning oakfield-2026/school-hours: This post goes out after hours. (oakfield-2026 When we post 3.3) Post it on the next working day.</system-out></testcase>
      <testcase classname="queue.csv" name="queue.csv#2" time="0"/>
      <testcase classname="queue.csv" name="queue.csv#3" time="0"><system-out>queue.csv:6:21: error (a guess) oakfield-2026/no-child-names: This post names a child. (oakfield-2026 Photographs and names 4.2) Write about the class or the team instead.</system-out></testcase>
      <testcase classname="queue.csv" name="queue.csv#4" time="0"><skipped message="exception until 30 Nov 2026, approved by A. Reed: O•••’s parents wait for news from the residential"/><system-out>exception until 30 Nov 2026 for oakfield-2026/school-hours, approved by A. Reed: O•••’s parents wait for news from the residential
      known from the baseline: queue.csv:7:18: warning oakfield-2026/no-other-handles: This handle has not been approved. (oakfield-2026 Accounts 2.1)</system-out></testcase>
      <testcase classname="queue.csv" name="queue.csv#5" time="0"><skipped message="the same words as record 2, where they are judged"/></testcase>
      </testsuite>
      <testsuite name="could not be read" tests="1" failures="0" errors="1" skipped="0" time="0">
      <testcase classname="queue.csv" name="line 9:4 could not be read" time="0"><error message="The time cannot be read." type="unreadable">queue.csv:9:4: The time cannot be read.</error></testcase>
      </testsuite>
      </testsuites>
      "
    `);
  });

  it('fails posts from the severity on that fails the run', () => {
    const outcomes = (failOn?: 'error' | 'warning' | 'info') =>
      casesIn(junit(MIXED, { ...options, ...(failOn && { failOn }) })).map(outcomeOf);
    expect(outcomes()).toEqual(['failure', 'passed', 'passed', 'skipped', 'skipped', 'error']);
    const [warned] = MIXED.posts;
    const onlyWarned = reportOf([{ ...warned!, findings: warned!.findings.slice(1, 3) }]);
    expect(casesIn(junit(onlyWarned, options)).map(outcomeOf)).toEqual(['passed']);
    expect(casesIn(junit(onlyWarned, { ...options, failOn: 'warning' })).map(outcomeOf)).toEqual([
      'failure',
    ]);
  });

  it('says it where Jenkins looks and where GitLab looks', () => {
    const [failed] = casesIn(junit(MIXED, options));
    const [failure] = failed!.children;
    expect(failure!.attributes).toEqual({
      message: 'This post names a child. (and 1 more)',
      type: 'oakfield-2026/no-child-names',
    });
    expect(failure!.text.split('\n')).toHaveLength(2);
    expect(failure!.text).toContain('queue.csv:2:28: error oakfield-2026/no-child-names');
  });

  it('tells a file of many posts in several suites, and keeps no more than one of them', () => {
    const writer = format(MIXED, options);
    const posts = Array.from({ length: 2500 }, (_, index) =>
      judged('Hello', { post: { id: `post ${index % 10}` } }),
    );
    const pieces = posts.map(writer.post);
    const written = pieces.join('') + writer.end(reportOf([]));
    expect(pieces.filter((piece) => piece !== '')).toHaveLength(2);
    expect(suitesIn(written).map(({ attributes }) => attributes)).toEqual(
      [1000, 1000, 500].map((tests, index) => ({
        name: `queue/2026-11-23.yml${index === 0 ? '' : ` (${index + 1})`}`,
        tests: String(tests),
        failures: '0',
        errors: '0',
        skipped: '0',
        time: '0',
      })),
    );
    const names = casesIn(written).map(({ attributes }) => attributes['name']);
    expect(new Set(names).size).toBe(2500);
  });

  it('is whole without a post', async () => {
    const written = junit(reportOf([]), options);
    expect(suitesIn(written)).toEqual([]);
    expect(await mistakesIn([written], 'junit-10.xsd')).toEqual([]);
  });
});

/** The same posts again, as when a file is named twice. */
const twice = (report: Report): Report => ({
  ...report,
  posts: [...report.posts, ...report.posts],
});

describe('junit of any report', () => {
  it('fits the schema of Jenkins’s xUnit plugin', async () => {
    const written = fc.sample(anyReport, 100).map((report) => junit(report, options));
    expect(await mistakesIn([junit(MIXED, options), ...written], 'junit-10.xsd')).toEqual([]);
  });

  it('has a schema that refuses what readers would not understand', async () => {
    const written = junit(MIXED, options);
    const broken = [
      written.replace(' tests=', ' test='),
      written.replace('<failure', '<failed').replace('</failure', '</failed'),
      written.replace('</testsuites>', ''),
    ];
    const mistakes = await Promise.all(broken.map((one) => mistakesIn([one], 'junit-10.xsd')));
    expect(mistakes.map((list) => list.length > 0)).toEqual([true, true, true]);
  });

  it('has a test for each post and each problem, each with a name of its own, and counts them', () => {
    fc.assert(
      fc.property(anyReport.map(twice), (report) => {
        const written = junit(report, options);
        const cases = casesIn(written);
        const names = cases.map(({ attributes }) => JSON.stringify(attributes));
        expect(names).toHaveLength(report.posts.length + report.problems.length);
        expect(new Set(names).size).toBe(names.length);
        for (const { attributes, children } of suitesIn(written)) {
          const outcomes = children.map(outcomeOf);
          const count = (outcome: string): string =>
            String(outcomes.filter((one) => one === outcome).length);
          expect(attributes).toMatchObject({
            tests: String(outcomes.length),
            failures: count('failure'),
            errors: count('error'),
            skipped: count('skipped'),
          });
        }
      }),
    );
  });

  it('holds no element but its own', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const [root] = parseElements(junit(report, options), 'xml');
        const names = new Set(withDescendants(root!).map(({ name }) => name));
        const own = ['testsuites', 'testsuite', 'testcase', 'failure', 'error', 'skipped'];
        expect([...names].filter((name) => ![...own, 'system-out'].includes(name))).toEqual([]);
      }),
    );
  });
});
