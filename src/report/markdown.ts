import type { Problem } from '../core/problem.ts';
import type { JudgedPost, ReportHead, ReportTail, WaivedFinding } from '../core/report.ts';
import type { Gathered } from './gathered.ts';
import { gatherPosts } from './gather-posts.ts';
import { guarded } from './guard.ts';
import { nameOf } from './heading.ts';
import { escapeMarkdown } from './markdown-escape.ts';
import { markdownPost, said } from './markdown-post.ts';
import type { Format } from './options.ts';
import { PLAIN } from './options.ts';
import type { ShownPost } from './shown.ts';
import { counted, summaryLine } from './summary.ts';
import { dateInWords } from './when.ts';

/** GitHub takes a summary of a job up to a mebibyte, and drops a longer one whole. */
const ROOM = { findings: 2000, characters: 300_000, listed: 200 };

const ONE_LINE = 100_000;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const waiverRow = (
  { finding, waiver }: WaivedFinding,
  judged: JudgedPost,
  { mask, inWaiver }: ShownPost,
): string =>
  row([
    escapeMarkdown(nameOf(judged, mask)),
    said(finding.rule),
    escapeMarkdown(inWaiver(waiver.reason)),
    escapeMarkdown(inWaiver(waiver.approvedBy)),
    said(dateInWords(waiver.expires)),
  ]);

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `### ${title}`, ...lines];

const list = (items: readonly string[], leftOut = 0): readonly string[] =>
  items.length === 0
    ? []
    : ['', ...items.map((item) => `- ${item}`), ...(leftOut > 0 ? [`- and ${leftOut} more`] : [])];

const placed = ({ file, line, column, message }: Problem): string => {
  const place = [said(file), line, line === undefined ? undefined : column];
  return `${place.filter((piece) => piece !== undefined).join(':')}: ${said(message)}`;
};

const placedList = (problems: readonly Problem[]): readonly string[] =>
  list(problems.slice(0, ROOM.listed).map(placed), problems.length - ROOM.listed);

const table = ({ pieces, leftOut }: Gathered): readonly string[] =>
  pieces.length === 0
    ? []
    : [
        '',
        row(['Post', 'Rule', 'Reason', 'Approved by', 'Until']),
        row(['---', '---', '---', '---', '---']),
        ...pieces,
        ...(leftOut() > 0 ? ['', `and ${leftOut()} more`] : []),
      ];

const uncheckedItems = ({ unchecked }: ReportTail): readonly string[] =>
  unchecked.map(
    ({ reason, rules, posts }) =>
      `in ${counted(posts, 'post')}, because ${said(reason)} (${said(rules.join(', '))})`,
  );

const policiesLine = ({ tool, policies }: ReportHead): string => {
  const titles = policies.map(({ title, adopted }) =>
    adopted === undefined ? said(title) : `${said(title)}, adopted ${said(dateInWords(adopted))}`,
  );
  return [said(`${tool.name} ${tool.version}`), ...titles].join(' · ');
};

/** For a person who reads in a pull request or a wiki. What is most is said first, so all waits. */
export const markdown: Format = (head, { reveal }) => {
  const { post, tally, posts, waivers } = gatherPosts(
    ROOM,
    {
      post: (judged, shown) => markdownPost(judged, head, shown).join('\n'),
      waiver: waiverRow,
    },
    reveal,
  );
  return {
    post,
    end: (tail) => {
      const more = counted(posts.leftOut(), 'more post');
      const body = [
        '## policy-lint',
        '',
        `**${said(summaryLine(tally, tail, ONE_LINE, PLAIN).join(' '))}**`,
        ...section('Could not be read', placedList(tail.problems)),
        ...section('Posts', posts.pieces),
        ...(posts.leftOut() > 0
          ? ['', `${more} with findings: this report has no room for them.`]
          : []),
        ...section('Exceptions in force', table(waivers)),
        ...section('Notices', placedList(tail.notices)),
        ...section('Not checkable', list(uncheckedItems(tail))),
        '',
        '---',
        '',
        policiesLine(head),
      ];
      return guarded(body.join('\n').split('\n'));
    },
  };
};
