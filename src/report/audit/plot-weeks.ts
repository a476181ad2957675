import type { CustomSeriesOption } from 'echarts/charts';
import type { AuditSummary, Period, WeekFigure } from '../../core/audit.ts';
import { SEVERITIES } from '../../core/severity.ts';
import { clip } from '../cells.ts';
import { shownText } from '../shown.ts';
import { dateInWords } from '../when.ts';
import { axis, plotSvg, still } from './plot.ts';
import { dayNumber, figure, isoOfDay, many } from './words.ts';

const WIDTH = 960;
const HEIGHT = 400;
const LEFT = 76;
const RIGHT = 16;
const FINDINGS = { top: 56, height: 150 };
const POSTS = { top: 250, height: 110 };
/** More weeks than this are years: their labels say so. */
const A_YEAR = 60;
const MOST_LABELS = 12;
/** A time so far off is damage: weeks without posts are not filled in up to it. */
const MOST_FILLED = 1500;

/** Too many bars for outlines. */
export const isLongTime = (weeks: readonly WeekFigure[]): boolean =>
  everyWeek(weeks).length > A_YEAR;

const NOTHING = { error: 0, warning: 0, info: 0 };

/** Every week from the first to the last, those without a post too. */
export const everyWeek = (weeks: readonly WeekFigure[]): readonly WeekFigure[] => {
  const known = new Map(weeks.map((week) => [week.start, week]));
  const first = dayNumber(weeks[0]?.start ?? '');
  const last = dayNumber(weeks.at(-1)?.start ?? '');
  if (first === undefined || last === undefined) return weeks;
  const length = (last - first) / 7 + 1;
  if (length < weeks.length || length > MOST_FILLED || !Number.isInteger(length)) return weeks;
  return Array.from({ length }, (_, index) => {
    const start = isoOfDay(first + 7 * index);
    return known.get(start) ?? { start, posts: 0, findings: NOTHING };
  });
};

/** Where a day stands among the weeks, in weeks with a fraction. */
const weekAt = (weeks: readonly WeekFigure[], day: number): number => {
  const next = weeks.findIndex(({ start }) => (dayNumber(start) ?? 0) > day);
  const index = (next === -1 ? weeks.length : next) - 1;
  if (index < 0) return 0;
  return index + Math.min(1, (day - (dayNumber(weeks[index]!.start) ?? day)) / 7);
};

interface TermBand {
  readonly label: string;
  /** In weeks; undefined: the term began or ended outside of the plot. */
  readonly from: number;
  readonly to: number;
  readonly begins: boolean;
  readonly ends: boolean;
}

const bandsOf = (weeks: readonly WeekFigure[], terms: readonly Period[]): readonly TermBand[] => {
  const first = dayNumber(weeks[0]?.start ?? '');
  const lastStart = dayNumber(weeks.at(-1)?.start ?? '');
  if (first === undefined || lastStart === undefined) return [];
  const end = lastStart + 7;
  return terms.flatMap(({ label, from, to }) => {
    const [begin, last] = [dayNumber(from), dayNumber(to)];
    if (begin === undefined || last === undefined || begin >= end || last + 1 <= first) return [];
    return [
      {
        label: shownText(label),
        from: weekAt(weeks, Math.max(first, begin)),
        to: last + 1 >= end ? weeks.length : weekAt(weeks, last + 1),
        begins: begin >= first,
        ends: last + 1 <= end,
      },
    ];
  });
};

type Drawn = ReturnType<NonNullable<CustomSeriesOption['renderItem']>>;

const PER_CHARACTER = 7;
const SHORTEST_LABEL = 6;

const bandDrawn = (
  { label, from, to, begins, ends }: TermBand,
  weeks: number,
): readonly Drawn[] => {
  const x = (week: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * week) / weeks;
  const room = Math.floor((x(to) - x(from)) / PER_CHARACTER) - 1;
  const line = (at: number): Drawn => ({
    type: 'line',
    shape: { x1: x(at), y1: 8, x2: x(at), y2: POSTS.top + POSTS.height },
    style: {
      stroke: weeks > A_YEAR ? 'var(--soft)' : 'var(--ink)',
      lineWidth: weeks > A_YEAR ? 0.75 : 1.5,
      lineDash: [5, 4],
    },
  });
  return [
    ...(begins ? [line(from)] : []),
    ...(ends ? [line(to)] : []),
    ...(room < SHORTEST_LABEL
      ? []
      : [
          {
            type: 'text' as const,
            style: {
              text: clip(label, room),
              x: x(from) + 5,
              y: 16,
              verticalAlign: 'middle' as const,
              fill: 'var(--ink)',
              fontSize: 13,
              fontFamily: 'inherit',
            },
          },
        ]),
  ];
};

const heading = (text: string, y: number): Drawn => ({
  type: 'text',
  style: {
    text,
    x: 0,
    y,
    verticalAlign: 'middle',
    fill: 'var(--ink)',
    fontSize: 13,
    fontWeight: 'bold',
    fontFamily: 'inherit',
  },
});

/** Solid, lighter with an outline, outline alone: the three can be told apart without colour. */
const LOOKS = {
  error: { color: 'var(--error)', borderColor: 'var(--error)', borderWidth: 1 },
  warning: { color: 'var(--warning-back)', borderColor: 'var(--warning)', borderWidth: 1.5 },
  info: { color: 'var(--card)', borderColor: 'var(--info)', borderWidth: 1.5 },
} as const;

const grids = [
  { left: LEFT, right: RIGHT, ...FINDINGS },
  { left: LEFT, right: RIGHT, ...POSTS },
];

const labelOf = (start: string, isLong: boolean): string => {
  const words = dateInWords(start).split(' ');
  return (isLong ? words.slice(1) : words.slice(0, 2)).join(' ');
};

const described = (weeks: readonly WeekFigure[], bands: readonly TermBand[]): string => {
  const sums = weeks.map(({ findings }) => findings.error + findings.warning + findings.info);
  const most = Math.max(0, ...sums);
  const worst = weeks[sums.indexOf(most)];
  return [
    `Two rows of bars over ${many(weeks.length, 'week')}: findings above, posts below.`,
    most === 0 || !worst
      ? 'No week has a finding.'
      : `Most findings, ${figure(most)}, are in the week of ${dateInWords(worst.start)}.`,
    bands.length === 0
      ? ''
      : `Broken lines show where terms begin and end: ${bands.map(({ label }) => label).join(', ')}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
};

/** Findings and posts of each week, with the terms. */
export const weeksPlot = (summary: AuditSummary): string => {
  const weeks = everyWeek(summary.weeks);
  const bands = bandsOf(weeks, summary.terms);
  const isLong = weeks.length > A_YEAR;
  const interval = Math.max(0, Math.ceil(weeks.length / MOST_LABELS) - 1);
  const names = weeks.map(({ start }) => labelOf(start, isLong));
  const children = [
    heading('Findings', FINDINGS.top - 16),
    heading('Posts', POSTS.top - 16),
    ...bands.flatMap((band) => bandDrawn(band, weeks.length)),
  ];
  const count = (gridIndex: number): object =>
    axis({
      type: 'value',
      gridIndex,
      minInterval: 1,
      splitNumber: 3,
      splitLine: { show: true, lineStyle: { color: 'var(--line)' } },
    });
  const category = (gridIndex: number, show: boolean): object =>
    axis({ type: 'category', gridIndex, data: names, axisLabel: { show, interval } });
  return plotSvg({
    id: 'plot-weeks',
    title: 'Findings and posts per week',
    description: described(weeks, bands),
    width: WIDTH,
    height: HEIGHT,
    option: {
      grid: grids,
      xAxis: [category(0, false), category(1, true)],
      yAxis: [count(0), count(1)],
      series: [
        ...SEVERITIES.map((severity) => ({
          ...still,
          type: 'bar',
          stack: 'findings',
          barCategoryGap: '25%',
          xAxisIndex: 0,
          yAxisIndex: 0,
          itemStyle: isLong ? { color: `var(--${severity})` } : LOOKS[severity],
          data: weeks.map(({ findings }) => findings[severity] || null),
        })),
        {
          ...still,
          type: 'bar',
          barCategoryGap: '25%',
          xAxisIndex: 1,
          yAxisIndex: 1,
          itemStyle: { color: 'var(--bar)' },
          data: weeks.map(({ posts }) => posts || null),
        },
        {
          ...still,
          type: 'custom',
          clip: false,
          data: [[0, 0]],
          renderItem: () => ({ type: 'group', children }),
        },
      ],
    },
  });
};
