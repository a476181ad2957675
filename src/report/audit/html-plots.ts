import type { AuditSummary, Period, WeekFigure } from '../../core/audit.ts';
import { DAY_NAMES, WEEKDAYS } from '../../core/policy.ts';
import type { ReportHead } from '../../core/report.ts';
import { SEVERITIES } from '../../core/severity.ts';
import { dateInWords } from '../when.ts';
import { opening } from '../xml.ts';
import type { CellHtml, Section } from './html-parts.ts';
import { apart, behind, details, how, list, p, said, scroll, table, tag } from './html-parts.ts';
import { hoursPlot, outlineOf } from './plot-hours.ts';
import { purposeRows, purposesPlot } from './plot-purposes.ts';
import { everyWeek, isLongTime, weeksPlot } from './plot-weeks.ts';
import { PURPOSE_WORDS, datesOf, dayNumber, isoOfDay, share, windowInWords } from './words.ts';

const sumOf = (weeks: readonly WeekFigure[], count: (week: WeekFigure) => number): number =>
  weeks.reduce((sum, week) => sum + count(week), 0);

const plot = (label: string, svg: string): string => scroll(`Plot: ${label}`, svg);

const hourHeads = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

const titleOf = (id: string, { policies }: ReportHead): string =>
  policies.find((policy) => policy.id === id)?.title ?? id;

export const whenPosted = (summary: AuditSummary, head: ReportHead): Section => ({
  id: 'when',
  title: 'When posts went out',
  body: summary.hours.flat().every((count) => count === 0)
    ? [p('There are no posts to show by hour.')]
    : [
        p(
          'Each square is one hour of one weekday and tells how many of the account’s own posts went out in it; the stronger the colour, the more.',
        ),
        plot('posts by weekday and hour', hoursPlot(summary)),
        summary.windows.length === 0
          ? p('No rule that was asked permits only certain hours, so nothing is outlined.')
          : p('Outlined is when the policy lets posts go out:') +
            list(
              summary.windows.map(
                (window) =>
                  `${said(windowInWords(window))} <span class="note">(${said(titleOf(window.policy, head))}, ${outlineOf(window, summary.windows)})</span>`,
              ),
            ),
        behind(
          table({
            caption: 'Posts by weekday and hour',
            heads: ['Day', ...hourHeads, 'All'],
            rows: WEEKDAYS.map((day, index): readonly CellHtml[] => {
              const row = hourHeads.map((_, hour) => summary.hours[index]?.[hour] ?? 0);
              return [DAY_NAMES[day], ...row, row.reduce((sum, count) => sum + count, 0)];
            }),
            class: 'dense',
          }),
        ),
        p(how('hours', 'posts by weekday and hour')),
      ],
});

/** Terms that the plot shows some of. */
const termsIn = ({ terms, weeks }: AuditSummary): readonly Period[] => {
  const [first, last] = [weeks[0], weeks.at(-1)];
  const end = last && isoOfDay((dayNumber(last.start) ?? 0) + 6);
  return terms.filter(({ from, to }) => first && end && to >= first.start && from <= end);
};

const swatch = (look: string, words: string): string =>
  tag(
    'span',
    { class: 'key' },
    tag(
      'svg',
      { class: `swatch ${look}`, viewBox: '0 0 16 12', 'aria-hidden': 'true' },
      opening('rect', { x: 1, y: 1, width: 14, height: 10 }),
      '</rect>',
    ),
    ` ${words}`,
  );

const legendOf = ({ weeks }: AuditSummary): readonly string[] =>
  isLongTime(weeks)
    ? [
        swatch('error', 'errors (at the bottom)'),
        swatch('warning solid', 'warnings (on top of them)'),
        swatch('info solid', 'for information (at the top)'),
      ]
    : [
        swatch('error', 'errors (filled)'),
        swatch('warning', 'warnings (pale, outlined)'),
        swatch('info', 'for information (empty, outlined)'),
      ];

/** More terms than this are years of them: who wants their days asks for them. */
const FEW_TERMS = 6;

const termList = (summary: AuditSummary): string => {
  const shown = termsIn(summary);
  const days = list(shown.map((term) => `${apart(term.label)}: ${datesOf(term)}`));
  return shown.length > FEW_TERMS ? details('When terms begin and end', days) : days;
};

export const perWeek = (summary: AuditSummary): Section => ({
  id: 'weeks',
  title: 'Week by week',
  body:
    summary.weeks.length === 0
      ? [p('There are no posts to show by week.')]
      : [
          plot('findings and posts per week', weeksPlot(summary)),
          tag(
            'p',
            { class: 'legend' },
            [
              ...legendOf(summary),
              swatch('posts', 'posts'),
              ...(termsIn(summary).length > 0 ? ['broken lines: terms begin and end'] : []),
            ].join(' · '),
          ),
          termList(summary),
          behind(
            table({
              caption: 'Findings and posts per week',
              heads: ['Week of', 'Posts', 'Errors', 'Warnings', 'For information'],
              rows: everyWeek(summary.weeks).map((week): readonly CellHtml[] => [
                dateInWords(week.start),
                week.posts,
                ...SEVERITIES.map((severity) => week.findings[severity]),
              ]),
              total: [
                'All',
                sumOf(summary.weeks, ({ posts }) => posts),
                ...SEVERITIES.map((severity) =>
                  sumOf(summary.weeks, ({ findings }) => findings[severity]),
                ),
              ],
            }),
          ),
          p(how('weeks', 'findings and posts per week')),
        ],
});

export const whatFor = (summary: AuditSummary): Section => {
  const rows = purposeRows(summary);
  const total = rows.reduce((sum, { posts }) => sum + posts, 0);
  return {
    id: 'purposes',
    title: 'What posts were for',
    body:
      total === 0
        ? [p('There are no posts to sort.')]
        : [
            plot('what posts were for', purposesPlot(summary)),
            behind(
              table({
                caption: 'What posts were for',
                heads: ['Purpose', 'Posts', 'Share'],
                rows: rows.map(({ purpose, posts }): readonly CellHtml[] => [
                  PURPOSE_WORDS[purpose],
                  posts,
                  share(posts, total),
                ]),
                total: ['All', total, ''],
              }),
            ),
            p(how('purposes', 'what posts were for')),
          ],
  };
};
