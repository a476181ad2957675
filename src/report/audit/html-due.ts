import type { AuditSummary } from '../../core/audit.ts';
import type { Finding } from '../../core/finding.ts';
import type { PolicyInfo } from '../../core/policy.ts';
import type { ReportHead } from '../../core/report.ts';
import { groupsOf, settlingAll } from '../groups.ts';
import { excerpts } from '../html-card.ts';
import type { ShownPost } from '../shown.ts';
import { shownPost } from '../shown.ts';
import type { Told } from '../told.ts';
import { toldOf } from '../told.ts';
import { escapeXml, opening } from '../xml.ts';
import type { Section } from './html-parts.ts';
import {
  SEVERITY_WORDS,
  apart,
  badge,
  how,
  linkHtml,
  p,
  said,
  tag,
  terms,
  timeHtml,
} from './html-parts.ts';
import { KIND_WORDS, errorsInWords, figure, kindOfPost, many, ruleName, urlOf } from './words.ts';

/** Cards that are shown; the rest stand in the table of posts. */
const MOST_CARDS = 300;

type Listed = AuditSummary['listed'][number];

const KIND_TODO = {
  own: 'Delete this post.',
  repost: 'Undo the repost: the words are somebody else’s.',
  like: 'Take the like back: the words are somebody else’s.',
} as const;

/** An address that holds a child’s name is no link: it would show what the text masks. */
export const linkOf = (judged: Listed, { mask }: ShownPost): string | undefined => {
  const url = urlOf(judged);
  return url !== undefined && mask.inWords(url).length === 0 ? url : undefined;
};

const where = (judged: Listed, shown: ShownPost): string => {
  const url = linkOf(judged, shown);
  const kind = kindOfPost(judged);
  const pieces = [
    url === undefined ? 'no address known' : linkHtml(url, 'Open this post'),
    kind === 'own' ? '' : KIND_WORDS[kind],
    ...(shown.id === '' ? [] : [`id ${apart(shown.id)}`]),
    `${said(shown.file)}, line ${figure(judged.post.origin.line)}, record ${figure(judged.post.origin.record)}`,
  ].filter((piece) => piece !== '');
  return `${tag('p', { class: 'where' }, pieces.join(' · '))}\n`;
};

const findingHtml = (
  group: readonly Finding[],
  told: Told,
  policies: readonly PolicyInfo[],
  shown: ShownPost,
): string => {
  const tone = told.isGuess ? 'guess' : told.severity;
  const again = told.offers.map(({ suggestion: { title } }) => shown.words(title));
  const advice = [...again.map(escapeXml), ...told.advice.map(said)].join(' ');
  const also =
    told.also.length === 0 ? '' : ` The same is asked in ${told.also.map(said).join(', ')}.`;
  return [
    opening('li', { class: tone }),
    tag(
      'h4',
      {},
      badge(tone, told.isGuess ? '? Maybe' : SEVERITY_WORDS[told.severity]),
      ' ',
      told.messages.map(said).join(' '),
    ),
    terms([
      ...(told.why.length === 0 ? [] : [['Seen', ...told.why.map(said)] as const]),
      [
        'Policy',
        `${said(told.asks)} ${tag('cite', {}, said(told.source), ' · rule ', tag('code', {}, said(ruleName(group[0]!.rule, policies))))}${also}`,
      ],
      ...(advice === '' ? [] : [['To post it again', advice] as const]),
    ]),
    '</li>\n',
  ].join('');
};

const card = (
  judged: Listed,
  number: number,
  { policies }: ReportHead,
  reveal: boolean,
): string => {
  const shown = shownPost(judged, reveal);
  const groups = groupsOf(judged.findings);
  const settlesAll = settlingAll(judged.findings);
  const isMany = groups.length > 1;
  const findings = groups.map((group) =>
    findingHtml(group, toldOf(group, policies, settlesAll), policies, shown),
  );
  const key = `due-${number}`;
  return [
    opening('article', { 'aria-labelledby': key }),
    '\n',
    tag('h3', { id: key }, `${figure(number)}. `, timeHtml(judged.at)),
    '\n',
    where(judged, shown),
    ...excerpts(judged, groups, shown),
    tag(
      'p',
      { class: 'todo' },
      tag('strong', {}, 'What to do:'),
      ` ${KIND_TODO[kindOfPost(judged)]}`,
    ),
    '\n',
    tag(isMany ? 'ol' : 'ul', { class: 'findings' }, '\n', ...findings),
    '</article>\n',
  ].join('');
};

export const mustComeDown = (summary: AuditSummary, head: ReportHead, reveal: boolean): Section => {
  const due = summary.listed.filter(({ isDue }) => isDue);
  const shown = due.slice(0, MOST_CARDS);
  const left = summary.due - shown.length;
  return {
    id: 'down',
    title: 'What must come down today',
    body: [
      summary.due === 0
        ? p('No post that is still up must come down.')
        : p(
            `${many(summary.due, 'post')} ${summary.due === 1 ? 'is' : 'are'} still up, as far as the archive tells, and ${summary.due === 1 ? 'breaks' : 'break'} a rule that must be kept by ${summary.due === 1 ? 'its' : 'their'} words, pictures or addressees.`,
            reveal ? '' : ' Children’s names are masked: open the post to read them.',
          ),
      ...[errorsInWords(summary)].filter((sentence) => sentence !== '').map((told) => p(told)),
      p(how('due', 'what must come down')),
      ...shown.map((judged, index) => card(judged, index + 1, head, reveal)),
      left > 0
        ? p(
            `${many(left, 'more post')} must come down and ${left === 1 ? 'has' : 'have'} no room here: `,
            tag('a', { href: '#posts' }, 'the table of posts'),
            due.length === summary.due
              ? ' lists them.'
              : ' and, whole, the spreadsheet of --format csv list them.',
          )
        : '',
    ],
  };
};
