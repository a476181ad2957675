import type { CustomSeriesOption } from 'echarts/charts';
import type { AuditSummary, WindowShown } from '../../core/audit.ts';
import { DAY_NAMES, WEEKDAYS } from '../../core/policy.ts';
import { plotSvg, still } from './plot.ts';
import { figure, many, windowInWords } from './words.ts';

const LEFT = 92;
const TOP = 26;
const CELL = { width: 35, height: 32 };
const HOURS = 24;
const STEPS = 4;

/** Of a day of 24 hours: `from` to `to`, in hours with a fraction. */
interface Stretch {
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

const hourOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours + minutes / 60;
};

/** What a window opens of each day; one that crosses midnight goes on the next morning. */
const stretchesOf = ({ days, from, to }: WindowShown): readonly Stretch[] => {
  const [start, end] = [hourOf(from), hourOf(to)];
  return [...new Set(days)]
    .map((name) => WEEKDAYS.indexOf(name))
    .sort((a, b) => a - b)
    .flatMap((day) =>
      start < end
        ? [{ day, from: start, to: end }]
        : [
            { day, from: start, to: HOURS },
            { day: (day + 1) % WEEKDAYS.length, from: 0, to: end },
          ],
    )
    .filter((stretch) => stretch.from < stretch.to);
};

interface Frame extends Omit<Stretch, 'day'> {
  readonly first: number;
  last: number;
}

/** Days that follow one another with the same hours share one outline. */
const framesOf = (stretches: readonly Stretch[]): readonly Frame[] => {
  const frames: Frame[] = [];
  for (const { day, from, to } of [...stretches].sort((a, b) => a.from - b.from || a.day - b.day)) {
    const before = frames.find(
      (frame) => frame.last === day - 1 && frame.from === from && frame.to === to,
    );
    if (before) before.last = day;
    else frames.push({ first: day, last: day, from, to });
  }
  return frames;
};

const stepOf = (count: number, most: number): number =>
  count === 0 ? 0 : Math.max(1, Math.ceil((STEPS * count) / most));

const x = (hour: number): number => LEFT + hour * CELL.width;
const y = (day: number): number => TOP + day * CELL.height;

type Drawn = ReturnType<NonNullable<CustomSeriesOption['renderItem']>>;

/** Four figures and a comma are as wide as a square. */
const sizeOf = (text: string): number => (text.length > 3 ? 11 : 13);

const words = (
  text: string,
  at: { readonly x: number; readonly y: number },
  align: 'left' | 'center',
): Drawn => ({
  type: 'text',
  style: {
    text,
    ...at,
    align,
    verticalAlign: 'middle',
    fill: 'var(--ink)',
    fontSize: align === 'center' ? sizeOf(text) : 13,
    fontFamily: 'inherit',
  },
});

const cell = (day: number, hour: number, count: number, most: number): readonly Drawn[] => [
  {
    type: 'rect',
    shape: { x: x(hour), y: y(day), width: CELL.width, height: CELL.height },
    style: { fill: `var(--heat-${stepOf(count, most)})`, stroke: 'var(--line)', lineWidth: 1 },
  },
  ...(count > 0
    ? [words(figure(count), { x: x(hour) + CELL.width / 2, y: y(day) + CELL.height / 2 }, 'center')]
    : []),
];

/** Each policy has a line of its own. */
const OUTLINES = [
  { words: 'a solid line', dash: undefined },
  { words: 'a broken line', dash: [8, 5] },
  { words: 'a dotted line', dash: [2, 3] },
] as const;

const outlineNumber = ({ policy }: WindowShown, windows: readonly WindowShown[]): number =>
  [...new Set(windows.map((window) => window.policy))].indexOf(policy) % OUTLINES.length;

/** How the outline of a window is drawn, in words. */
export const outlineOf = (window: WindowShown, windows: readonly WindowShown[]): string =>
  OUTLINES[outlineNumber(window, windows)]!.words;

const outline = ({ first, last, from, to }: Frame, dash: readonly number[] | undefined): Drawn => ({
  type: 'rect',
  shape: {
    x: x(from),
    y: y(first),
    width: (to - from) * CELL.width,
    height: (last - first + 1) * CELL.height,
  },
  style: {
    fill: 'none',
    stroke: 'var(--ink)',
    lineWidth: 3,
    ...(dash && { lineDash: [...dash] }),
  },
});

const drawn = (hours: AuditSummary['hours'], windows: readonly WindowShown[]): readonly Drawn[] => {
  const most = Math.max(1, ...hours.flat());
  return [
    ...Array.from({ length: HOURS }, (_, hour) =>
      words(String(hour).padStart(2, '0'), { x: x(hour) + CELL.width / 2, y: TOP / 2 }, 'center'),
    ),
    ...WEEKDAYS.map((day, index) =>
      words(DAY_NAMES[day], { x: 0, y: y(index) + CELL.height / 2 }, 'left'),
    ),
    ...WEEKDAYS.flatMap((_, day) =>
      Array.from({ length: HOURS }, (__, hour) =>
        cell(day, hour, hours[day]?.[hour] ?? 0, most),
      ).flat(),
    ),
    ...windows.flatMap((window) => {
      const { dash } = OUTLINES[outlineNumber(window, windows)]!;
      return framesOf(stretchesOf(window)).map((frame) => outline(frame, dash));
    }),
  ];
};

const busiest = (hours: AuditSummary['hours']): string => {
  const most = Math.max(0, ...hours.flat());
  const day = hours.findIndex((row) => row.includes(most));
  const hour = hours[day]?.indexOf(most) ?? 0;
  const name = WEEKDAYS[day];
  return most === 0 || name === undefined
    ? 'There are no posts to show.'
    : `The fullest hour is ${DAY_NAMES[name]} from ${String(hour).padStart(2, '0')}:00, with ${many(most, 'post')}.`;
};

/** Posts by weekday and hour, what the policy permits outlined. */
export const hoursPlot = ({ hours, windows, timezone }: AuditSummary): string => {
  const children = drawn(hours, windows);
  const permitted = windows.map(windowInWords).join('; ');
  return plotSvg({
    id: 'plot-hours',
    title: 'Posts by weekday and hour',
    description: [
      `A map of seven days by 24 hours on the clocks of ${timezone}.`,
      busiest(hours),
      windows.length === 0
        ? 'No permitted window is drawn.'
        : `Outlined is what is permitted: ${permitted}.`,
    ].join(' '),
    width: x(HOURS) + 4,
    height: y(WEEKDAYS.length) + 4,
    option: {
      xAxis: { show: false, min: 0, max: 1 },
      yAxis: { show: false, min: 0, max: 1 },
      grid: { left: 0, right: 0, top: 0, bottom: 0 },
      series: [
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
