import type { Problem } from '../core/problem.ts';
import type { JudgedPost, ReportHead, ReportTail, WaivedFinding } from '../core/report.ts';
import type { Gathered } from './gathered.ts';
import { gatherPosts } from './gather-posts.ts';
import { cardHtml } from './html-card.ts';
import style from './html.css?raw';
import { nameOf } from './heading.ts';
import type { Format } from './options.ts';
import { PLAIN } from './options.ts';
import type { ShownPost } from './shown.ts';
import { shownText } from './shown.ts';
import type { Tally } from './summary.ts';
import { counted, summaryLine, toLookAt } from './summary.ts';
import { dateInWords } from './when.ts';
import { element, escapeXml, opening } from './xml.ts';

/** Nobody reads on, and no browser likes to; the other formats tell the rest. */
const ROOM = { findings: 5000, characters: 20_000_000, listed: 1000 };

const ONE_LINE = 100_000;

/** SHA-256 of the style sheet: nothing else on the page may say how it looks, and nothing may run. */
const STYLE_HASH = 'sha256-ebyzTia9nkGIRsWtqiQgbKfeOLX3XxIgc3dhfkd9q/U=';

const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

const said = (text: string): string => escapeXml(shownText(text));

const section = (title: string, body: readonly string[]): readonly string[] =>
  body.length === 0
    ? []
    : ['<section>\n', element('h2', {}, [title]), '\n', ...body, '</section>\n'];

const list = (items: readonly string[], leftOut = 0): readonly string[] =>
  items.length === 0
    ? []
    : [
        '<ul>\n',
        ...[...items, ...(leftOut > 0 ? [`and ${leftOut} more`] : [])].map(
          (item) => `${element('li', {}, [item])}\n`,
        ),
        '</ul>\n',
      ];

const placed = ({ file, line, column, message }: Problem): string => {
  const at =
    line === undefined ? '' : `, line ${line}${column === undefined ? '' : `, column ${column}`}`;
  return `${element('strong', {}, [`${said(file)}${at}`])}: ${said(message)}`;
};

const placedList = (problems: readonly Problem[]): readonly string[] =>
  list(problems.slice(0, ROOM.listed).map(placed), problems.length - ROOM.listed);

const cells = (name: 'th' | 'td', scope: string | undefined, texts: readonly string[]): string =>
  texts.map((text) => element(name, { scope }, [escapeXml(text)])).join('');

const waiverRow = (
  { finding, waiver }: WaivedFinding,
  judged: JudgedPost,
  { mask, inWaiver }: ShownPost,
): string => {
  const rest = [
    shownText(finding.rule),
    inWaiver(waiver.reason),
    inWaiver(waiver.approvedBy),
    shownText(dateInWords(waiver.expires)),
  ];
  return `${element('tr', {}, [cells('th', 'row', [nameOf(judged, mask)]), cells('td', undefined, rest)])}\n`;
};

const table = ({ pieces, leftOut }: Gathered): readonly string[] =>
  pieces.length === 0
    ? []
    : [
        opening('div', {
          class: 'scroll',
          role: 'region',
          tabindex: 0,
          'aria-label': 'Exceptions',
        }),
        '<table>\n',
        element('caption', {}, ['Findings that somebody answers for, until the day given.']),
        element('thead', {}, [
          element('tr', {}, [
            cells('th', 'col', ['Post', 'Rule', 'Reason', 'Approved by', 'Until']),
          ]),
        ]),
        '\n<tbody>\n',
        ...pieces,
        '</tbody></table></div>\n',
        ...(leftOut() > 0 ? [element('p', {}, [`and ${leftOut()} more`])] : []),
      ];

const figures = (tally: Tally, { problems, summary }: ReportTail): string => {
  const shown: readonly (readonly [string, number, boolean])[] = [
    ['to change', tally.mustChange, true],
    ['to look at', toLookAt(tally), true],
    ['ready', tally.clean, true],
    ['not read', problems.length, problems.length > 0],
    ['exceptions in force', summary.waived, summary.waived > 0],
    ['known from the baseline', summary.known, summary.known > 0],
    ['copies not repeated', summary.copies, summary.copies > 0],
    ['already out', summary.past, summary.past > 0],
  ];
  const tiles = shown
    .filter(([, , isShown]) => isShown)
    .map(([label, figure]) =>
      element('div', {}, [element('dt', {}, [label]), element('dd', {}, [String(figure)])]),
    );
  return `${element('dl', { class: 'figures' }, tiles)}\n`;
};

const verdict = (tally: Tally, tail: ReportTail): string => {
  const words = summaryLine(tally, tail, ONE_LINE, PLAIN).join(' ');
  const tone = words.startsWith('✖') ? 'error' : words.startsWith('▲') ? 'warning' : 'good';
  return `${element('p', { class: `verdict ${tone}` }, [said(words)])}\n`;
};

const uncheckedItems = ({ unchecked }: ReportTail): readonly string[] =>
  unchecked.map(
    ({ reason, rules, posts }) =>
      `in ${counted(posts, 'post')}, because ${said(reason)} (${said(rules.join(', '))})`,
  );

const footer = ({ tool, policies }: ReportHead): string => {
  const titles = policies.map(({ title, adopted }) =>
    adopted === undefined ? title : `${title}, adopted ${dateInWords(adopted)}`,
  );
  const words = [`${tool.name} ${tool.version}`, ...titles].map(said).join(' · ');
  return `${element('footer', {}, [words])}\n`;
};

const pageHead = [
  '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n',
  `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n`,
  '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
  '<meta name="robots" content="noindex">\n<meta name="referrer" content="no-referrer">\n',
  '<title>Posts checked – policy-lint</title>\n',
  `<style>${style}</style>\n</head>\n<body>\n<main>\n`,
].join('');

const leftOutLine = (leftOut: number): readonly string[] =>
  leftOut === 0
    ? []
    : [
        element('p', {}, [
          `${counted(leftOut, 'more post')} with findings: this page has no room for them.`,
        ]),
      ];

/** For a person: one page that needs nothing from anywhere, to be read, printed or sent on. */
export const html: Format = (head, { reveal }) => {
  const { post, tally, posts, waivers } = gatherPosts(
    ROOM,
    {
      post: (judged, shown, number) => cardHtml(judged, shown, head.policies, `post-${number}`),
      waiver: waiverRow,
    },
    reveal,
  );
  return {
    post,
    end: (tail) =>
      [
        pageHead,
        '<h1>Posts checked</h1>\n',
        verdict(tally, tail),
        figures(tally, tail),
        ...section('Could not be read', placedList(tail.problems)),
        ...section('Posts', [...posts.pieces, ...leftOutLine(posts.leftOut())]),
        ...section('Exceptions in force', table(waivers)),
        ...section('Notices', placedList(tail.notices)),
        ...section('Not checkable', list(uncheckedItems(tail))),
        '</main>\n',
        footer(head),
        '</body>\n</html>\n',
      ].join(''),
  };
};
