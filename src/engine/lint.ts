import type { Check } from '../checks/check.ts';
import type { Policy } from '../core/policy.ts';
import type { Post } from '../core/post.ts';
import type { Problem } from '../core/problem.ts';
import type { JudgedPost, NotCheckable, Summary } from '../core/report.ts';
import type { School } from '../core/school.ts';
import type { Document, Tools } from '../document/document.ts';
import { atAnotherTime, createDocument } from '../document/document.ts';
import { toIso } from '../time/zone.ts';
import { instantOf, judge } from './judge.ts';
import type { PreparedPolicy } from './prepare.ts';
import { createAsked, preparePolicy } from './prepare.ts';
import { namesIn } from './names.ts';
import { suggestions } from './suggest.ts';
import type { LoadEncoder } from './tools.ts';
import { readDocument, toolsFor } from './tools.ts';

export interface Bench {
  readonly policies: readonly Policy[];
  readonly checks: ReadonlyMap<string, Check>;
  readonly school: School;
  /** The moment of the run: when a draft without a time would go out. */
  readonly nowMs: number;
  readonly loadEncoder?: LoadEncoder | undefined;
}

const judgePost = (
  document: Document,
  prepared: readonly PreparedPolicy[],
  { nowMs, school, policies }: Bench,
): JudgedPost => {
  const { post, tools } = document;
  const timezone = policies[0]?.timezone ?? 'Europe/London';
  const atMs = instantOf(post, nowMs);
  const { judged, unchecked } = judge(document, prepared, nowMs);
  const relint = (edited: Post) => {
    const isSameText = edited.text === post.text && edited.media === post.media;
    const changed = isSameText
      ? atAnotherTime(document, edited)
      : createDocument(edited, school, tools);
    return judge(changed, prepared, nowMs).judged;
  };
  return {
    post,
    at: atMs === null ? null : toIso(atMs, timezone),
    findings: judged.length === 0 ? [] : suggestions(post, judged, relint, timezone),
    unchecked,
    names: judged.length === 0 ? [] : namesIn(document),
  };
};

/** Judges posts one by one, as they come; loads a heavy library when the first post needs it. */
export async function* lintPosts(
  posts: Iterable<Post> | AsyncIterable<Post>,
  bench: Bench,
): AsyncGenerator<JudgedPost> {
  const asked = createAsked(bench.checks);
  const prepared = bench.policies.map((policy) => preparePolicy(policy, bench.checks, asked));
  let tools: Tools = toolsFor(asked);
  for await (const post of posts) {
    const document = await readDocument(post, bench.school, tools, bench.loadEncoder);
    tools = document.tools;
    yield judgePost(document, prepared, bench);
  }
}

/** Adds up what was judged: posts read are posts judged plus problems. */
export const summarise = (posts: readonly JudgedPost[], problems: readonly Problem[]): Summary => {
  const findings = { error: 0, warning: 0, info: 0 };
  for (const post of posts) for (const { severity } of post.findings) findings[severity] += 1;
  return {
    posts: posts.length,
    clean: posts.filter((post) => post.findings.length === 0).length,
    findings,
    waived: 0,
    problems: problems.length,
  };
};

/** What could not be asked, each reason once, in the order in which posts showed it. */
export const notCheckable = (posts: readonly JudgedPost[]): readonly NotCheckable[] => {
  const byReason = new Map<string, { rules: Set<string>; posts: Set<JudgedPost> }>();
  for (const post of posts) {
    for (const { rule, reason } of post.unchecked) {
      const known = byReason.get(reason) ?? { rules: new Set(), posts: new Set() };
      byReason.set(reason, known);
      known.rules.add(rule);
      known.posts.add(post);
    }
  }
  return [...byReason].map(([reason, { rules, posts: those }]) => ({
    reason,
    rules: [...rules],
    posts: those.size,
  }));
};
