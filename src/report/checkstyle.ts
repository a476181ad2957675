import type { Notice, Problem } from '../core/problem.ts';
import type { Severity } from '../core/severity.ts';
import { levelOf } from './level.ts';
import type { Format } from './options.ts';
import type { FileStretch } from './place.ts';
import { repoPath } from './repo-path.ts';
import { sentencesOf } from './sentences.ts';
import { shownPost, shownText } from './shown.ts';
import { XML_DECLARATION, element, opening } from './xml.ts';

/** Of the format, which readers take for Checkstyle’s own: the one that other linters name. */
const VERSION = '4.3';

interface Entry {
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly severity: Severity;
  readonly message: string;
  readonly source: string;
}

/** The beginning of a line is where a reader looks when no column is given. */
const placed = ({ start: { line, column }, isExact }: FileStretch) => ({
  line,
  column: isExact ? column : undefined,
});

const ofProblem = ({ line, column, message }: Problem, source: string, severity: Severity) => ({
  line,
  column: line === undefined ? undefined : column,
  severity,
  message: shownText(message) || source,
  source,
});

const ofNotice = (notice: Notice) => ofProblem(notice, `policy-lint/${notice.kind}`, 'info');

/** For readers of Checkstyle’s reports: what each file has, without what somebody answers for. */
export const checkstyle: Format = ({ policies }, { reveal }) => {
  let open: string | undefined;
  const head = `${XML_DECLARATION}\n${opening('checkstyle', { version: VERSION })}\n`;
  let before = head;
  const close = (): string => (open === undefined ? '' : ' </file>\n');
  const write = (file: string, entries: readonly Entry[]): string => {
    let written = before;
    before = '';
    if (file !== open) {
      written += `${close()} ${opening('file', { name: file })}\n`;
      open = file;
    }
    return written + entries.map((entry) => `  ${element('error', { ...entry })}\n`).join('');
  };
  return {
    post: (judged) => {
      if (judged.findings.length === 0) return '';
      const shown = shownPost(judged, reveal);
      const entries = judged.findings.map((finding) => ({
        ...placed(shown.place(finding)),
        severity: levelOf(finding),
        message: sentencesOf(finding, { judged, shown, policies }).join(' '),
        source: finding.rule,
      }));
      return write(shown.path, entries);
    },
    end: ({ problems, notices }) => {
      const rest = [
        ...problems.map(
          (one) => [one.file, ofProblem(one, 'policy-lint/unreadable', 'error')] as const,
        ),
        ...notices.map((one) => [one.file, ofNotice(one)] as const),
      ].map(([file, entry]) => write(shownText(repoPath(file)), [entry]));
      return `${rest.join('')}${before}${close()}</checkstyle>\n`;
    },
  };
};
