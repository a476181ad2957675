import type { AuditSummary } from '../../core/audit.ts';
import type { ReportHead } from '../../core/report.ts';
import base from '../html.css?raw';
import { dateInWords } from '../when.ts';
import type { AuditFormat } from './format.ts';
import { comparedWith } from './html-compare.ts';
import { duties, excusedPosts, notChecked, problemsFound, signOffsDue } from './html-duties.ts';
import { mustComeDown } from './html-due.ts';
import { howMade } from './html-how.ts';
import { lookedAt, tiles, verdict } from './html-overview.ts';
import type { Section } from './html-parts.ts';
import { apart, said, sectionHtml, tag } from './html-parts.ts';
import { allPosts } from './html-posts.ts';
import { figures } from './html-rules.ts';
import script from './page.js?raw';
import style from './page.css?raw';
import { accountName, periodInWords, policiesInvolved } from './words.ts';

/** SHA-256 of the style sheet and of the script: nothing else on the page looks or runs. */
const STYLE_HASH = 'sha256-ZRtiSjt3OtRcv5wRVs+i8WzpMrgDVcUo8aKSvQ/bdBI=';
const SCRIPT_HASH = 'sha256-fq56szBT/RN1clHZ5+EiVTaV8quyrO75jzdYTZ6Qf1o=';

const POLICY = [
  "default-src 'none'",
  `style-src '${STYLE_HASH}'`,
  `script-src '${SCRIPT_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const titleOf = (summary: AuditSummary): string =>
  `Audit of ${said(accountName(summary))}: ${said(summary.period.label)}`;

const pageHead = (summary: AuditSummary): string =>
  [
    '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    '<meta name="robots" content="noindex">\n<meta name="referrer" content="no-referrer">\n',
    `<title>${titleOf(summary)} – policy-lint</title>\n`,
    `<style>${base}${style}</style>\n</head>\n<body>\n`,
    '<a class="skip" href="#main">Go to the report</a>\n',
  ].join('');

const banner = (summary: AuditSummary, { policies }: ReportHead): string => {
  const titles = policies.map(({ title, adopted }) =>
    adopted === undefined ? apart(title) : `${apart(title)}, adopted ${said(dateInWords(adopted))}`,
  );
  return [
    '<header>\n',
    tag('h1', {}, `Audit of ${apart(accountName(summary))}`),
    tag(
      'p',
      { class: 'where' },
      `${apart(periodInWords(summary.period))}, under ${titles.join(' and ')}`,
    ),
    verdict(summary),
    tiles(summary),
    '</header>\n',
  ].join('\n');
};

const contents = (sections: readonly Section[]): string =>
  tag(
    'nav',
    { 'aria-label': 'Contents' },
    '\n<ul>\n',
    ...sections.map(({ id, title }) => `${tag('li', {}, tag('a', { href: `#${id}` }, title))}\n`),
    '</ul>\n',
  );

const footer = ({ tool }: ReportHead, { today }: AuditSummary): string =>
  `<footer>${said(`${tool.name} ${tool.version}`)} · made on ${said(dateInWords(today))} · this page needs no network and sends nothing</footer>\n`;

const page = async (summary: AuditSummary, head: ReportHead, reveal: boolean): Promise<string> => {
  // The plotting library takes longer to load than everything else here.
  const { perWeek, whatFor, whenPosted } = await import('./html-plots.ts');
  const involved = { ...head, policies: policiesInvolved(summary, head.policies) };
  const sections = [
    lookedAt(summary),
    mustComeDown(summary, involved, reveal),
    figures(summary, involved),
    whenPosted(summary, head),
    perWeek(summary),
    whatFor(summary),
    excusedPosts(summary, involved),
    duties(summary, involved),
    notChecked(summary, involved),
    signOffsDue(summary),
    ...comparedWith(summary, head),
    problemsFound(summary),
    howMade(summary),
    allPosts(summary, involved, reveal),
  ];
  return [
    pageHead(summary),
    banner(summary, head),
    contents(sections),
    '\n<main id="main">\n',
    ...sections.map(sectionHtml),
    '</main>\n',
    footer(head, summary),
    `<script>${script}</script>\n</body>\n</html>\n`,
  ].join('');
};

/** For governors: one page that needs nothing from anywhere, to be read, searched, printed or sent on. */
export const html: AuditFormat = (head, { reveal }) => ({
  post: () => '',
  end: (summary) => page(summary, head, reveal),
});
