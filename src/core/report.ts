import type { Finding, Unchecked } from './finding.ts';
import type { PolicyInfo } from './policy.ts';
import type { Post } from './post.ts';
import type { Notice, Problem } from './problem.ts';
import type { Place } from './span.ts';
import type { Trace } from './trace.ts';
import type { Waiver } from './waiver.ts';

/** A finding that an exception covers. */
export interface WaivedFinding {
  readonly finding: Finding;
  readonly waiver: Waiver;
}

/** One post and what was found in it. */
export interface JudgedPost {
  readonly post: Post;
  /** Of the post’s words, the same on every machine and whatever the file; empty when nothing was found. */
  readonly fingerprint: string;
  /** ISO 8601 with the offset of the first policy's zone; null: unscheduled. */
  readonly at: string | null;
  readonly findings: readonly Finding[];
  /** Findings that somebody answers for. */
  readonly waived: readonly WaivedFinding[];
  /** Findings that the baseline knows. */
  readonly known: readonly Finding[];
  /** The record whose findings this one would repeat: the same words for another channel. */
  readonly copyOf?: { readonly file: string; readonly line: number; readonly record: number };
  readonly unchecked: readonly Unchecked[];
  /** Names of children found anywhere in the post: what a report that leaves the terminal masks. */
  readonly names: readonly Place[];
  /** What audits look at beside findings; only where the run was asked for it. */
  readonly trace?: Trace;
  /** Words of names found in posts before it, in small letters: for what the post does not say itself. */
  readonly namedBefore?: NamedBefore;
}

/** Sets that grow while a run goes on. */
export interface NamedBefore {
  /** In posts of the same file. */
  readonly inFile: ReadonlySet<string>;
  readonly inRun: ReadonlySet<string>;
}

/** What could not be asked of posts for want of something that the school can tell. */
export interface NotCheckable {
  readonly reason: string;
  /** `policy/rule`, each once. */
  readonly rules: readonly string[];
  /** How many posts. */
  readonly posts: number;
}

export interface Summary {
  readonly posts: number;
  readonly clean: number;
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number };
  /** Findings that a waiver covers. */
  readonly waived: number;
  /** Findings that the baseline knows. */
  readonly known: number;
  /** Posts that repeat another’s words for another channel. */
  readonly copies: number;
  /** Posts that were read and not judged, because they are out already (`--upcoming`). */
  readonly past: number;
  readonly problems: number;
}

/** What is known of a run before its first post. */
export interface ReportHead {
  readonly tool: { readonly name: string; readonly version: string };
  readonly policies: readonly PolicyInfo[];
}

/** What is known of a run after its last post. */
export interface ReportTail {
  readonly unchecked: readonly NotCheckable[];
  readonly notices: readonly Notice[];
  readonly problems: readonly Problem[];
  readonly summary: Summary;
}

export interface Report extends ReportHead, ReportTail {
  readonly posts: readonly JudgedPost[];
}

/** Whether anything was found in a post, excepted or not. */
export const hasFindings = ({ findings, waived, known }: JudgedPost): boolean =>
  findings.length + waived.length + known.length > 0;

/** Whether a report tells of a post: something was found in it, or let pass. */
export const isTold = (judged: JudgedPost): boolean =>
  hasFindings(judged) || (judged.trace?.excused.length ?? 0) > 0;
