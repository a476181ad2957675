import type { Problem } from '../core/problem.ts';
import type { JudgedPost, ReportHead, ReportTail } from '../core/report.ts';
import { headOf, postOf, problemsOf, tailOf, toJson } from './json.ts';
import type { Format, ReportOptions } from './options.ts';

/** One post on one line, as soon as it is judged. */
const postLine = (judged: JudgedPost, { reveal }: Pick<ReportOptions, 'reveal'>): string =>
  `${toJson(postOf(judged, reveal))}\n`;

/** What stands in the place of a post that could not be read. */
export const problemLine = (problem: Problem): string =>
  `${toJson({ problem: problemsOf([problem])[0] })}\n`;

/** The last line: the whole JSON report but its posts. Where it is missing, the run was cut short. */
export const lastLine = (head: ReportHead, tail: ReportTail): string =>
  `${toJson({ ...headOf(head), ...tailOf(tail) })}\n`;

/** For programs that read line by line: one post a line, then everything else. */
export const ndjson: Format = (head, options) => ({
  post: (judged) => postLine(judged, options),
  end: (tail) => lastLine(head, tail),
});
