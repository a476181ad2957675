import type { Finding, Unchecked } from './finding.ts';
import type { PolicyInfo } from './policy.ts';
import type { Post } from './post.ts';
import type { Problem } from './problem.ts';
import type { Place } from './span.ts';

/** One post and what was found in it. */
export interface JudgedPost {
  readonly post: Post;
  /** ISO 8601 with the offset of the first policy's zone; null: unscheduled. */
  readonly at: string | null;
  readonly findings: readonly Finding[];
  readonly unchecked: readonly Unchecked[];
  /** Names of children found anywhere in the post: what a report that leaves the terminal masks. */
  readonly names: readonly Place[];
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
  readonly waived: number;
  readonly problems: number;
}

export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  readonly policies: readonly PolicyInfo[];
  readonly posts: readonly JudgedPost[];
  readonly unchecked: readonly NotCheckable[];
  readonly problems: readonly Problem[];
  readonly summary: Summary;
}
