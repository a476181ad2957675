import type { JudgedPost, ReportHead, ReportTail } from '../core/report.ts';
import { headOf, postOf, tailOf, toJson } from './json.ts';
import type { Format, ReportOptions } from './options.ts';

/** One post on one line, as soon as it is judged. */
const postLine = (judged: JudgedPost, { reveal }: Pick<ReportOptions, 'reveal'>): string =>
  `${toJson(postOf(judged, reveal))}\n`;

/** The last line: the whole JSON report but its posts. Where it is missing, the run was cut short. */
const lastLine = (head: ReportHead, tail: ReportTail): string =>
  `${toJson({ ...headOf(head), ...tailOf(tail) })}\n`;

/** For programs that read line by line: one post a line, then everything else. */
export const ndjson: Format = (head, options) => ({
  post: (judged) => postLine(judged, options),
  end: (tail) => lastLine(head, tail),
});
