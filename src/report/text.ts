import type { Finding } from '../core/finding.ts';
import { groupBy } from '../core/group-by.ts';
import type { JudgedPost, Report } from '../core/report.ts';
import { CONFIDENCES, SEVERITIES } from '../core/severity.ts';
import { block, suggestionKey } from './block.ts';
import { frame } from './frame.ts';
import { guarded } from './guard.ts';
import { heading } from './heading.ts';
import { maskOf } from './mask.ts';
import type { Mask } from './mask.ts';
import type { Paint, Render, ReportOptions } from './options.ts';
import { columnsOf } from './options.ts';
import { partInWords } from './parts.ts';
import { summaryLine } from './summary.ts';

/** Findings of one rule together, the most serious and the surest first. */
const groupsOf = (findings: readonly Finding[]): readonly (readonly Finding[])[] => {
  const groups = groupBy(findings, ({ rule }) => rule);
  const surest = (group: readonly Finding[]): number =>
    Math.min(...group.slice(0, 1000).map(({ confidence }) => CONFIDENCES.indexOf(confidence)));
  const rank = (group: readonly Finding[]): number => SEVERITIES.indexOf(group[0]!.severity);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || surest(a) - surest(b));
};

/** Suggestions that every finding of the post offers. */
const settlingAll = (findings: readonly Finding[]): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const keys = finding.suggestions.map((suggestion) => suggestionKey(finding, suggestion));
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count === findings.length).map(([key]) => key));
};

const showsText = ({ findings }: JudgedPost): boolean =>
  findings.some(({ where, range }) => range !== null && !where.startsWith('media'));

/** So that a reader knows which post is meant when no finding marks its text. */
const excerpt = (judged: JudgedPost, mask: Mask, width: number, paint: Paint) =>
  showsText(judged)
    ? []
    : frame(
        [
          {
            text: judged.post.text,
            marks: [],
            masks: mask.inPart('text'),
            title: partInWords('text'),
          },
        ],
        width,
        paint,
      );

const postLines = (
  judged: JudgedPost,
  { policies }: Report,
  options: ReportOptions,
): readonly string[] => {
  const { paint } = options;
  const width = columnsOf(options);
  const mask = maskOf(judged, options.reveal);
  const setting = {
    judged,
    mask,
    policies,
    width,
    paint,
    settlesAll: settlingAll(judged.findings),
    shown: new Set<string>(),
  };
  return [
    ...heading(judged, mask, width, paint),
    ...excerpt(judged, mask, width, paint),
    ...groupsOf(judged.findings).flatMap((group) => ['', ...block(group, setting)]),
    '',
  ];
};

/** For a person: what is wrong, where, which clause says so, and what to write instead. */
export const text: Render<Report> = (report, options) =>
  guarded([
    ...report.posts
      .filter(({ findings }) => findings.length > 0)
      .flatMap((judged) => postLines(judged, report, options)),
    ...summaryLine(report, columnsOf(options), options.paint),
  ]);
