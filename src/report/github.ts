import type { Finding } from '../core/finding.ts';
import type { Notice, Problem } from '../core/problem.ts';
import type { Severity } from '../core/severity.ts';
import { visible } from './cells.ts';
import { guarded } from './guard.ts';
import { isGuess, levelOf, rankOf } from './level.ts';
import { once } from '../core/once.ts';
import type { Format } from './options.ts';
import { PLAIN } from './options.ts';
import type { FileStretch } from './place.ts';
import { repoPath } from './repo-path.ts';
import type { Context } from './sentences.ts';
import { plain, sentencesOf, shortName } from './sentences.ts';
import { shownPost } from './shown.ts';
import { NO_POSTS, count, counted, summaryLine } from './summary.ts';
import { keepWorst } from './worst.ts';

/** Of each kind and step; GitHub drops the rest without a word. */
const MOST = 10;

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

type Properties = Readonly<Record<string, string | number | undefined>>;

const annotation = (
  level: Severity,
  properties: Properties,
  sentences: readonly string[],
): string => {
  const given = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[level]} ${given.join(',')}::${escapeData(sentences.join('\n'))}\n`;
};

/** GitHub takes columns only of a single line, and the last one as inside. */
const placeProperties = ({ start, end, isExact }: FileStretch): Properties => {
  if (!isExact) return { line: start.line };
  const isOneLine = end === undefined || end.line === start.line;
  const isLineEnd = end !== undefined && !isOneLine && end.column === 1;
  return {
    line: start.line,
    endLine: end && (isLineEnd ? end.line - 1 : end.line),
    col: isOneLine ? start.column : undefined,
    endColumn: end && isOneLine ? Math.max(start.column, end.column - 1) : undefined,
  };
};

const ofFinding = (finding: Finding, context: Context): string => {
  const { path, place } = context.shown;
  const title = `${shortName(finding.rule)}${isGuess(finding) ? ' (a guess)' : ''}`;
  return annotation(
    levelOf(finding),
    { file: path, ...placeProperties(place(finding)), title },
    sentencesOf(finding, context),
  );
};

const ofProblem = (
  level: Severity,
  { file, line, column, message }: Problem,
  title: string,
): string =>
  annotation(
    level,
    {
      file: visible(repoPath(file)),
      line,
      col: line === undefined ? undefined : column,
      title,
    },
    [plain(message, title)],
  );

const ofNotice = (notice: Notice): string =>
  ofProblem('info', notice, notice.kind.replaceAll('-', ' '));

/** What has no annotation is counted, so that nobody takes ten for all. */
const unshown = (findings: number, problems: number, notices: number): readonly string[] => {
  const kinds = [
    problems > 0 && counted(problems, 'problem'),
    findings > 0 && counted(findings, 'finding'),
    notices > 0 && counted(notices, 'notice'),
  ].filter((words) => words !== false);
  if (kinds.length === 0) return [];
  return [
    `Not annotated: ${kinds.join(', ')}. GitHub shows ${MOST} of each kind; --format text shows all.`,
  ];
};

/** Annotations for GitHub Actions: the worst and surest first, then a line that says how it went. */
export const github: Format = ({ policies }, { reveal }) => {
  const kept = {
    error: keepWorst<string>(MOST),
    warning: keepWorst<string>(MOST),
    info: keepWorst<string>(MOST),
  };
  const tally = { ...NO_POSTS };
  let findings = 0;
  return {
    post: (judged) => {
      count(tally, judged);
      const shown = once(() => shownPost(judged, reveal));
      for (const finding of judged.findings) {
        findings += 1;
        kept[levelOf(finding)].add(rankOf(finding), () =>
          ofFinding(finding, { judged, shown: shown(), policies }),
        );
      }
      return '';
    },
    end: (tail) => {
      const problems = tail.problems
        .slice(0, MOST)
        .map((problem) => ofProblem('error', problem, 'Could not be read'));
      const errors = kept.error.items().slice(0, MOST - problems.length);
      const warnings = kept.warning.items();
      const infos = kept.info.items();
      const notices = tail.notices.slice(0, MOST - infos.length).map(ofNotice);
      const shown = errors.length + warnings.length + infos.length;
      const lines = [
        ...unshown(
          findings - shown,
          tail.problems.length - problems.length,
          tail.notices.length - notices.length,
        ),
        ...summaryLine(tally, tail, 200, PLAIN),
      ];
      return [...problems, ...errors, ...warnings, ...infos, ...notices, guarded(lines)].join('');
    },
  };
};
