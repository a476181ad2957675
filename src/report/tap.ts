import type { Finding } from '../core/finding.ts';
import type { Notice, Problem } from '../core/problem.ts';
import type { JudgedPost } from '../core/report.ts';
import { toJson } from './json.ts';
import type { Format, ReportOptions } from './options.ts';
import { isFailing, skippedBecause } from './passing.ts';
import { sourceOf } from './sentences.ts';
import type { ShownPost } from './shown.ts';
import { shownPost, shownText } from './shown.ts';

/** A `#` would begin a directive. */
const escaped = (shown: string): string => shown.replace(/[\\#]/gu, '\\$&');

type Value = string | number | undefined;

/** JSON’s strings and numbers are YAML’s; a value on its line needs no more. */
const entries = (values: Readonly<Record<string, Value>>, lead: string): readonly string[] =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(
      ([key, value], index) =>
        `${index === 0 ? lead : ' '.repeat(lead.length)}${key}: ${toJson(value)}`,
    );

const block = (lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['---', ...lines, '...'].map((line) => `  ${line}`);

const findingLines = (finding: Finding, shown: ShownPost, status: string): readonly string[] => {
  const { start, isExact, cell } = shown.place(finding);
  return entries(
    {
      status,
      severity: finding.severity,
      confidence: finding.confidence,
      rule: shownText(finding.rule),
      message: shownText(finding.message),
      advice: finding.advice === undefined ? undefined : shownText(finding.advice),
      clause: sourceOf(finding.citation),
      file: shown.file,
      line: start.line,
      column: isExact ? start.column : undefined,
      cell: cell === undefined ? undefined : shown.words(cell),
    },
    '  - ',
  );
};

const details = (judged: JudgedPost, shown: ShownPost): readonly string[] => {
  const lines = [
    ...judged.findings.flatMap((finding) => findingLines(finding, shown, 'open')),
    ...judged.waived.flatMap(({ finding }) => findingLines(finding, shown, 'waived')),
    ...judged.known.flatMap((finding) => findingLines(finding, shown, 'known')),
  ];
  return block(lines.length === 0 ? [] : ['findings:', ...lines]);
};

const postLines = (judged: JudgedPost, number: number, options: ReportOptions) => {
  const shown = shownPost(judged, options.reveal);
  const isFailed = judged.findings.some((finding) => isFailing(finding, options));
  const why = skippedBecause(judged, shown);
  const name = shown.id === '' ? `record ${judged.post.origin.record}` : shown.id;
  const title = `${number} - ${escaped(`${shown.file} › ${name}`)}`;
  return [
    `${isFailed ? 'not ok' : 'ok'} ${title}${why === undefined ? '' : ` # SKIP ${escaped(why)}`}`,
    ...details(judged, shown),
  ];
};

const placeOf = ({ file, line, column }: Problem): string =>
  [shownText(file), line, line === undefined ? undefined : column]
    .filter((piece) => piece !== undefined)
    .join(':');

const problemLines = (problem: Problem, number: number): readonly string[] => [
  `not ok ${number} - ${escaped(placeOf(problem))} could not be read`,
  ...block(entries({ message: shownText(problem.message) }, '')),
];

const noticeLine = (notice: Notice): string =>
  `# ${notice.kind}: ${placeOf(notice)}: ${shownText(notice.message)}`;

const joined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** The Test Anything Protocol, version 14: a test for each post, and how many there were at the end. */
export const tap: Format = ({ tool }, options) => {
  let tests = 0;
  let before: readonly string[] = [
    'TAP version 14',
    `# ${shownText(`${tool.name} ${tool.version}`)}`,
  ];
  const begun = (lines: readonly string[]): string => {
    const written = joined([...before, ...lines]);
    before = [];
    return written;
  };
  return {
    post: (judged) => begun(postLines(judged, (tests += 1), options)),
    end: ({ problems, notices }) => {
      const unread = problems.flatMap((problem) => problemLines(problem, (tests += 1)));
      const plan = tests === 0 ? '1..0 # SKIP nothing to check' : `1..${tests}`;
      return begun([...unread, ...notices.map(noticeLine), plan]);
    },
  };
};
