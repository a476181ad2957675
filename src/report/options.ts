import type { JudgedPost, Report, ReportHead, ReportTail } from '../core/report.ts';
import type { Severity } from '../core/severity.ts';

export type Style = (text: string) => string;

/** Colours of a report. It is given text that is already escaped and laid out. */
export interface Paint extends Readonly<Record<Severity, Style>> {
  readonly good: Style;
  readonly bold: Style;
  readonly dim: Style;
  /** The words of a post that are meant. */
  readonly mark: Style;
  readonly removed: Style;
  readonly added: Style;
}

const same: Style = (text) => text;

/** No colour at all. */
export const PLAIN: Paint = {
  error: same,
  warning: same,
  info: same,
  good: same,
  bold: same,
  dim: same,
  mark: same,
  removed: same,
  added: same,
};

export interface ReportOptions {
  /** Columns of the terminal; what a person reads is laid out for 40 to 200. */
  readonly width: number;
  /** Shows children’s names as they stand in the posts. */
  readonly reveal: boolean;
  /** The least severity that fails the run: for formats that tell passed from failed. Absent: errors. */
  readonly failOn?: Severity;
  readonly paint: Paint;
}

/** A whole report as one string that ends with a line break. */
export type Render<Subject> = (subject: Subject, options: ReportOptions) => string;

/** A report that is written while posts are judged, so that none of them has to be kept. */
export interface ReportWriter {
  /** What is written for one post: nothing, where a format must wait for the end. */
  readonly post: (judged: JudgedPost) => string;
  /** The rest. */
  readonly end: (tail: ReportTail) => string;
}

/** An output format. What it writes ends with a line break, or is empty. */
export type Format = (head: ReportHead, options: ReportOptions) => ReportWriter;

/** A whole report at once. */
export const renderWith =
  (format: Format): Render<Report> =>
  (report, options) => {
    const writer = format(report, options);
    return report.posts.map(writer.post).join('') + writer.end(report);
  };

/** The columns to lay out for, whatever the terminal says of itself. */
export const columnsOf = ({ width }: ReportOptions): number =>
  Math.min(200, Math.max(40, Math.floor(width) || 80));
