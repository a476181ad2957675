import type { AuditSummary, RuleFigure } from '../../core/audit.ts';
import type { ReportHead } from '../../core/report.ts';
import { SEVERITIES } from '../../core/severity.ts';
import { opening } from '../xml.ts';
import type { CellHtml, Section } from './html-parts.ts';
import { SEVERITY_WORDS, apart, badge, how, p, said, table, tag } from './html-parts.ts';
import { brokenRules, changeOf, many, periodInWords, ruleName, share } from './words.ts';

const BAR = { width: 120, height: 12 };

/** A bar as long as its share of the longest; it only repeats the figure beside it. */
const barHtml = (value: number, longest: number, tone: string): string => {
  const width = longest === 0 ? 0 : Math.max(2, Math.round((BAR.width * value) / longest));
  if (value === 0) return '';
  const { width: whole, height } = BAR;
  return tag(
    'svg',
    { class: `bar ${tone}`, viewBox: `0 0 ${whole} ${height}`, 'aria-hidden': 'true' },
    opening('rect', { width, height, rx: 2 }),
    '</rect>',
  );
};

const ruleCell = ({ rule, clause, section, requires }: RuleFigure, head: ReportHead): string =>
  [
    tag('code', {}, said(ruleName(rule, head.policies))),
    tag('span', { class: 'asks' }, apart(requires)),
    tag(
      'span',
      { class: 'note' },
      [section, clause]
        .filter((one) => one !== '')
        .map(said)
        .join(' · '),
    ),
  ].join(' ');

const rulesTable = (summary: AuditSummary, head: ReportHead): string => {
  const broken = brokenRules(summary);
  const longest = Math.max(0, ...broken.map(({ posts }) => posts));
  const { previous } = summary;
  return table({
    caption: previous
      ? `Rules that were broken; before: ${periodInWords(previous)}`
      : 'Rules that were broken',
    heads: [
      'Rule and clause',
      'Severity',
      'Posts',
      'How many, drawn',
      'Findings',
      'Posts before',
      'Change',
    ],
    rows: broken.map((rule): readonly CellHtml[] => [
      ruleCell(rule, head),
      badge(rule.severity, SEVERITY_WORDS[rule.severity]),
      rule.posts,
      barHtml(rule.posts, longest, rule.severity),
      rule.findings,
      rule.before ?? 'not known',
      tag('span', { class: 'change' }, changeOf(rule.posts, rule.before)),
    ]),
    class: 'rules',
  });
};

const SEVERITY_PLURALS = { error: 'Errors', warning: 'Warnings', info: 'For information' } as const;

const sumOf = ({ error, warning, info }: AuditSummary['findings']): number =>
  error + warning + info;

const severityTable = ({ findings, findingsBefore, previous, posts }: AuditSummary): string => {
  const judged = sumOf(posts) + posts.clean;
  return table({
    caption: previous
      ? `Findings by severity; before: ${periodInWords(previous)}`
      : 'Findings by severity',
    heads: [
      'Severity',
      'Findings',
      'Before',
      'Change',
      'Posts with this as the worst',
      'Share of the posts judged',
    ],
    rows: SEVERITIES.map((severity): readonly CellHtml[] => [
      badge(severity, `${SEVERITY_WORDS[severity].charAt(0)} ${SEVERITY_PLURALS[severity]}`),
      findings[severity],
      findingsBefore ? findingsBefore[severity] : 'not known',
      changeOf(findings[severity], findingsBefore ? findingsBefore[severity] : null),
      posts[severity],
      share(posts[severity], judged),
    ]),
    total: [
      'All',
      sumOf(findings),
      findingsBefore ? sumOf(findingsBefore) : 'not known',
      changeOf(sumOf(findings), findingsBefore ? sumOf(findingsBefore) : null),
      sumOf(posts),
      share(sumOf(posts), judged),
    ],
  });
};

export const figures = (summary: AuditSummary, head: ReportHead): Section => {
  const kept = summary.rules.length - brokenRules(summary).length;
  return {
    id: 'figures',
    title: 'Figures by rule and clause',
    body: [
      severityTable(summary),
      summary.rules.length === kept
        ? p(
            summary.previous
              ? 'No rule was broken, neither in this period nor in the one before.'
              : 'No rule was broken.',
          )
        : rulesTable(summary, head),
      kept > 0 && summary.rules.length > kept
        ? p(`${many(kept, 'more rule')} ${kept === 1 ? 'was' : 'were'} asked and never broken.`)
        : '',
      summary.waived > 0
        ? p(
            `${many(summary.waived, 'finding')} ${summary.waived === 1 ? 'is' : 'are'} covered by a recorded exception and not counted here.`,
          )
        : '',
      p(how('rules', 'rules and the change against the period before')),
    ],
  };
};
