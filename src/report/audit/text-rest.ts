import type { AuditSummary } from '../../core/audit.ts';
import { MOST_LINES } from '../parts.ts';
import { dateInWords } from '../when.ts';
import { fill, wrap } from '../wrap.ts';
import type { Screen } from './screen.ts';
import { first, hanging } from './screen.ts';
import { EXCUSED_WORDS, SIGN_OFF_WORDS, figure, many } from './words.ts';

export const excusedLines = (
  { excusedCounts }: AuditSummary,
  { width }: Screen,
): readonly string[] => {
  const by = Object.entries(EXCUSED_WORDS).flatMap(([key, words]) => {
    const count = excusedCounts[key as keyof typeof EXCUSED_WORDS];
    return count > 0 ? [`${many(count, 'time')} by ${words}`] : [];
  });
  return fill(by, width - 2, ' · ');
};

export const dutyLines = ({ answers }: AuditSummary, { width }: Screen): readonly string[] => {
  const told = answers.filter(({ status }) => status === 'broken' || status === 'look');
  return first(
    told.map(
      ({ status, clause, told: words }) => `${status === 'broken' ? '✖' : '▲'} ${clause}: ${words}`,
    ),
    MOST_LINES,
  ).flatMap((line) => hanging(line, width - 2));
};

export const uncheckedLines = (
  { unchecked, answers }: AuditSummary,
  { width }: Screen,
): readonly string[] => {
  const whole = answers.filter(({ status }) => status === 'not-checkable').length;
  return [
    ...first(
      unchecked.map(({ reason, posts }) => `in ${many(posts, 'post')}, because ${reason}`),
      MOST_LINES,
    ),
    ...(whole > 0 ? [`${many(whole, 'duty', 'duties')} of the account`] : []),
  ].flatMap((line) => hanging(line, width - 2));
};

export const signOffLines = ({ signOffs }: AuditSummary, { width }: Screen): readonly string[] =>
  first(
    signOffs
      .filter(({ status }) => status === 'overdue' || status === 'never')
      .map(({ name, owner, next, status }) =>
        [
          `${name}: ${SIGN_OFF_WORDS[status].toLowerCase()}`,
          next && `due on ${dateInWords(next)}`,
          owner,
        ]
          .filter((piece) => piece !== undefined)
          .join(', '),
      ),
    MOST_LINES,
  ).flatMap((line) => hanging(line, width - 2));

export const comparisonLines = (
  { comparison }: AuditSummary,
  { width }: Screen,
): readonly string[] =>
  comparison
    ? wrap(
        `It would have stopped ${many(comparison.stopped, 'more post')} and let ${figure(comparison.letThrough)} through that this policy stops.`,
        width - 2,
      )
    : [];

export const problemLines = ({ problems }: AuditSummary, { width }: Screen): readonly string[] =>
  first(
    problems.map(
      ({ file, line, message }) => `${file}${line === undefined ? '' : `:${line}`}: ${message}`,
    ),
    MOST_LINES,
  ).flatMap((line) => hanging(line, width - 2));
