import type { Citation, Finding } from '../core/finding.ts';
import type { Problem } from '../core/problem.ts';
import type { ReportTail, WaivedFinding } from '../core/report.ts';
import { utf8Length } from './byte-places.ts';
import { visible } from './cells.ts';
import { guarded } from './guard.ts';
import { isGuess, rankOf } from './level.ts';
import { escapeMarkdown } from './markdown-escape.ts';
import { once } from '../core/once.ts';
import type { Format } from './options.ts';
import { PLAIN } from './options.ts';
import { repoPath } from './repo-path.ts';
import { cut, shortName, sourceOf, wrongOf } from './sentences.ts';
import type { ShownPost } from './shown.ts';
import { shownPost } from './shown.ts';
import { NO_POSTS, count, counted, summaryLine } from './summary.ts';
import { dateInWords } from './when.ts';
import { keepWorst } from './worst.ts';

/** GitHub refuses a summary of more than 1 MiB; what comes round the tables takes little. */
const MOST_BYTES = 1_000_000;
/** Nobody reads on, and a browser grows slow. */
const MOST_FINDINGS = 1000;
const MOST_OTHERS = 200;
const LONGEST_CELL = 300;

const cell = (text: string): string => escapeMarkdown(cut(text, LONGEST_CELL));

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const placeIn = ({ path }: ShownPost, line: number): string => cell(`${path}:${line}`);

const clauseOf = (citation: Citation, isOneOfMany: boolean): string =>
  sourceOf(isOneOfMany ? citation : { ...citation, policy: '' });

const findingRow = (finding: Finding, shown: ShownPost, isOneOfMany: boolean): string =>
  row([
    `${finding.severity}${isGuess(finding) ? ' (a guess)' : ''}`,
    placeIn(shown, shown.place(finding).start.line),
    cell(shortName(finding.rule)),
    cell(clauseOf(finding.citation, isOneOfMany)),
    cell(wrongOf(finding)),
  ]);

const waiverRow = ({ finding, waiver }: WaivedFinding, shown: ShownPost): string => {
  const { reason, approvedBy, role, expires } = waiver;
  return row([
    placeIn(shown, shown.place(finding).start.line),
    cell(shortName(finding.rule)),
    cell(shown.inWaiver(reason)),
    cell(shown.inWaiver(role === undefined ? approvedBy : `${approvedBy}, ${role}`)),
    cell(dateInWords(expires)),
  ]);
};

const problemItem = ({ file, line, message }: Problem): string => {
  const place = line === undefined ? repoPath(file) : `${repoPath(file)}:${line}`;
  return `- ${cell(visible(place))}: ${cell(message)}`;
};

/** A heading with what stands below it; as much of that as there is room for. */
interface Section {
  readonly title: string;
  readonly head: readonly string[];
  readonly lines: readonly string[];
  /** What is left out already. */
  readonly dropped: number;
  /** Said of what is left out. */
  readonly rest: (missing: number) => string;
}

const table = (...columns: readonly string[]): readonly string[] => [
  row(columns),
  row(columns.map(() => '---')),
];

const sectionLines = (section: Section, room: number): readonly string[] => {
  const { title, head, lines, dropped, rest } = section;
  if (lines.length + dropped === 0) return [];
  let used = 0;
  const fits = lines.findIndex((line) => (used += utf8Length(line) + 1) > room);
  const shown = fits === -1 ? lines : lines.slice(0, fits);
  const missing = lines.length - shown.length + dropped;
  return ['', `### ${title}`, '', ...head, ...shown, ...(missing > 0 ? ['', rest(missing)] : [])];
};

const problemSection = (title: string, list: readonly Problem[], what: string): Section => ({
  title,
  head: [],
  lines: list.slice(0, MOST_OTHERS).map(problemItem),
  dropped: Math.max(0, list.length - MOST_OTHERS),
  rest: (missing) => `And ${counted(missing, `more ${what}`)}.`,
});

const sizeOf = (lines: readonly string[]): number =>
  lines.reduce((bytes, line) => bytes + utf8Length(line) + 1, 0);

/** For the page of a run of GitHub Actions, in Markdown: at most 1 MiB, the least serious left out. */
export const jobSummary: Format = ({ policies }, { reveal }) => {
  const tally = { ...NO_POSTS };
  const findings = keepWorst<string>(MOST_FINDINGS);
  const waivers = keepWorst<string>(MOST_OTHERS);
  const others = (tail: ReportTail): readonly Section[] => [
    problemSection('Could not be read', tail.problems, 'problem'),
    {
      title: 'Exceptions in force',
      head: table('Where', 'Rule', 'Reason', 'Approved by', 'Until'),
      lines: waivers.items(),
      dropped: waivers.dropped(),
      rest: (missing) => `And ${counted(missing, 'more exception')}.`,
    },
    problemSection('Notices', tail.notices, 'notice'),
  ];
  return {
    post: (judged) => {
      count(tally, judged);
      const shown = once(() => shownPost(judged, reveal));
      for (const finding of judged.findings) {
        findings.add(rankOf(finding), () => findingRow(finding, shown(), policies.length > 1));
      }
      for (const one of judged.waived) waivers.add(0, () => waiverRow(one, shown()));
      return '';
    },
    end: (tail) => {
      const title = ['## Social-media posts', '', ...summaryLine(tally, tail, 10_000, PLAIN)];
      const [problems = [], ...behind] = others(tail).map((section) =>
        sectionLines(section, MOST_BYTES / 5),
      );
      const found: Section = {
        title: 'Findings',
        head: table('', 'Where', 'Rule', 'Clause', 'Message'),
        lines: findings.items(),
        dropped: findings.dropped(),
        rest: (missing) =>
          `And ${counted(missing, 'less serious finding')}, which this page leaves out.`,
      };
      const room = MOST_BYTES - sizeOf([...title, ...problems, ...behind.flat()]);
      const all = [...title, ...problems, ...sectionLines(found, room), ...behind.flat()];
      return guarded(all);
    },
  };
};
