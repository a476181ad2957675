import type { ArchiveAccount, SkipReason } from './archive.ts';
import type { PolicyInfo, Weekday } from './policy.ts';
import type { Problem, Notice } from './problem.ts';
import type { JudgedPost, NotCheckable } from './report.ts';
import type { Severity } from './severity.ts';
import type { Excused, Purpose } from './trace.ts';

/** A stretch of time that is looked at: days in the school's zone, the last included. */
export interface Period {
  /** `Autumn term 2025`, or the dates in words. */
  readonly label: string;
  /** As 2025-09-03. */
  readonly from: string;
  readonly to: string;
  /** Milliseconds since 1970 UTC; `endMs` is not included. */
  readonly startMs: number;
  readonly endMs: number;
}

/** A post that somebody may want to look up. Words are masked as in the whole report. */
export interface AuditedPost {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  /** ISO 8601 with the offset of the school's zone; null: not known. */
  readonly at: string | null;
  readonly url?: string;
}

/** How the archive stands to one clause. */
export interface AuditAnswer {
  readonly policy: string;
  /** Id of the audit's rule. */
  readonly rule: string;
  readonly clause: string;
  readonly requires: string;
  readonly severity: Severity;
  /** `look`: nobody but a person can tell, and here is what to look at. */
  readonly status: 'kept' | 'broken' | 'look' | 'not-checkable';
  /** One sentence that stands alone, with its figures: what was seen, or what is wanting. */
  readonly told: string;
  readonly advice?: string;
  /** The worst or first of what was seen, a sentence each; at most MOST_ITEMS. */
  readonly items: readonly { readonly told: string; readonly post?: AuditedPost }[];
  /** How many there are in all. */
  readonly count: number;
}

export const MOST_ITEMS = 100;

/** How often a rule was broken in the period, and in the one before. */
export interface RuleFigure {
  /** `policy/rule`. */
  readonly rule: string;
  readonly clause: string;
  readonly section: string;
  readonly requires: string;
  readonly severity: Severity;
  readonly findings: number;
  readonly posts: number;
  /** Posts that broke it in the period before; null: that period is not in the archive. */
  readonly before: number | null;
}

/** All that was judged in one week, somebody else’s words too. `start` is its Monday. */
export interface WeekFigure {
  readonly start: string;
  readonly posts: number;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** What became of every record: the sum of all but `read` is `read`. */
export interface Sums {
  readonly read: number;
  /** Judged in the period: the account's own words. */
  readonly own: number;
  /** In the period, somebody else's words that it passed on, and that it liked. */
  readonly reposts: number;
  readonly likes: number;
  /** Judged to compare, in the period before. */
  readonly before: number;
  /** Out of both. */
  readonly outside: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  /** Records that could not be read or judged. */
  readonly unread: number;
}

/** Hours in which a policy lets posts go out. */
export interface WindowShown {
  readonly policy: string;
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
}

/** What another policy would have said of the same posts. */
export interface Comparison {
  readonly policy: PolicyInfo;
  /** Posts with an error under the other policy and none under ours; and the other way round. */
  readonly stopped: number;
  readonly letThrough: number;
  readonly both: number;
  readonly neither: number;
  /** By rule of the other policy, how many posts it alone would have stopped. */
  readonly rules: readonly {
    readonly rule: string;
    readonly clause: string;
    readonly posts: number;
  }[];
  /** The first of those that only one of the two stops. */
  readonly posts: readonly (AuditedPost & {
    readonly side: 'stopped' | 'let-through';
    readonly rules: readonly string[];
  })[];
}

export interface SignOffShown {
  /** `policy/clause`. */
  readonly name: string;
  readonly requires: string;
  readonly owner: string;
  readonly every: string;
  readonly last?: string;
  readonly next?: string;
  readonly status: 'never' | 'overdue' | 'fine' | 'occasion';
}

/** Posts with an error, by what becomes of them. */
export interface ErrorFigures {
  /** They must come down. */
  readonly due: number;
  readonly deleted: number;
  /** Still up, with an error of their time or of how they were sent. */
  readonly otherwise: number;
  /** Still up, with errors that are only possible. */
  readonly guesses: number;
}

/** What a whole audit adds up to; the posts themselves go by one by one before it. */
export interface AuditSummary {
  readonly period: Period;
  readonly previous?: Period;
  readonly timezone: string;
  /** The day of the run, as 2026-11-23, in the school's zone. */
  readonly today: string;
  readonly account?: ArchiveAccount;
  readonly sums: Sums;
  /** Posts with an error, a warning but no error, and so on; `clean`: none at all. */
  readonly posts: Readonly<Record<Severity | 'clean', number>>;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly findingsBefore: Readonly<Record<Severity, number>> | null;
  readonly waived: number;
  /**
   * Posts with findings, the most serious first, then by time and id: at most MOST_POSTS, masked.
   * `isDue`: it must come down today, for it breaks a rule of severity error and is still up.
   * What is wrong with its time, or with how it was sent, does not ask for that.
   */
  readonly listed: readonly (JudgedPost & { readonly isDue: boolean })[];
  /** How many posts have findings, and how many must come down. */
  readonly listable: number;
  readonly due: number;
  /** What becomes of the posts with an error; the sum of the four is `posts.error`. */
  readonly errors: ErrorFigures;
  readonly rules: readonly RuleFigure[];
  /** Posts of the account's own by weekday (Monday first) and hour of the school's clocks. */
  readonly hours: readonly (readonly number[])[];
  readonly windows: readonly WindowShown[];
  readonly weeks: readonly WeekFigure[];
  readonly purposes: Readonly<Record<Purpose, number>>;
  /** `text`: the first of the post’s words, masked. */
  readonly excused: readonly (Excused & { readonly post: AuditedPost; readonly text: string })[];
  readonly excusedCounts: Readonly<Record<Excused['by'], number>>;
  readonly answers: readonly AuditAnswer[];
  readonly unchecked: readonly NotCheckable[];
  readonly signOffs: readonly SignOffShown[];
  readonly comparison?: Comparison;
  /** Days of the calendar that matter to who reads the report: where terms begin and end. */
  readonly terms: readonly Period[];
  readonly notices: readonly Notice[];
  readonly problems: readonly Problem[];
}

/** More rows make a page that no browser shows; the rest is counted, and in the table of --format csv. */
export const MOST_POSTS = 5000;
