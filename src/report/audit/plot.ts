import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import type { EChartsCoreOption } from 'echarts/core';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { escapeXml, opening } from '../xml.ts';

use([BarChart, CustomChart, LineChart, GridComponent, MarkLineComponent, SVGRenderer]);

export interface Plot {
  /** Of the page; the elements of the plot are named after it. */
  readonly id: string;
  readonly title: string;
  /** What it shows, for those who cannot see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly option: EChartsCoreOption;
}

/** `style="a:b;"` as attributes: the page lets no element say how it looks. */
const asAttributes = (declarations: string): string =>
  declarations
    .split(';')
    .map((declaration) => declaration.split(':'))
    .filter(
      ([name = '', value = '']) => /^font-(?:size|weight)$/u.test(name.trim()) && value !== '',
    )
    .map(([name = '', value = '']) => ` ${name.trim()}="${escapeXml(value.trim())}"`)
    .join('');

/**
 * The marks of a plot without what the page forbids or has no use for: styles, classes for a pointer,
 * and what would let a script find them. Names count up over the life of the program, so they are
 * made the plot’s own.
 */
const cleaned = (svg: string, id: string): string =>
  svg
    .replace(/<style\b[\s\S]*?<\/style>/gu, '')
    .replace(/ (?:class|ecmeta_\w+|pointer-events|xml:space)="[^"]*"/gu, '')
    .replace(/ style="([^"]*)"/gu, (_, declarations: string) => asAttributes(declarations))
    .replace(/\bzr\d+-/gu, `${id}-`)
    .replace(/^\s*<svg[^>]*>\s*|\s*<\/svg>\s*$/gu, '')
    .replace(/\n{2,}/gu, '\n');

/** A plot as SVG inside the page, in the page’s own colours. */
export const plotSvg = ({ id, title, description, width, height, option }: Plot): string => {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return [
      opening('svg', {
        class: 'plot',
        // In the letters of the page: a reader who enlarges these enlarges the plot.
        width: `${width / 16}rem`,
        viewBox: `0 0 ${width} ${height}`,
        role: 'img',
        'aria-labelledby': `${id}-title`,
        'aria-describedby': `${id}-desc`,
      }),
      `<title id="${id}-title">${escapeXml(title)}</title>`,
      `<desc id="${id}-desc">${escapeXml(description)}</desc>\n`,
      cleaned(chart.renderToSVGString(), id),
      '</svg>\n',
    ].join('');
  } finally {
    chart.dispose();
  }
};

const TEXT = { color: 'var(--ink)', fontFamily: 'inherit', fontSize: 13 };

/** An axis without decoration, in the page’s colours. */
export const axis = (given: object): object => ({
  axisTick: { show: false },
  axisLine: { lineStyle: { color: 'var(--soft)' } },
  splitLine: { show: false, lineStyle: { color: 'var(--line)' } },
  axisLabel: { ...TEXT, ...('axisLabel' in given && (given.axisLabel as object)) },
  nameTextStyle: TEXT,
  ...Object.fromEntries(Object.entries(given).filter(([key]) => key !== 'axisLabel')),
});

/** What every series is without: nothing moves, nothing answers to a pointer. */
export const still = { silent: true, animation: false, emphasis: { disabled: true } } as const;
