import type { AuditSummary } from '../../core/audit.ts';
import { visible } from '../cells.ts';
import { guarded } from '../guard.ts';
import { indented } from '../layout.ts';
import type { ReportOptions } from '../options.ts';
import { columnsOf } from '../options.ts';
import { unique } from '../parts.ts';
import { shownPost } from '../shown.ts';
import { timeInWords } from '../when.ts';
import { fill, withRight, wrap } from '../wrap.ts';
import type { AuditFormat } from './format.ts';
import type { Screen } from './screen.ts';
import { block } from './screen.ts';
import {
  comparisonLines,
  dutyLines,
  excusedLines,
  problemLines,
  signOffLines,
  uncheckedLines,
} from './text-rest.ts';
import { comparedLines, ruleLines } from './text-rules.ts';
import {
  accountName,
  errorsInWords,
  figure,
  judgedIn,
  kindsJudged,
  many,
  periodInWords,
  policiesInvolved,
  ruleName,
  urlOf,
} from './words.ts';

/** A terminal is no place for long lists. */
const MOST_DUE = 10;

const heading = (summary: AuditSummary, { width, paint }: Screen): readonly string[] => {
  const { account, period, timezone, sums } = summary;
  const archive = account ? ` (${account.format}, ${account.file})` : '';
  const kinds = kindsJudged(summary);
  const judged = fill(
    [
      `${many(sums.read, 'record')} read`,
      kinds === ''
        ? `${many(sums.own, 'post')} of its own judged`
        : `${many(judgedIn(summary), 'post')} judged: ${kinds}`,
      sums.unread > 0 ? `${figure(sums.unread)} not readable` : '',
    ].filter((piece) => piece !== ''),
    width,
    ' · ',
  );
  return [
    ...wrap(`Audit of ${accountName(summary)}${archive}`, width).map((line) => paint.bold(line)),
    ...wrap(`${periodInWords(period)}, on the clocks of ${timezone}`, width),
    ...judged,
  ];
};

const verdict = (summary: AuditSummary, { width, paint }: Screen): readonly string[] => {
  const { due, listable, posts } = summary;
  const judged = judgedIn(summary);
  const [sign, style, words] =
    due > 0
      ? (['✖', paint.error, `${many(due, 'post')} must come down today`] as const)
      : listable > 0
        ? (['▲', paint.warning, 'Nothing must come down today'] as const)
        : judged === 0
          ? (['▲', paint.warning, 'There was nothing to judge in this period'] as const)
          : (['✔', paint.good, 'Nothing must come down, nothing was found'] as const);
  const pieces = [
    words,
    listable > 0 ? `${many(listable, 'post')} with findings` : '',
    judged > 0 ? `${figure(posts.clean)} of ${figure(judged)} clean` : '',
  ].filter((piece) => piece !== '');
  const [head = '', ...rest] = fill(pieces, width - 2, ' · ');
  return [
    '',
    `${style(sign)} ${paint.bold(head)}`,
    ...indented(
      rest.map((line) => paint.bold(line)),
      2,
    ),
  ];
};

/** How many errors there are that are no reason to delete, where there are any. */
const reconciled = (summary: AuditSummary, { width }: Screen): readonly string[] => {
  const told = errorsInWords(summary);
  return told === '' ? [] : indented(wrap(told, width - 2), 2);
};

const dueLines = (summary: AuditSummary, screen: Screen): readonly string[] => {
  const { width, paint, policies, reveal } = screen;
  const lines = summary.listed
    .filter(({ isDue }) => isDue)
    .slice(0, MOST_DUE)
    .flatMap((judged) => {
      const shown = shownPost(judged, reveal);
      const errors = judged.findings.filter(({ severity }) => severity === 'error');
      const rules = unique(errors.map(({ rule }) => visible(ruleName(rule, policies))));
      const time = judged.at === null ? 'time not known' : timeInWords(judged.at);
      const url = urlOf(judged);
      const isSafe = url !== undefined && (reveal || shown.mask.inWords(url).length === 0);
      const where = isSafe
        ? visible(url)
        : `${shown.id} (${shown.file}, line ${judged.post.origin.line})`;
      return [
        ...withRight([time], rules.join(', '), width - 2, [(text) => text, paint.error]),
        ...indented([paint.dim(where)], 2),
      ];
    });
  const left = summary.due - Math.min(MOST_DUE, summary.listed.filter(({ isDue }) => isDue).length);
  return left > 0 && lines.length > 0 ? [...lines, `and ${figure(left)} more`] : lines;
};

const written = (summary: AuditSummary, screen: Screen): readonly string[] => [
  ...heading(summary, screen),
  ...verdict(summary, screen),
  ...reconciled(summary, screen),
  ...block('Must come down', dueLines(summary, screen), screen),
  ...block('Posts that broke a rule', ruleLines(summary, screen), screen),
  ...block('Against the period before', comparedLines(summary, screen), screen),
  ...block('Excused', excusedLines(summary, screen), screen),
  ...block('The account as a whole', dutyLines(summary, screen), screen),
  ...block('Not checkable', uncheckedLines(summary, screen), screen),
  ...block('Sign-offs', signOffLines(summary, screen), screen),
  ...block(
    `Under ${visible(summary.comparison?.policy.title ?? '')}`,
    comparisonLines(summary, screen),
    screen,
  ),
  ...block('Could not be read', problemLines(summary, screen), screen),
  '',
  ...wrap(
    'The whole, for people: --report audit.html; for a spreadsheet: --format csv',
    screen.width,
  ).map((line) => screen.paint.dim(line)),
];

/** For a person at a terminal: what must come down, the figures in short, and how to get the rest. */
export const text: AuditFormat = ({ policies }, options: ReportOptions) => ({
  post: () => '',
  end: (summary) =>
    guarded(
      written(summary, {
        width: columnsOf(options),
        paint: options.paint,
        policies: policiesInvolved(summary, policies),
        reveal: options.reveal,
      }),
    ),
});
