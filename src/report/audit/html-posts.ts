import type { AuditSummary } from '../../core/audit.ts';
import type { ReportHead } from '../../core/report.ts';
import type { Severity } from '../../core/severity.ts';
import { SEVERITIES } from '../../core/severity.ts';
import { groupsOf } from '../groups.ts';
import { excerptHtml } from '../html-excerpt.ts';
import { unique } from '../parts.ts';
import { shownPost } from '../shown.ts';
import { escapeXml, opening } from '../xml.ts';
import { linkOf } from './html-due.ts';
import type { Section } from './html-parts.ts';
import {
  SEVERITY_WORDS,
  badge,
  how,
  linkHtml,
  p,
  said,
  scroll,
  tag,
  timeHtml,
} from './html-parts.ts';
import { KIND_WORDS, figure, kindOfPost, many, ruleName, standing } from './words.ts';

type Listed = AuditSummary['listed'][number];

/** Rows that go on paper: somebody who wants all of them wants a spreadsheet. */
export const ON_PAPER = 100;

const worstOf = ({ findings }: Listed): Severity =>
  SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ??
  'info';

const rulesOf = ({ findings }: Listed): readonly string[] =>
  unique(groupsOf(findings).map((group) => group[0]!.rule));

const textHtml = (judged: Listed, mask: ReturnType<typeof shownPost>['mask']): string => {
  const marks = judged.findings.flatMap(({ where, range, severity, confidence }) =>
    range && !where.startsWith('media')
      ? [{ ...range, severity, isGuess: confidence === 'possible', number: undefined }]
      : [],
  );
  const html = excerptHtml(judged.post.text, marks, mask.inPart('text'));
  return html === '' ? '<span class="note">no words</span>' : html;
};

/** What a browser sorts and filters by: places in the lists that the page shows. */
interface Keys {
  readonly rules: ReadonlyMap<string, number>;
  /** Rules as they are shown. */
  readonly names: ReadonlyMap<string, string>;
  /** Where each post stands by time. */
  readonly order: ReadonlyMap<Listed, number>;
}

const epochOf = ({ post: { at } }: Listed): number =>
  at.kind === 'instant' ? at.epochMs : Number.MAX_SAFE_INTEGER;

const keysOf = ({ listed }: AuditSummary, { policies }: ReportHead): Keys => {
  const rules = unique(listed.flatMap(rulesOf));
  return {
    rules: new Map(rules.map((rule, index) => [rule, index])),
    names: new Map(rules.map((rule) => [rule, tag('code', {}, said(ruleName(rule, policies)))])),
    order: new Map(
      [...listed].sort((a, b) => epochOf(a) - epochOf(b)).map((one, index) => [one, index]),
    ),
  };
};

const BADGES = {
  error: badge('error', SEVERITY_WORDS.error),
  warning: badge('warning', SEVERITY_WORDS.warning),
  info: badge('info', SEVERITY_WORDS.info),
};

const rowHtml = (judged: Listed, index: number, keys: Keys, reveal: boolean): string => {
  const shown = shownPost(judged, reveal);
  const worst = worstOf(judged);
  const rules = rulesOf(judged);
  const url = linkOf(judged, shown);
  const kind = kindOfPost(judged);
  const time = timeHtml(judged.at);
  const state = judged.isDue ? 'must come down' : standing(judged);
  // Put together by hand: there may be thousands of these.
  const data = [
    index < ON_PAPER ? '' : ' class="later"',
    ` data-severity="${worst}"`,
    ` data-rules="${rules.map((rule) => keys.rules.get(rule)).join(' ')}"`,
    judged.isDue ? ' data-due="yes"' : '',
    ` data-time="${keys.order.get(judged) ?? 0}"`,
  ].join('');
  return [
    `<tr${data}>`,
    `<th scope="row">${url === undefined ? time : linkHtml(url, time)}</th>`,
    `<td>${BADGES[worst]}</td>`,
    `<td>${rules.map((rule) => keys.names.get(rule)).join('<br>')}</td>`,
    `<td class="words" dir="auto">${textHtml(judged, shown.mask)}</td>`,
    `<td>${kind === 'own' ? state : `${state}, ${KIND_WORDS[kind]}`}</td>`,
    '</tr>\n',
  ].join('');
};

const HEADS = ['Time', 'Severity', 'Rules', 'Text', 'State'] as const;

const option = (value: string, words: string): string => tag('option', { value }, escapeXml(words));

const field = (id: string, label: string, control: string): string =>
  tag('div', {}, tag('label', { for: id }, label), control);

/** Shown by the script alone: without it there is nothing that they could do. */
const filters = ({ rules }: Keys, head: ReportHead): string =>
  tag(
    'form',
    {
      id: 'filters',
      class: 'filters',
      role: 'search',
      'aria-label': 'Posts with findings',
      hidden: '',
    },
    '\n',
    field(
      'find',
      'Search',
      `${opening('input', { id: 'find', type: 'search', autocomplete: 'off' })}\n`,
    ),
    field(
      'by-severity',
      'Severity',
      tag(
        'select',
        { id: 'by-severity' },
        option('', 'All'),
        option('due', 'Must come down'),
        ...SEVERITIES.map((severity) => option(severity, SEVERITY_WORDS[severity])),
      ),
    ),
    field(
      'by-rule',
      'Rule',
      tag(
        'select',
        { id: 'by-rule' },
        option('', 'All'),
        ...[...rules]
          .map(([rule, index]) => ({ name: ruleName(rule, head.policies), index }))
          .sort((a, b) => (a.name < b.name ? -1 : 1))
          .map(({ name, index }) => option(String(index), name)),
      ),
    ),
    tag('div', {}, tag('button', { type: 'reset' }, 'Show all')),
    tag('p', { id: 'found', role: 'status' }, ''),
  );

export const allPosts = (summary: AuditSummary, head: ReportHead, reveal: boolean): Section => {
  const { listed, listable } = summary;
  const keys = keysOf(summary, head);
  return {
    id: 'posts',
    title: 'All posts with findings',
    body:
      listable === 0
        ? [p('Nothing was found in any post.')]
        : [
            listable > listed.length
              ? p(
                  `This table holds the first ${figure(listed.length)} of ${many(listable, 'post')} with findings, the most serious first. `,
                  'For all of them make a spreadsheet: ',
                  tag('code', {}, '--format csv'),
                  '.',
                )
              : p(`${many(listable, 'post')}, the most serious first.`),
            listed.length > ON_PAPER
              ? tag(
                  'p',
                  { class: 'on-paper' },
                  `On paper this table ends after ${ON_PAPER} posts; the page on a screen shows all of them.`,
                )
              : '',
            filters(keys, head),
            scroll(
              'All posts with findings',
              tag(
                'table',
                { id: 'post-table', class: 'posts' },
                tag('caption', {}, 'Posts with findings; what is meant in the text is underlined.'),
                tag(
                  'thead',
                  {},
                  tag('tr', {}, ...HEADS.map((words) => tag('th', { scope: 'col' }, words))),
                ),
                tag(
                  'tbody',
                  {},
                  '\n',
                  ...listed.map((judged, index) => rowHtml(judged, index, keys, reveal)),
                ),
              ),
            ),
            p(how('listed', 'posts with findings')),
          ],
  };
};
