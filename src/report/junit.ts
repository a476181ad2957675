import type { Finding } from '../core/finding.ts';
import type { Problem } from '../core/problem.ts';
import type { JudgedPost, WaivedFinding } from '../core/report.ts';
import { lineOf } from './compact.ts';
import { guarded } from './guard.ts';
import type { Outcome, TestCase } from './junit-suites.ts';
import { createSuites } from './junit-suites.ts';
import type { Format, ReportOptions } from './options.ts';
import { isFailing, skippedBecause } from './passing.ts';
import { repoPath } from './repo-path.ts';
import type { ShownPost } from './shown.ts';
import { shownPost, shownText } from './shown.ts';
import { XML_DECLARATION, element, escapeXml, opening } from './xml.ts';
import { dateInWords } from './when.ts';

const UNREAD = 'could not be read';

/** Some services print it to their logs: no line of it is a command. */
const content = (lines: readonly string[]): string => guarded(lines.map(escapeXml)).slice(0, -1);

/** Jenkins shows the message, GitLab what stands inside: each says it all. */
const told = (name: string, message: string, type: string, lines: readonly string[]): string =>
  element(name, { message, type }, [content(lines)]);

const failure = (failing: readonly Finding[], lines: readonly string[]): string => {
  const [first, ...rest] = failing;
  const more = rest.length === 0 ? '' : ` (and ${rest.length} more)`;
  return told('failure', `${shownText(first!.message)}${more}`, first!.rule, lines);
};

const waiverLine = ({ finding, waiver }: WaivedFinding, { inWaiver }: ShownPost): string => {
  const until = shownText(dateInWords(waiver.expires));
  return `exception until ${until} for ${shownText(finding.rule)}, approved by ${inWaiver(waiver.approvedBy)}: ${inWaiver(waiver.reason)}`;
};

const testCaseOf = (judged: JudgedPost, options: ReportOptions): TestCase => {
  const shown = shownPost(judged, options.reveal);
  const { path: file, id } = shown;
  const lineWithAdvice = (finding: Finding): string => {
    const line = lineOf(finding, judged, file);
    return finding.advice === undefined ? line : `${line} ${shownText(finding.advice)}`;
  };
  const failing = judged.findings.filter((finding) => isFailing(finding, options));
  const passing = judged.findings.filter((finding) => !isFailing(finding, options));
  const skipped = failing.length === 0 ? skippedBecause(judged, shown) : undefined;
  const other = [
    ...passing.map(lineWithAdvice),
    ...judged.waived.map((one) => waiverLine(one, shown)),
    ...judged.known.map((finding) => `known from the baseline: ${lineOf(finding, judged, file)}`),
  ];
  const outcome: Outcome = failing.length > 0 ? 'failed' : skipped ? 'skipped' : 'passed';
  const children = [
    ...(failing.length > 0 ? [failure(failing, failing.map(lineWithAdvice))] : []),
    ...(skipped ? [element('skipped', { message: skipped })] : []),
    ...(other.length > 0 ? [element('system-out', {}, [content(other)])] : []),
  ];
  const name = id === '' ? `record ${judged.post.origin.record}` : id;
  return { group: file, classname: file, name, outcome, children };
};

const unread = ({ file, line, column, message }: Problem): TestCase => {
  const place = [line, line === undefined ? undefined : column].filter((at) => at !== undefined);
  const [shown, said] = [shownText(repoPath(file)), shownText(message)];
  const where = [shown, ...place].join(':');
  return {
    group: UNREAD,
    classname: shown,
    name: place.length === 0 ? UNREAD : `line ${place.join(':')} ${UNREAD}`,
    outcome: 'unread',
    children: [told('error', said, 'unreadable', [`${where}: ${said}`])],
  };
};

/** For Jenkins, GitLab and their like: each post is a test, each file a suite of them. */
export const junit: Format = (_, options) => {
  const suites = createSuites();
  let before = `${XML_DECLARATION}\n${opening('testsuites', { name: 'policy-lint' })}\n`;
  const begun = (written: string): string => {
    const whole = written === '' ? '' : before + written;
    if (whole !== '') before = '';
    return whole;
  };
  return {
    post: (judged) => begun(suites.add(testCaseOf(judged, options))),
    end: ({ problems }) => {
      const rest = problems.map((problem) => suites.add(unread(problem))).join('');
      return `${before}${rest}${suites.end()}</testsuites>\n`;
    },
  };
};
