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
  const traced = trace?.(document, prepared, atMs);
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
    // Whose words no report shows need not be read for names.
    names: judged.length > 0 || (traced?.excused.length ?? 0) > 0 ? namesIn(document) : [],
    ...(traced && { trace: traced }),
  };
};

/** Judges a post; a promise only where a heavy library must be loaded first. */
export type JudgeOne = (post: Post) => JudgedPost | Promise<JudgedPost>;

/** Judges posts that come one after the other, each when the one before it is done. */
export const createJudgeOne = async (bench: Bench): Promise<JudgeOne> => {
  const asked = createAsked(bench.checks);
  const prepared = bench.policies.map((policy) => preparePolicy(policy, bench.checks, asked));
  let tools: Tools = toolsFor(asked);
  const judgedKinds = new Set(
    prepared.flatMap(({ rules }) => rules.flatMap(({ rule }) => judgedBy(rule))),
  );
  const trace = bench.traces ? (await import('./trace.ts')).traceOf : undefined;
  let fingerprintOf: ((post: Post) => string) | undefined;
  const withFingerprint = async (judged: JudgedPost): Promise<JudgedPost> => {
    ({ fingerprintOf } = await import('./fingerprint.ts'));
    return { ...judged, fingerprint: fingerprintOf(judged.post) };
  };
  const judgeRead = (document: Document): JudgedPost | Promise<JudgedPost> => {
    const { post } = document;
    tools = kindOf(post) === 'own' ? document.tools : afterOthers(tools, document);
    const judged = judgePost(document, prepared, bench, trace);
    // A clean post, which is what most drafts are, needs no hash function.
    if (judged.findings.length === 0) return judged;
    return fingerprintOf
      ? { ...judged, fingerprint: fingerprintOf(post) }
      : withFingerprint(judged);
  };
  return (post) => {
    const kind = kindOf(post);
    const document =
      kind === 'own'
        ? readDocument(post, bench.school, tools, bench.loadEncoder)
        : readOthers(post, bench.school, tools, judgedKinds.has(kind));
    return document instanceof Promise ? document.then(judgeRead) : judgeRead(document);
  };
};

/** Judges posts one by one, as they come; loads a heavy library when the first post needs it. */
export async function* lintPosts(
  posts: Iterable<Post> | AsyncIterable<Post>,
  bench: Bench,
): AsyncGenerator<JudgedPost> {
  const judgeOne = await createJudgeOne(bench);
  for await (const post of posts) yield await judgeOne(post);
}
