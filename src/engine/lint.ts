import type { Check } from '../checks/check.ts';
import type { Policy } from '../core/policy.ts';
import type { Post } from '../core/post.ts';
import { kindOf } from '../core/post.ts';
import type { JudgedPost } from '../core/report.ts';
import type { School } from '../core/school.ts';
import type { Document, Tools } from '../document/document.ts';
import { atAnotherTime, createDocument } from '../document/document.ts';
import { toIso } from '../time/zone.ts';
import { instantOf, judge } from './judge.ts';
import type { PreparedPolicy } from './prepare.ts';
import { createAsked, judgedBy, preparePolicy } from './prepare.ts';
import { namesIn } from './names.ts';
import { suggestions } from './suggest.ts';
import type { LoadEncoder } from './tools.ts';
import { afterOthers, readDocument, readOthers, toolsFor } from './tools.ts';
import type { traceOf } from './trace.ts';

export interface Bench {
  readonly policies: readonly Policy[];
  readonly checks: ReadonlyMap<string, Check>;
  readonly school: School;
  /** The moment of the run: when a draft without a time would go out. */
  readonly nowMs: number;
  readonly loadEncoder?: LoadEncoder | undefined;
  /** False where nobody will rewrite the posts; what is known to be out already never is. */
  readonly suggests?: boolean;
  /** True where audits follow: each post brings what they look at. */
  readonly traces?: boolean;
}

/** Without its fingerprint. */
const judgePost = (
  document: Document,
  prepared: readonly PreparedPolicy[],
  { nowMs, school, policies, suggests = true }: Bench,
  trace: typeof traceOf | undefined,
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
    fingerprint: '',
    at: atMs === null ? null : toIso(atMs, timezone),
    findings:
      suggests && !post.published
        ? suggestions(post, judged, relint, timezone)
        : judged.map(({ finding }) => ({ ...finding, suggestions: [] })),
    waived: [],
    known: [],
    unchecked,
    names: judged.length === 0 ? [] : namesIn(document),
    ...(trace && { trace: trace(document, prepared, atMs) }),
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
  const judgedKinds = new Set(
    prepared.flatMap(({ rules }) => rules.flatMap(({ rule }) => judgedBy(rule))),
  );
  const trace = bench.traces ? (await import('./trace.ts')).traceOf : undefined;
  let fingerprintOf: ((post: Post) => string) | undefined;
  for await (const post of posts) {
    const kind = kindOf(post);
    const document =
      kind === 'own'
        ? await readDocument(post, bench.school, tools, bench.loadEncoder)
        : await readOthers(post, bench.school, tools, judgedKinds.has(kind));
    tools = kind === 'own' ? document.tools : afterOthers(tools, document);
    const judged = judgePost(document, prepared, bench, trace);
    if (judged.findings.length === 0) yield judged;
    else {
      // A clean post, which is what most drafts are, needs no hash function.
      fingerprintOf ??= (await import('./fingerprint.ts')).fingerprintOf;
      yield { ...judged, fingerprint: fingerprintOf(post) };
    }
  }
}
