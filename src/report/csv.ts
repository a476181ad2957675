import type { Finding } from '../core/finding.ts';
import type { Problem } from '../core/problem.ts';
import type { JudgedPost } from '../core/report.ts';
import { hasFindings } from '../core/report.ts';
import type { Waiver } from '../core/waiver.ts';
import type { Format } from './options.ts';
import type { ShownPost } from './shown.ts';
import { shownPost, shownText } from './shown.ts';

const COLUMNS = [
  'file',
  'line',
  'column',
  'cell',
  'record',
  'id',
  'time',
  'severity',
  'confidence',
  'rule',
  'clause',
  'section',
  'message',
  'advice',
  'status',
  'reason',
  'approved by',
  'expires',
] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string | number | undefined>>>;

/** Without it Excel takes the file for Windows’s own encoding. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * What a spreadsheet takes for a formula, in both widths. Tabs, returns and NUL, which would hide
 * one, are no longer what they were when a text has been made visible.
 */
const FORMULA = /^[=+\-@＝＋－＠]/u;

/** Quoted even where it need not be: no line of the log of a build begins with a command. */
export const csvCell = (value: string | number | undefined): string => {
  if (value === undefined || value === '') return '';
  if (typeof value === 'number') return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
};

/** One row of a table. */
export const csvLine = (cells: readonly (string | number | undefined)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`;

const line = (row: Row): string => csvLine(COLUMNS.map((column) => row[column]));

const ofFinding = (
  finding: Finding,
  { post, at }: JudgedPost,
  shown: ShownPost,
  status: Row,
): string => {
  const { start, isExact, cell: inCell } = shown.place(finding);
  return line({
    file: shown.file,
    line: start.line,
    column: isExact ? start.column : undefined,
    cell: inCell === undefined ? undefined : shown.words(inCell),
    record: post.origin.record,
    id: shown.id,
    time: at ?? undefined,
    severity: finding.severity,
    confidence: finding.confidence,
    rule: shownText(finding.rule),
    clause: shownText(finding.citation.clause),
    section: shownText(finding.citation.section),
    message: shownText(finding.message),
    advice: finding.advice === undefined ? undefined : shownText(finding.advice),
    ...status,
  });
};

const waivedBy = ({ reason, approvedBy, expires }: Waiver, { inWaiver }: ShownPost): Row => ({
  status: 'waived',
  reason: inWaiver(reason),
  'approved by': inWaiver(approvedBy),
  expires: shownText(expires),
});

const ofProblem = ({ file, line: at, column, message }: Problem): string =>
  line({
    file: shownText(file),
    line: at,
    column: at === undefined ? undefined : column,
    severity: 'error',
    message: shownText(message),
    status: 'not read',
  });

/** For spreadsheets: a row for each finding, waived and known ones too, and for what was not read. */
export const csv: Format = (_, { reveal }) => {
  let before =
    BYTE_ORDER_MARK + line(Object.fromEntries(COLUMNS.map((column) => [column, column])));
  const behindHeader = (rows: readonly string[]): string => {
    const written = before + rows.join('');
    before = '';
    return written;
  };
  return {
    post: (judged) => {
      const { findings, waived, known } = judged;
      if (!hasFindings(judged)) return '';
      const shown = shownPost(judged, reveal);
      return behindHeader([
        ...findings.map((finding) => ofFinding(finding, judged, shown, { status: 'open' })),
        ...waived.map(({ finding, waiver }) =>
          ofFinding(finding, judged, shown, waivedBy(waiver, shown)),
        ),
        ...known.map((finding) => ofFinding(finding, judged, shown, { status: 'known' })),
      ]);
    },
    end: ({ problems }) => behindHeader(problems.map(ofProblem)),
  };
};
