import { DAY_NAMES } from '../../core/policy.ts';
import type { AuditSummary } from '../../core/audit.ts';
import type { Finding } from '../../core/finding.ts';
import type { JudgedPost } from '../../core/report.ts';
import { isTold } from '../../core/report.ts';
import type { Excused } from '../../core/trace.ts';
import { BYTE_ORDER_MARK, csvLine } from '../csv.ts';
import type { ShownPost } from '../shown.ts';
import { shownPost, shownText } from '../shown.ts';
import { dateInWords } from '../when.ts';
import type { AuditFormat } from './format.ts';
import { EXCUSED_WORDS, KIND_WORDS, kindOfPost, standing, urlOf, weekdayOf } from './words.ts';

const COLUMNS = [
  'date',
  'weekday',
  'local time',
  'whose words',
  'severity',
  'confidence',
  'rule',
  'clause',
  'requires',
  'message',
  'text',
  'link',
  'state',
  'excused by',
  'file',
  'line',
  'id',
] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string | number | undefined>>>;

const line = (row: Row): string => csvLine(COLUMNS.map((column) => row[column]));

const HEADER =
  BYTE_ORDER_MARK + line(Object.fromEntries(COLUMNS.map((column) => [column, column])));

const LOCAL = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/u;

/** What every row of a post repeats, so that a filter shows whole rows. */
const ofPost = (judged: JudgedPost, shown: ShownPost): Row => {
  const { post, at } = judged;
  const [, date, time] = LOCAL.exec(at ?? '') ?? [];
  const day = date === undefined ? undefined : weekdayOf(date);
  const url = urlOf(judged);
  return {
    date,
    weekday: day && DAY_NAMES[day],
    'local time': time,
    'whose words': KIND_WORDS[kindOfPost(judged)],
    text: shownText(post.text, shown.mask.inPart('text')),
    link: url === undefined ? undefined : shownText(url, shown.mask.inWords(url)),
    state: standing(judged),
    file: shown.file,
    line: post.origin.line,
    id: shown.id,
  };
};

const ofFinding = ({ severity, confidence, rule, citation, message }: Finding): Row => ({
  severity,
  confidence,
  rule: shownText(rule),
  clause: shownText(citation.clause),
  requires: shownText(citation.requires),
  message: shownText(message),
});

const ofExcused = ({ rule, by, what }: Excused): Row => ({
  rule: shownText(rule),
  'excused by': shownText(`${EXCUSED_WORDS[by]}: ${what}`),
});

const rowsOf = (judged: JudgedPost, reveal: boolean): readonly string[] => {
  const { findings, waived, known, trace } = judged;
  if (!isTold(judged)) return [];
  const excused = trace?.excused ?? [];
  const shown = shownPost(judged, reveal);
  const post = ofPost(judged, shown);
  const rows: readonly Row[] = [
    ...findings.map(ofFinding),
    ...waived.map(({ finding, waiver: { reason, approvedBy, expires } }) => ({
      ...ofFinding(finding),
      'excused by': `an exception until ${shownText(dateInWords(expires))}, approved by ${shown.inWaiver(approvedBy)}: ${shown.inWaiver(reason)}`,
    })),
    ...known.map((finding) => ({ ...ofFinding(finding), 'excused by': 'the baseline' })),
    ...excused.map(ofExcused),
  ];
  return rows.map((row) => line({ ...post, ...row }));
};

const problemRows = ({ problems }: AuditSummary): readonly string[] =>
  problems.map(({ file, line: at, message }) =>
    line({
      message: shownText(message),
      state: 'could not be read',
      file: shownText(file),
      line: at,
    }),
  );

/** The rows of a post. */
interface Held {
  readonly time: number;
  readonly place: number;
  readonly rows: readonly string[];
}

/** Posts whose rows wait to be put in order; an archive with more findings is in order by stretches. */
const MOST_HELD = 100_000;

/** What has no time stands at the end. */
const timeOf = ({ post: { at } }: JudgedPost): number =>
  at.kind === 'instant' ? at.epochMs : Number.MAX_SAFE_INTEGER;

const byTime = (a: Held, b: Held): number => a.time - b.time || a.place - b.place;

/**
 * For spreadsheets, in order of time: a row for each finding, those too that something excuses, and for
 * each rule that let a post pass; at the end one for what could not be read.
 */
export const csv: AuditFormat = (_, { reveal }) => {
  let before = HEADER;
  let held: Held[] = [];
  const inOrder = (): readonly string[] => {
    const rows = held.sort(byTime).flatMap((one) => one.rows);
    held = [];
    return rows;
  };
  const behindHeader = (rows: readonly string[]): string => {
    const written = before + rows.join('');
    before = '';
    return written;
  };
  return {
    post(judged) {
      const rows = rowsOf(judged, reveal);
      if (rows.length === 0) return '';
      held.push({ time: timeOf(judged), place: held.length, rows });
      return held.length < MOST_HELD ? '' : behindHeader(inOrder());
    },
    end: (summary) => behindHeader([...inOrder(), ...problemRows(summary)]),
  };
};
