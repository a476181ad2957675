import type { AuditAnswer, AuditSummary } from '../../core/audit.ts';
import type { ReportHead } from '../../core/report.ts';
import type { Problem } from '../../core/problem.ts';
import { groupBy } from '../../core/group-by.ts';
import { dateInWords } from '../when.ts';
import type { CellHtml, Section } from './html-parts.ts';
import {
  SEVERITY_WORDS,
  apart,
  badge,
  details,
  how,
  list,
  p,
  postRef,
  said,
  table,
  tag,
} from './html-parts.ts';
import { EXCUSED_WORDS, SIGN_OFF_WORDS, STATUS_WORDS, figure, many, ruleName } from './words.ts';

const MOST_ROWS = 500;

export const excusedPosts = (summary: AuditSummary, head: ReportHead): Section => {
  const { excused, excusedCounts } = summary;
  const counts = Object.values(excusedCounts).reduce((sum, count) => sum + count, 0);
  const by = Object.entries(EXCUSED_WORDS)
    .map(([key, words]) => [words, excusedCounts[key as keyof typeof EXCUSED_WORDS]] as const)
    .filter(([, count]) => count > 0);
  const shown = excused.slice(0, MOST_ROWS);
  return {
    id: 'excused',
    title: 'What was excused, and why',
    body:
      counts + excused.length === 0
        ? [p('No rule let a post pass that it would have flagged otherwise.')]
        : [
            list(by.map(([words, count]) => `${many(count, 'time')} by ${words}`)),
            table({
              caption: 'Posts that a rule let pass, and what excused them',
              heads: ['Post', 'Its words', 'Rule', 'Excused by', 'What exactly'],
              rows: shown.map(({ post, text, rule, by: reason, what }): readonly CellHtml[] => [
                postRef(post),
                text === '' ? '<span class="note">no words</span>' : apart(text),
                tag('code', {}, said(ruleName(rule, head.policies))),
                EXCUSED_WORDS[reason],
                apart(what),
              ]),
            }),
            counts > shown.length
              ? p(`${many(counts - shown.length, 'more')} of these: --format csv lists them all.`)
              : '',
            p(how('excused', 'what was excused')),
          ],
  };
};

const STATUSES = ['broken', 'look', 'not-checkable', 'kept'] as const;
const SIGNS = { broken: '✖', look: '▲', 'not-checkable': '?', kept: '✔' } as const;
const TONES = { broken: 'error', look: 'warning', 'not-checkable': 'info', kept: 'good' } as const;

/** Things that are shown at once; the rest waits behind a click. */
const AT_ONCE = 5;

const itemsHtml = ({ items, count }: AuditAnswer): string => {
  const told = items.map(({ told: words, post }) =>
    post ? `${postRef(post)}: ${said(words)}` : said(words),
  );
  const rest = told.slice(AT_ONCE);
  const unlisted = Math.max(0, count - items.length);
  return rest.length === 0
    ? list(told, items.length === 0 ? 0 : unlisted)
    : list(told.slice(0, AT_ONCE)) +
        details(`${figure(rest.length + unlisted)} more`, list(rest, unlisted));
};

/** What is kept needs no advice. */
const adviceHtml = ({ status, advice }: AuditAnswer): string => {
  if (advice === undefined || status === 'kept') return '';
  const label = status === 'not-checkable' ? 'If you find it broken:' : 'What to do:';
  return tag('p', {}, tag('strong', {}, label), ` ${said(advice)}`);
};

const answerRow = (answer: AuditAnswer, head: ReportHead): readonly CellHtml[] => {
  const { status, severity, clause, requires, rule, told } = answer;
  return [
    `${tag('span', { class: 'asks' }, apart(requires))} ${tag('span', { class: 'note' }, `${said(clause)} · `, tag('code', {}, said(ruleName(rule, head.policies))))}`,
    [
      badge(TONES[status], `${SIGNS[status]} ${STATUS_WORDS[status]}`),
      status === 'broken' ? tag('span', { class: 'note' }, SEVERITY_WORDS[severity].slice(2)) : '',
    ].join(' '),
    [tag('p', {}, said(told)), adviceHtml(answer), itemsHtml(answer)].join(''),
  ];
};

export const duties = ({ answers }: AuditSummary, head: ReportHead): Section => {
  const by = groupBy(answers, ({ status }) => status);
  const counts = STATUSES.flatMap((status) => {
    const count = by.get(status)?.length ?? 0;
    return count === 0
      ? []
      : [`${SIGNS[status]} ${figure(count)} ${STATUS_WORDS[status].toLowerCase()}`];
  });
  return {
    id: 'duties',
    title: 'Duties that only the whole account shows',
    body:
      answers.length === 0
        ? [p('The policy asks nothing of the account as a whole.')]
        : [
            p(counts.join(' · ')),
            table({
              caption: 'How the account stands to each clause',
              heads: ['What the policy requires', 'How it stands', 'What was seen'],
              rows: STATUSES.flatMap((status) => by.get(status) ?? []).map((answer) =>
                answerRow(answer, head),
              ),
              class: 'duties',
            }),
            p(how('duties', 'duties of the account')),
          ],
  };
};

export const notChecked = ({ unchecked, answers }: AuditSummary, head: ReportHead): Section => {
  const whole = answers.filter(({ status }) => status === 'not-checkable').length;
  return {
    id: 'unchecked',
    title: 'What could not be checked',
    body:
      unchecked.length + whole === 0
        ? [p('Everything that the policy asks of posts could be checked.')]
        : [
            p(
              'These questions went unanswered because something is not known yet. Tell the tool what is missing, in the school’s configuration or beside the archive, and run the audit again.',
            ),
            unchecked.length === 0
              ? ''
              : table({
                  caption: 'Questions that posts left open',
                  heads: ['What is missing', 'Posts', 'Rules that wait for it'],
                  rows: unchecked.map(({ reason, posts, rules }): readonly CellHtml[] => [
                    apart(reason),
                    posts,
                    rules
                      .map((rule) => tag('code', {}, said(ruleName(rule, head.policies))))
                      .join(', '),
                  ]),
                }),
            whole === 0
              ? ''
              : p(
                  `${many(whole, 'duty', 'duties')} of the account could not be checked: see `,
                  tag('a', { href: '#duties' }, 'the list of duties'),
                  '.',
                ),
            p(how('unchecked', 'what could not be checked')),
          ],
  };
};

const SIGN_OFF_ORDER = ['overdue', 'never', 'occasion', 'fine'] as const;
const SIGN_OFF_LOOKS = {
  overdue: ['error', '✖'],
  never: ['warning', '▲'],
  occasion: ['info', '●'],
  fine: ['good', '✔'],
} as const;

export const signOffsDue = ({ signOffs, today }: AuditSummary): Section => ({
  id: 'sign-offs',
  title: 'Sign-offs',
  body:
    signOffs.length === 0
      ? [p('The policy asks nobody to sign anything off.')]
      : [
          table({
            caption: `What people confirm, as it stood on ${dateInWords(today)}`,
            heads: ['What is confirmed', 'By', 'How often', 'Last', 'Next', 'How it stands'],
            rows: SIGN_OFF_ORDER.flatMap((status) =>
              signOffs.filter((one) => one.status === status),
            ).map(({ name, requires, owner, every, last, next, status }): readonly CellHtml[] => [
              `${apart(requires)} <span class="note">${said(name)}</span>`,
              apart(owner),
              said(every),
              last === undefined ? '–' : dateInWords(said(last)),
              next === undefined ? '–' : dateInWords(said(next)),
              badge(
                SIGN_OFF_LOOKS[status][0],
                `${SIGN_OFF_LOOKS[status][1]} ${SIGN_OFF_WORDS[status]}`,
              ),
            ]),
          }),
          p(how('sign-offs', 'sign-offs')),
        ],
});

const placed = ({ file, line, column, message }: Problem): string => {
  const at =
    line === undefined
      ? ''
      : `, line ${figure(line)}${column === undefined ? '' : `, column ${figure(column)}`}`;
  return `${tag('strong', {}, said(file), at)}: ${said(message)}`;
};

export const problemsFound = ({ problems, notices }: AuditSummary): Section => ({
  id: 'problems',
  title: 'Problems and notices',
  body:
    problems.length + notices.length === 0
      ? [p('Everything could be read.')]
      : [
          ...(problems.length === 0
            ? []
            : [
                `${tag('h3', {}, 'Could not be read')}\n`,
                list(
                  problems.slice(0, MOST_ROWS).map(placed),
                  Math.max(0, problems.length - MOST_ROWS),
                ),
              ]),
          ...(notices.length === 0
            ? []
            : [
                `${tag('h3', {}, 'Worth a look')}\n`,
                list(
                  notices.slice(0, MOST_ROWS).map(placed),
                  Math.max(0, notices.length - MOST_ROWS),
                ),
              ]),
          p(how('problems', 'problems')),
        ],
});
