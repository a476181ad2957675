import type { Finding } from '../core/finding.ts';
import { partOfFinding } from '../core/parts.ts';
import type { Notice, Problem } from '../core/problem.ts';
import type { JudgedPost, ReportHead, ReportTail } from '../core/report.ts';
import type { Severity } from '../core/severity.ts';
import type { Span } from '../core/span.ts';
import type { BytePlace } from './byte-places.ts';
import { bytePlaces } from './byte-places.ts';
import { toJson } from './json.ts';
import { levelOf } from './level.ts';
import type { Mask } from './mask.ts';
import { once } from '../core/once.ts';
import type { Format, ReportOptions } from './options.ts';
import { repoPath } from './repo-path.ts';
import { plain, sentencesOf } from './sentences.ts';
import { shownPost, shownText } from './shown.ts';

/** Columns count bytes of UTF-8; `end` is behind the last one, or the last line where none is given. */
interface RdRange {
  readonly start: BytePlace;
  readonly end?: BytePlace;
}

/** A `Diagnostic` of reviewdog, as far as we fill it. */
export interface Diagnostic {
  readonly message: string;
  readonly location: { readonly path: string; readonly range?: RdRange };
  readonly severity: 'ERROR' | 'WARNING' | 'INFO';
  readonly code: { readonly value: string };
  readonly suggestions?: readonly { readonly range: RdRange; readonly text: string }[];
}

const LEVELS: Readonly<Record<Severity, Diagnostic['severity']>> = {
  error: 'ERROR',
  warning: 'WARNING',
  info: 'INFO',
};

type PlaceAt = (offset: number) => BytePlace;

/** Whole lines, where one of the two columns is not known. */
const wholeLines = (start: BytePlace, end: BytePlace): RdRange => {
  const isLineEnd = end.column === 1 && end.line > start.line;
  const last = isLineEnd ? end.line - 1 : end.line;
  return last === start.line
    ? { start: { line: start.line } }
    : { start: { line: start.line }, end: { line: last } };
};

const rangeOf = (span: Span, placeAt: PlaceAt): RdRange => {
  const [start, end] = [placeAt(span.start), placeAt(span.end)];
  return start.column === undefined || end.column === undefined
    ? wholeLines(start, end)
    : { start, end };
};

/**
 * Offered only where the whole text can be replaced in the file itself: in a draft, which holds
 * nothing but the text, and never when a name would have to be masked in what is proposed.
 */
const suggestionsIn = ({ post }: JudgedPost, mask: Mask) => {
  const { textLine, textColumn = 1, doublesQuotes, cells } = post.origin;
  const isAsItIs = textLine !== undefined && textColumn === 1 && !doublesQuotes && !cells;
  const whole = once(() => rangeOf({ start: 0, end: post.text.length }, bytePlaces(post)));
  // One change may settle many findings; it is as long as the post.
  const offered = new Set<string>();
  return (finding: Finding): Pick<Diagnostic, 'suggestions'> => {
    if (!isAsItIs || finding.where === 'at' || partOfFinding(finding) !== 'text') return {};
    const texts = finding.suggestions
      .map(({ text }) => text)
      .filter((text) => !offered.has(text) && mask.inText(text).length === 0);
    for (const text of texts) offered.add(text);
    return texts.length === 0
      ? {}
      : { suggestions: texts.map((text) => ({ range: whole(), text })) };
  };
};

/** The findings of one post. */
export const diagnosticsOf = (
  judged: JudgedPost,
  { policies }: ReportHead,
  { reveal }: Pick<ReportOptions, 'reveal'>,
): readonly Diagnostic[] => {
  const { post, findings } = judged;
  if (findings.length === 0) return [];
  const shown = shownPost(judged, reveal);
  const placeAt = bytePlaces(post);
  const suggestionsOf = suggestionsIn(judged, shown.mask);
  return findings.map((finding) => {
    const isInText = finding.range !== null && partOfFinding(finding) === 'text';
    const range =
      isInText && post.origin.textLine !== undefined
        ? rangeOf(finding.range, placeAt)
        : { start: { line: shown.place(finding).start.line } };
    return {
      message: sentencesOf(finding, { judged, shown, policies }).join('\n'),
      location: { path: shown.path, range },
      severity: LEVELS[levelOf(finding)],
      code: { value: plain(finding.rule, 'rule') },
      ...suggestionsOf(finding),
    };
  });
};

const ofProblem = (
  { file, line, message }: Problem,
  severity: Diagnostic['severity'],
  value: string,
): Diagnostic => ({
  message: plain(message, value),
  location: {
    path: shownText(repoPath(file)),
    ...(line !== undefined && { range: { start: { line } } }),
  },
  severity,
  code: { value },
});

/** What could not be read, and what deserves a look. */
export const lastDiagnostics = ({ problems, notices }: ReportTail): readonly Diagnostic[] => [
  ...problems.map((problem) => ofProblem(problem, 'ERROR', 'unreadable-input')),
  ...notices.map((notice: Notice) => ofProblem(notice, 'INFO', notice.kind)),
];

const opening = ({ tool }: ReportHead): string =>
  `{"source":${toJson({ name: plain(tool.name, 'policy-lint') })},"diagnostics":[`;

/** For reviewdog: one object, a diagnostic a line. */
export const rdjson: Format = (head, options) => {
  let before = `${opening(head)}\n  `;
  let isEmpty = true;
  const written = (diagnostics: readonly Diagnostic[]): string =>
    diagnostics
      .map((diagnostic) => {
        const line = `${before}${toJson(diagnostic)}`;
        before = ',\n  ';
        isEmpty = false;
        return line;
      })
      .join('');
  return {
    post: (judged) => written(diagnosticsOf(judged, head, options)),
    end: (tail) => {
      const rest = written(lastDiagnostics(tail));
      return `${rest}${isEmpty ? `${opening(head)}` : '\n'}]}\n`;
    },
  };
};
