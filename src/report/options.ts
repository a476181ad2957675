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
  readonly paint: Paint;
}

/** A whole report as one string that ends with a line break. */
export type Render<Subject> = (subject: Subject, options: ReportOptions) => string;

/** The columns to lay out for, whatever the terminal says of itself. */
export const columnsOf = ({ width }: ReportOptions): number =>
  Math.min(200, Math.max(40, Math.floor(width) || 80));
