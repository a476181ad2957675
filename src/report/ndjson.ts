import type { JudgedPost, Report } from '../core/report.ts';
import type { Frame } from './json.ts';
import { headOf, postOf, tailOf, toJson } from './json.ts';
import type { Render, ReportOptions } from './options.ts';

/** One post on one line, as soon as it is judged. */
export const postLine = (judged: JudgedPost, { reveal }: Pick<ReportOptions, 'reveal'>): string =>
  `${toJson(postOf(judged, reveal))}\n`;

/** The last line: the whole JSON report but its posts. Where it is missing, the run was cut short. */
export const lastLine = (frame: Frame): string =>
  `${toJson({ ...headOf(frame), ...tailOf(frame) })}\n`;

/** For programs that read line by line: one post a line, then everything else. */
export const ndjson: Render<Report> = (report, options) =>
  report.posts.map((judged) => postLine(judged, options)).join('') + lastLine(report);
