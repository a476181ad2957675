import type { Finding } from './finding.ts';
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
  /** Names of children found anywhere in the post: what a report that leaves the terminal masks. */
  readonly names: readonly Place[];
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
  readonly problems: readonly Problem[];
  readonly summary: Summary;
}
