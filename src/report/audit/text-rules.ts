import type { AuditSummary, RuleFigure } from '../../core/audit.ts';
import { clip, visible, widthOf } from '../cells.ts';
import { wrap, withRight } from '../wrap.ts';
import { barOf } from './bar.ts';
import type { Screen } from './screen.ts';
import { brokenRules, changeOf, figure, periodInWords, ruleName } from './words.ts';

const MOST_RULES = 12;
/** The rest of a name that is longer tells little. */
const LONGEST_NAME = 48;
/** Columns of a bar: with less room than the least, the figures are shown alone. */
const BAR = { least: 6, most: 16 };
const COUNT = 5;

interface Row {
  readonly name: string;
  readonly figures: RuleFigure;
  readonly change: string;
}

const rowOf = (figures: RuleFigure, { policies }: Screen): Row => ({
  name: visible(ruleName(figures.rule, policies)),
  figures,
  change: figures.before === null ? '' : changeOf(figures.posts, figures.before),
});

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf));

/** How many posts broke each rule, as bars where there is room, and against the period before. */
export const ruleLines = (summary: AuditSummary, screen: Screen): readonly string[] => {
  const { width, paint } = screen;
  const broken = brokenRules(summary);
  const rows = broken.slice(0, MOST_RULES).map((figures) => rowOf(figures, screen));
  const longest = Math.max(0, ...rows.map(({ figures }) => figures.posts));
  const changeWidth = widest(rows.map(({ change }) => change));
  const nameWidth = Math.min(LONGEST_NAME, widest(rows.map(({ name }) => name)));
  const room = Math.min(BAR.most, width - 2 - nameWidth - 2 - 1 - COUNT - 2 - changeWidth);
  const lines = rows.flatMap(({ name: whole, figures, change }) => {
    const name = clip(whole, nameWidth);
    const count = figure(figures.posts).padStart(COUNT);
    const changed = change.padEnd(changeWidth);
    if (room < BAR.least) {
      return withRight([name], `${count}  ${changed}`, width - 2, [(text) => text, paint.dim]);
    }
    const bar = barOf(figures.posts, longest, room);
    const before = `${name}${' '.repeat(nameWidth - widthOf(name) + 2)}`;
    const drawn = `${paint[figures.severity](bar)}${' '.repeat(room - bar.length)}`;
    return [`${before}${drawn} ${count}  ${paint.dim(change)}`.trimEnd()];
  });
  const left = broken.length - rows.length;
  return left > 0 ? [...lines, `and ${figure(left)} more rules`] : lines;
};

/** This period against the one before, in figures and words. */
export const comparedLines = (summary: AuditSummary, { width }: Screen): readonly string[] => {
  const { findings, findingsBefore, previous } = summary;
  if (!previous || !findingsBefore) return [];
  const change = (key: 'error' | 'warning', words: string): string =>
    `${words}: ${figure(findings[key])}, ${figure(findingsBefore[key])} before (${changeOf(findings[key], findingsBefore[key])})`;
  return [
    ...wrap(`Before: ${periodInWords(previous)}.`, width - 2),
    ...wrap(change('error', 'Errors'), width - 2),
    ...wrap(change('warning', 'Warnings'), width - 2),
  ];
};
