import type { AuditSummary, RuleFigure } from '../../core/audit.ts';
import type { ReportHead } from '../../core/report.ts';
import { visible, widthOf } from '../cells.ts';
import { guarded } from '../guard.ts';
import { indented } from '../layout.ts';
import type { Paint, ReportOptions } from '../options.ts';
import { columnsOf } from '../options.ts';
import { unique } from '../parts.ts';
import { shownPost } from '../shown.ts';
import { dateInWords, timeInWords } from '../when.ts';
import { fill, withRight, wrap } from '../wrap.ts';
import { barOf } from './bar.ts';
import type { AuditFormat } from './format.ts';
import {
  EXCUSED_WORDS,
  SIGN_OFF_WORDS,
  accountName,
  brokenRules,
  changeOf,
  datesOf,
  figure,
  many,
  ruleName,
  urlOf,
} from './words.ts';

/** A terminal is no place for long lists. */
const MOST = { due: 10, rules: 12, lines: 5 };

interface Screen {
  readonly width: number;
  readonly paint: Paint;
  readonly policies: ReportHead['policies'];
  readonly reveal: boolean;
}

/** A sentence, its lines after the first set in. */
const hanging = (sentence: string, width: number): readonly string[] => {
  const [head = '', ...rest] = wrap(sentence, width - 2);
  return [head, ...indented(rest, 2)];
};

const block = (title: string, lines: readonly string[], { paint }: Screen): readonly string[] =>
  lines.length === 0 ? [] : ['', paint.bold(title), ...indented(lines, 2)];

/** The first few lines, and how many more there are. */
const first = (lines: readonly string[], most: number, all = lines.length): readonly string[] =>
  all > most
    ? [...lines.slice(0, most), `and ${figure(all - Math.min(most, lines.length))} more`]
    : lines;

const heading = (summary: AuditSummary, { width, paint }: Screen): readonly string[] => {
  const { account, period, timezone, sums } = summary;
  const archive = account ? ` (${account.format}, ${account.file})` : '';
  const judged = fill(
    [
      `${many(sums.read, 'record')} read`,
      `${many(sums.own, 'post')} of its own judged`,
      sums.reposts > 0 ? `${figure(sums.reposts)} passed on` : '',
      sums.likes > 0 ? `${figure(sums.likes)} liked` : '',
      sums.unread > 0 ? `${figure(sums.unread)} not readable` : '',
    ].filter((piece) => piece !== ''),
    width,
    ' · ',
  );
  return [
    ...wrap(`Audit of ${accountName(summary)}${archive}`, width).map((line) => paint.bold(line)),
    ...wrap(`${period.label}: ${datesOf(period)}, on the clocks of ${timezone}`, width),
    ...judged,
  ];
};

const verdict = (
  { due, listable, posts }: AuditSummary,
  { width, paint }: Screen,
): readonly string[] => {
  const judged = posts.error + posts.warning + posts.info + posts.clean;
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
    judged > 0 ? `${figure(posts.clean)} clean` : '',
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

const dueLines = (summary: AuditSummary, screen: Screen): readonly string[] => {
  const { width, paint, policies, reveal } = screen;
  const lines = summary.listed
    .filter(({ isDue }) => isDue)
    .slice(0, MOST.due)
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
  const left = summary.due - Math.min(MOST.due, summary.listed.filter(({ isDue }) => isDue).length);
  return left > 0 && lines.length > 0 ? [...lines, `and ${figure(left)} more`] : lines;
};

/** Narrower, and the figures alone are shown. */
const NARROW = 60;
const BAR = 16;

const ruleLine = (
  figures: RuleFigure,
  longest: number,
  nameWidth: number,
  screen: Screen,
): readonly string[] => {
  const { width, paint, policies } = screen;
  const name = visible(ruleName(figures.rule, policies));
  const change = figures.before === null ? '' : changeOf(figures.posts, figures.before);
  const count = figure(figures.posts);
  if (width < NARROW) {
    const right = [count, change].filter((piece) => piece !== '').join('  ');
    return withRight([name], right, width - 2, [(text) => text, paint.dim]);
  }
  const bar = barOf(figures.posts, longest, BAR);
  const gap = ' '.repeat(Math.max(1, nameWidth - widthOf(name) + 2));
  const drawn = `${paint[figures.severity](bar)}${' '.repeat(BAR - bar.length)}`;
  return [`${name}${gap}${drawn} ${count.padStart(5)}  ${paint.dim(change)}`.trimEnd()];
};

const LONGEST_NAME = 34;

const ruleLines = (summary: AuditSummary, screen: Screen): readonly string[] => {
  const broken = brokenRules(summary);
  const shown = [...broken].slice(0, MOST.rules);
  const longest = Math.max(1, ...shown.map(({ posts }) => posts));
  const names = shown.map(({ rule }) => widthOf(visible(ruleName(rule, screen.policies))));
  const nameWidth = Math.min(LONGEST_NAME, Math.max(0, ...names));
  return first(
    shown.flatMap((rule) => ruleLine(rule, longest, nameWidth, screen)),
    MOST.rules * 2,
  ).concat(
    broken.length > shown.length ? [`and ${figure(broken.length - shown.length)} more rules`] : [],
  );
};

const comparedLines = (summary: AuditSummary, { width }: Screen): readonly string[] => {
  const { findings, findingsBefore, previous } = summary;
  if (!previous || !findingsBefore) return [];
  const change = (key: 'error' | 'warning', words: string): string =>
    `${words}: ${figure(findings[key])}, ${figure(findingsBefore[key])} before (${changeOf(findings[key], findingsBefore[key])})`;
  return [
    ...wrap(`Before is ${previous.label}, ${datesOf(previous)}.`, width - 2),
    ...wrap(change('error', 'Errors'), width - 2),
    ...wrap(change('warning', 'Warnings'), width - 2),
  ];
};

const excusedLines = ({ excusedCounts }: AuditSummary, { width }: Screen): readonly string[] => {
  const by = Object.entries(EXCUSED_WORDS).flatMap(([key, words]) => {
    const count = excusedCounts[key as keyof typeof EXCUSED_WORDS];
    return count > 0 ? [`${many(count, 'time')} by ${words}`] : [];
  });
  return fill(by, width - 2, ' · ');
};

const dutyLines = ({ answers }: AuditSummary, { width }: Screen): readonly string[] => {
  const told = answers.filter(({ status }) => status === 'broken' || status === 'look');
  return first(
    told.map(
      ({ status, clause, told: words }) => `${status === 'broken' ? '✖' : '▲'} ${clause}: ${words}`,
    ),
    MOST.lines,
  ).flatMap((line) => hanging(line, width - 2));
};

const uncheckedLines = (
  { unchecked, answers }: AuditSummary,
  { width }: Screen,
): readonly string[] => {
  const whole = answers.filter(({ status }) => status === 'not-checkable').length;
  return [
    ...first(
      unchecked.map(({ reason, posts }) => `in ${many(posts, 'post')}, because ${reason}`),
      MOST.lines,
    ),
    ...(whole > 0 ? [`${many(whole, 'duty', 'duties')} of the account`] : []),
  ].flatMap((line) => hanging(line, width - 2));
};

const signOffLines = ({ signOffs }: AuditSummary, { width }: Screen): readonly string[] =>
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
    MOST.lines,
  ).flatMap((line) => hanging(line, width - 2));

const comparisonLines = ({ comparison }: AuditSummary, { width }: Screen): readonly string[] =>
  comparison
    ? wrap(
        `It would have stopped ${many(comparison.stopped, 'more post')} and let ${figure(comparison.letThrough)} through that this policy stops.`,
        width - 2,
      )
    : [];

const problemLines = ({ problems }: AuditSummary, { width }: Screen): readonly string[] =>
  first(
    problems.map(
      ({ file, line, message }) => `${file}${line === undefined ? '' : `:${line}`}: ${message}`,
    ),
    MOST.lines,
  ).flatMap((line) => hanging(line, width - 2));

const written = (summary: AuditSummary, screen: Screen): readonly string[] => [
  ...heading(summary, screen),
  ...verdict(summary, screen),
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
        policies,
        reveal: options.reveal,
      }),
    ),
});
