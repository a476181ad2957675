import type { AuditSummary } from '../../core/audit.ts';
import type { JudgedPost, ReportHead } from '../../core/report.ts';
import type { ReportOptions } from '../options.ts';

/** A report of an audit that is written while posts are judged. */
export interface AuditWriter {
  /** What is written for one post of the period: nothing, where a format must wait for the end. */
  readonly post: (judged: JudgedPost) => string;
  /** What is written for one post of the period before; absent: nothing. */
  readonly before?: (judged: JudgedPost) => string;
  /** The rest. */
  readonly end: (summary: AuditSummary) => string | Promise<string>;
}

/** A format of the report of an audit. What it writes ends with a line break, or is empty. */
export type AuditFormat = (head: ReportHead, options: ReportOptions) => AuditWriter;
