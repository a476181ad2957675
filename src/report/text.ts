import type { JudgedPost, ReportHead } from '../core/report.ts';
import { block } from './block.ts';
import { frame } from './frame.ts';
import { groupsOf, settlingAll } from './groups.ts';
import { guarded } from './guard.ts';
import { heading } from './heading.ts';
import { maskOf } from './mask.ts';
import type { Mask } from './mask.ts';
import type { Format, Paint, ReportOptions } from './options.ts';
import { columnsOf } from './options.ts';
import { partInWords } from './parts.ts';
import { NO_POSTS, count, summaryLine } from './summary.ts';

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
  { policies }: ReportHead,
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
export const text: Format = (head, options) => {
  const tally = { ...NO_POSTS };
  return {
    post: (judged) => {
      count(tally, judged);
      return judged.findings.length === 0 ? '' : guarded(postLines(judged, head, options));
    },
    end: (tail) => guarded(summaryLine(tally, tail, columnsOf(options), options.paint)),
  };
};
