import type { Span } from '../core/span.ts';
import type { Severity } from '../core/severity.ts';
import type { Cell } from './cells.ts';
import { cells } from './cells.ts';
import { escapeXml, opening } from './xml.ts';

export interface ExcerptMark extends Span {
  readonly severity: Severity;
  readonly isGuess: boolean;
  /** Of the finding below; undefined where there is only one. */
  readonly number: number | undefined;
}

/** A text up to this long is shown whole, a longer one round its marks. */
const WHOLE = 1500;
const AROUND = 160;
const LONGEST_MARK = 600;
/** Of a text that is marked all over, the first places. */
const MOST_MARKS = 40;

/** What is shown of a text: stretches in order and apart. */
const stretchesOf = (text: string, marks: readonly Span[]): readonly Span[] => {
  if (text.length <= WHOLE) return [{ start: 0, end: text.length }];
  if (marks.length === 0) return [{ start: 0, end: 2 * AROUND }];
  const stretches: { start: number; end: number }[] = [];
  for (const mark of marks) {
    const start = Math.max(0, mark.start - AROUND);
    const end = Math.min(text.length, Math.min(mark.end, mark.start + LONGEST_MARK) + AROUND);
    const last = stretches.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else stretches.push({ start, end });
  }
  return stretches;
};

/** A mark of no length still shows where it stands. */
const widened = <Mark extends Span>(mark: Mark, { length }: string): Mark =>
  mark.end > mark.start
    ? mark
    : {
        ...mark,
        start: Math.min(mark.start, length - 1),
        end: Math.min(mark.start, length - 1) + 1,
      };

const isCovered = (cell: Span, { start, end }: Span): boolean =>
  cell.start < end && cell.end > start;

/** One of several that cover a cell: the most serious, and a sure one before a guess. */
const worst = (marks: readonly ExcerptMark[]): ExcerptMark | undefined => {
  const rank = ({ severity, isGuess }: ExcerptMark): number =>
    ['error', 'warning', 'info'].indexOf(severity) * 2 + (isGuess ? 1 : 0);
  return marks.reduce<ExcerptMark | undefined>(
    (found, mark) => (found && rank(found) <= rank(mark) ? found : mark),
    undefined,
  );
};

const openMark = ({ severity, isGuess }: ExcerptMark): string =>
  opening('mark', { class: isGuess ? 'guess' : severity });

const numbers = (ended: readonly ExcerptMark[]): string => {
  const list = [...new Set(ended.flatMap(({ number }) => number ?? []))];
  return list.length === 0 ? '' : `<sup>${list.join(',')}</sup>`;
};

/** What is shown is visible already; most of it is no markup either. */
const MARKUP = /[&<>"']/u;

/** A line break is an element: no line of the page begins with somebody’s words. */
const shownCell = (text: string, { start, end, shown }: Cell): string => {
  const written = text.slice(start, end);
  if (written === '\n') return '<br>';
  if (written === '\r' && text[end] === '\n') return '';
  return MARKUP.test(shown) ? escapeXml(shown) : shown;
};

const renderStretch = (
  text: string,
  stretch: Span,
  marks: readonly ExcerptMark[],
  masks: readonly Span[],
): string => {
  let html = '';
  let open: ExcerptMark | undefined;
  let openTag = '';
  const here = marks.filter((mark) => isCovered(stretch, mark));
  for (const cell of cells(text, stretch, masks)) {
    const mark = worst(here.filter((one) => isCovered(cell, one)));
    const tag = mark ? openMark(mark) : '';
    if (tag !== openTag) {
      html += `${open ? '</mark>' : ''}${tag}`;
      open = mark;
      openTag = tag;
    }
    html += shownCell(text, cell);
    const ended = here.filter(({ end }) => end > cell.start && end <= cell.end);
    const sup = numbers(ended);
    if (sup !== '') {
      html += `${open ? '</mark>' : ''}${sup}`;
      open = undefined;
      openTag = '';
    }
  }
  return open ? `${html}</mark>` : html;
};

/** A text as HTML, its marks as elements and its names masked; a long one round its marks. */
export const excerptHtml = (
  text: string,
  marks: readonly ExcerptMark[],
  masks: readonly Span[],
): string => {
  const ordered = marks.map((mark) => widened(mark, text)).sort((a, b) => a.start - b.start);
  const shown = ordered.slice(0, MOST_MARKS);
  const stretches = stretchesOf(text, shown);
  const pieces = stretches.map((stretch) => renderStretch(text, stretch, shown, masks));
  const before = (stretches[0]?.start ?? 0) > 0 ? '… ' : '';
  const behind = (stretches.at(-1)?.end ?? 0) < text.length ? ' …' : '';
  const hidden = ordered.length - shown.length;
  const more =
    hidden > 0
      ? ` <span class="note">and ${hidden} more ${hidden === 1 ? 'place' : 'places'}</span>`
      : '';
  return `${before}${pieces.join(' … ')}${behind}${more}`;
};
