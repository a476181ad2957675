import type { Finding } from '../core/finding.ts';
import type { Notice, Problem } from '../core/problem.ts';
import type { Severity } from '../core/severity.ts';
import { createIdentities } from './identity.ts';
import { toJson } from './json.ts';
import { levelOf } from './level.ts';
import type { Format } from './options.ts';
import { repoPath } from './repo-path.ts';
import type { Context } from './sentences.ts';
import { plain, sentencesOf } from './sentences.ts';
import { shownPost, shownText } from './shown.ts';

type GitlabSeverity = 'info' | 'minor' | 'major' | 'critical';

/** A post can be put right before it goes out: nothing in it is critical or blocks. */
const LEVELS: Readonly<Record<Severity, GitlabSeverity>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
};

interface Entry {
  readonly description: string;
  readonly check_name: string;
  /** GitLab shows one of several entries that share it. */
  readonly fingerprint: string;
  readonly severity: GitlabSeverity;
  readonly location: {
    readonly path: string;
    readonly lines: { readonly begin: number; readonly end?: number };
  };
}

/** What a post could not be read for hides whatever is wrong with it: the worst that GitLab knows of us. */
const ofProblem = (
  { file, line = 1, message }: Problem,
  checkName: string,
  severity: GitlabSeverity,
  fingerprint: string,
): Entry => ({
  description: plain(message, checkName),
  check_name: checkName,
  fingerprint,
  severity,
  location: { path: shownText(repoPath(file)), lines: { begin: line } },
});

const ofFinding = (finding: Finding, context: Context, fingerprint: string): Entry => {
  const { path, place } = context.shown;
  const { start, end } = place(finding);
  return {
    description: sentencesOf(finding, context).join(' '),
    check_name: plain(finding.rule, 'rule'),
    fingerprint,
    severity: LEVELS[levelOf(finding)],
    location: {
      path,
      lines: { begin: start.line, ...(end && end.line > start.line && { end: end.line }) },
    },
  };
};

/** For the Code Quality reports of GitLab: a list, one entry a line. */
export const gitlab: Format = ({ policies }, { reveal }) => {
  const identify = createIdentities();
  const fingerprint = (...key: readonly string[]): string => {
    const { hash, ordinal } = identify(...key);
    return `${hash}-${ordinal}`;
  };
  let before = '[';
  const written = (entries: readonly Entry[]): string =>
    entries
      .map((entry) => {
        const line = `${before}\n  ${toJson(entry)}`;
        before = ',';
        return line;
      })
      .join('');
  return {
    post: (judged) => {
      if (judged.findings.length === 0) return '';
      const context = { judged, shown: shownPost(judged, reveal), policies };
      return written(
        judged.findings.map((finding) => {
          const unique = fingerprint('finding', judged.fingerprint, finding.rule);
          return ofFinding(finding, context, unique);
        }),
      );
    },
    end: ({ problems, notices }) => {
      const ofNotice = (notice: Notice): Entry =>
        ofProblem(
          notice,
          notice.kind,
          'info',
          fingerprint('notice', notice.kind, notice.file, notice.message),
        );
      const rest = written([
        ...problems.map((problem) =>
          ofProblem(
            problem,
            'unreadable-input',
            'critical',
            fingerprint('problem', problem.file, problem.message),
          ),
        ),
        ...notices.map(ofNotice),
      ]);
      return `${rest}${before === '[' ? '[]' : '\n]'}\n`;
    },
  };
};
