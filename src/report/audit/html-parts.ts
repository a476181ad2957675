import type { AuditedPost } from '../../core/audit.ts';
import { shownText } from '../shown.ts';
import { timeInWords } from '../when.ts';
import type { Attributes } from '../xml.ts';
import { escapeXml, opening } from '../xml.ts';
import { figure, safeUrl } from './words.ts';

/** An element that is closed by its end tag; `children` are markup already. */
export const tag = (name: string, attributes: Attributes, ...children: readonly string[]): string =>
  `${opening(name, attributes)}${children.join('')}</${name}>`;

/** Somebody’s words as text of the page. */
export const said = (text: string): string => escapeXml(shownText(text));

/** Somebody’s words, which may run from right to left, inside a sentence of ours. */
export const apart = (text: string): string => tag('bdi', {}, said(text));

export const p = (...children: readonly string[]): string => `${tag('p', {}, ...children)}\n`;

/** A link to how a figure is made; `about` tells one such link from another. */
export const how = (key: string, about: string): string =>
  tag(
    'a',
    { class: 'how', href: `#how-${key}` },
    'How this is counted',
    tag('span', { class: 'unseen' }, `: ${escapeXml(about)}`),
  );

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: readonly string[];
}

export const sectionHtml = ({ id, title, body }: Section): string =>
  [
    opening('section', { id, 'aria-labelledby': `${id}-title` }),
    '\n',
    tag('h2', { id: `${id}-title` }, escapeXml(title)),
    '\n',
    ...body,
    '</section>\n',
  ].join('');

/** A cell: markup, or a number, which stands on the right. */
export type CellHtml = string | number;

interface TableOptions {
  readonly caption: string;
  readonly heads: readonly string[];
  /** The first cell of each names the row. */
  readonly rows: readonly (readonly CellHtml[])[];
  readonly total?: readonly CellHtml[];
  readonly class?: string;
}

const cellHtml = (cell: CellHtml, isHead: boolean): string => {
  const isNumber = typeof cell === 'number';
  const attributes = { scope: isHead ? 'row' : undefined, class: isNumber ? 'number' : undefined };
  return tag(isHead ? 'th' : 'td', attributes, isNumber ? figure(cell) : cell);
};

const rowHtml = (row: readonly CellHtml[]): string =>
  `${tag('tr', {}, ...row.map((cell, index) => cellHtml(cell, index === 0)))}\n`;

/** A table that scrolls by itself where the page is too narrow for it. */
export const scroll = (label: string, ...children: readonly string[]): string =>
  `${tag('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': label }, ...children)}\n`;

const headHtml = (heads: readonly string[], first: readonly CellHtml[] = []): string =>
  tag(
    'thead',
    {},
    tag(
      'tr',
      {},
      ...heads.map((head, index) =>
        tag(
          'th',
          { scope: 'col', class: typeof first[index] === 'number' ? 'number' : undefined },
          escapeXml(head),
        ),
      ),
    ),
  );

export const table = ({ caption, heads, rows, total, ...options }: TableOptions): string =>
  scroll(
    caption,
    tag(
      'table',
      { class: options.class },
      tag('caption', {}, escapeXml(caption)),
      `\n${headHtml(heads, rows[0])}\n`,
      tag('tbody', {}, '\n', ...rows.map(rowHtml)),
      total ? tag('tfoot', {}, rowHtml(total)) : '',
    ),
  );

/** What is there for those who ask for it. */
export const details = (summary: string, ...children: readonly string[]): string =>
  `${tag('details', {}, tag('summary', {}, escapeXml(summary)), ...children)}\n`;

/** The figures of a plot, for those who cannot or would rather not look at it; not on paper. */
export const behind = (...children: readonly string[]): string =>
  `${tag('details', { class: 'behind' }, tag('summary', {}, 'The same as a table'), ...children)}\n`;

export const list = (items: readonly string[], leftOut = 0): string =>
  items.length + leftOut === 0
    ? ''
    : `${tag('ul', {}, ...[...items, ...(leftOut > 0 ? [`and ${figure(leftOut)} more`] : [])].map((item) => `${tag('li', {}, item)}\n`))}\n`;

/** Terms and what is said of each. */
export const terms = (
  entries: readonly (readonly [term: string, ...said: readonly string[]])[],
  attributes: Attributes = {},
): string =>
  `${tag('dl', attributes, ...entries.map(([term, ...rest]) => `${tag('div', {}, tag('dt', {}, term), ...rest.map((one) => tag('dd', {}, one)))}\n`))}\n`;

export const timeHtml = (at: string | null): string =>
  at === null ? 'time not known' : tag('time', { datetime: at }, escapeXml(timeInWords(at)));

/** A link that tells nobody where it was followed from. */
export const linkHtml = (url: string, words: string): string =>
  tag('a', { href: url, rel: 'noreferrer' }, words);

/** When a post went out, as a link where it can be seen; else where it stands in the archive. */
export const postRef = ({ at, url, file, line, id }: AuditedPost): string => {
  const safe = safeUrl(url);
  if (safe !== undefined) return linkHtml(safe, timeHtml(at));
  return `${timeHtml(at)} <span class="note">(${apart(id)}, ${said(file)}, line ${figure(line)})</span>`;
};

/** A word with a sign before it, so that colour never tells alone. */
export const badge = (tone: string, words: string): string =>
  tag('span', { class: `badge ${tone}` }, escapeXml(words));

export const SEVERITY_WORDS = { error: '✖ Error', warning: '▲ Warning', info: '● Info' } as const;
