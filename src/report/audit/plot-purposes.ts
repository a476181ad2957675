import type { AuditSummary } from '../../core/audit.ts';
import type { Purpose } from '../../core/trace.ts';
import { PURPOSES } from '../../core/trace.ts';
import { axis, plotSvg, still } from './plot.ts';
import { PURPOSE_WORDS, figure, share } from './words.ts';

const ROW = 30;

/** The most frequent first. */
export const purposeRows = ({
  purposes,
}: AuditSummary): readonly { readonly purpose: Purpose; readonly posts: number }[] =>
  PURPOSES.map((purpose) => ({ purpose, posts: purposes[purpose] })).sort(
    (a, b) => b.posts - a.posts,
  );

/** What posts were for, as bars. */
export const purposesPlot = (summary: AuditSummary): string => {
  const rows = purposeRows(summary);
  const total = rows.reduce((sum, { posts }) => sum + posts, 0);
  const said = ({ purpose, posts }: (typeof rows)[number]): string =>
    `${PURPOSE_WORDS[purpose]} ${figure(posts)} (${share(posts, total)})`;
  return plotSvg({
    id: 'plot-purposes',
    title: 'What posts were for',
    description: `Bars, the longest first: ${rows.map(said).join(', ')}.`,
    width: 720,
    height: rows.length * ROW + 10,
    option: {
      grid: { left: 120, right: 130, top: 4, bottom: 4 },
      xAxis: { type: 'value', show: false, min: 0 },
      yAxis: axis({
        type: 'category',
        inverse: true,
        data: rows.map(({ purpose }) => PURPOSE_WORDS[purpose]),
      }),
      series: [
        {
          ...still,
          type: 'bar',
          barWidth: 18,
          itemStyle: { color: 'var(--bar)' },
          data: rows.map(({ posts }) => posts),
          label: {
            show: true,
            position: 'right',
            color: 'var(--ink)',
            textBorderWidth: 0,
            fontFamily: 'inherit',
            fontSize: 13,
            formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
              const { posts } = rows[dataIndex]!;
              return `${figure(posts)} · ${share(posts, total)}`;
            },
          },
        },
      ],
    },
  });
};
