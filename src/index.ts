import type { Check } from './checks/check.ts';
import { USUAL_CHECKS } from './checks/usual.ts';
import { checkNamesOf } from './core/check-names.ts';
import type { Inspection, InspectedPost } from './core/inspection.ts';
import type { Policy, PolicyRead } from './core/policy.ts';
import type { Post } from './core/post.ts';
import type { Problem } from './core/problem.ts';
import type { JudgedPost, Report } from './core/report.ts';
import { UNKNOWN_SCHOOL } from './core/school.ts';
import type { School } from './core/school.ts';
import { version } from './core/version.ts';
import type { Encoder } from './document/encoder.ts';
import type { Flaw } from './encoder/model.ts';
import { createCopies } from './engine/copies.ts';
import { lintPosts } from './engine/lint.ts';
import { createTally } from './engine/tally.ts';
import type { LoadEncoder } from './engine/tools.ts';

export { version } from './core/version.ts';
export { UNKNOWN_SCHOOL } from './core/school.ts';
export type { AlsoBroken, Citation, Finding, Suggestion, Unchecked } from './core/finding.ts';
export type {
  InspectedPost,
  Inspection,
  SeenFact,
  SeenPerson,
  SeenPicture,
  SeenTarget,
  Who,
} from './core/inspection.ts';
export type { Clause, Condition, Policy, PolicyInfo, PolicyRead, Rule } from './core/policy.ts';
export type { Media, Post, PostTime } from './core/post.ts';
export type { Problem } from './core/problem.ts';
export type { JudgedPost, NotCheckable, Report, Summary } from './core/report.ts';
export type {
  Account,
  CalendarEvent,
  KnownPeople,
  PupilList,
  PupilName,
  School,
} from './core/school.ts';
export type { Confidence, Severity } from './core/severity.ts';
export type { Place, Span, Where } from './core/span.ts';
export type { Encoder } from './document/encoder.ts';
export type { Flaw } from './encoder/model.ts';
export type { LoadEncoder } from './engine/tools.ts';

export interface LintSettings {
  readonly policies: readonly Policy[];
  /** Milliseconds since 1970 UTC: when a draft without a time would go out. */
  readonly nowMs: number;
  readonly school?: School;
  /** Brings the encoder of names when a post first needs it; without it the light tier judges alone. */
  readonly loadEncoder?: LoadEncoder;
  /** What could not be read before: counted and carried into the report. */
  readonly problems?: readonly Problem[];
}

/** Reads a policy from YAML text; `file` is what its problems call it. Loads the YAML library. */
export const loadPolicy = async (text: string, file: string): Promise<PolicyRead> => {
  const { loadPolicy: load } = await import('./policy/load.ts');
  const { CHECKS } = await import('./checks/index.ts');
  return load(text, file, CHECKS);
};

const USUAL = new Map(USUAL_CHECKS.map((check) => [check.name, check]));

/** The checks that policies ask; most of them are loaded only for policies that do. */
const checksFor = async (policies: readonly Policy[]): Promise<ReadonlyMap<string, Check>> => {
  const isUsual = (policy: Policy): boolean =>
    [...checkNamesOf(policy)].every((name) => USUAL.has(name));
  return policies.every(isUsual) ? USUAL : (await import('./checks/index.ts')).CHECKS;
};

/** Judges posts one by one, as they come. */
export async function* judgePosts(
  posts: Iterable<Post> | AsyncIterable<Post>,
  { policies, nowMs, school = UNKNOWN_SCHOOL, loadEncoder }: LintSettings,
): AsyncGenerator<JudgedPost> {
  const checks = await checksFor(policies);
  const withoutCopies = createCopies();
  for await (const judged of lintPosts(posts, { policies, nowMs, school, loadEncoder, checks })) {
    yield withoutCopies(judged);
  }
}

/** Judges posts under every policy and adds up. Same arguments, same report. */
export const lint = async (
  posts: Iterable<Post> | AsyncIterable<Post>,
  settings: LintSettings,
): Promise<Report> => {
  const { policies, problems = [] } = settings;
  const judged: JudgedPost[] = [];
  const tally = createTally();
  for await (const post of judgePosts(posts, settings)) {
    judged.push(post);
    tally.add(post);
  }
  return {
    tool: { name: 'policy-lint', version },
    policies: policies.map(({ info }) => info),
    posts: judged,
    unchecked: tally.unchecked(),
    notices: [],
    problems,
    summary: tally.summary(problems.length),
  };
};

export interface InspectSettings {
  /** Milliseconds since 1970 UTC: when a draft without a time would go out. */
  readonly nowMs: number;
  /** IANA zone in which times are shown. */
  readonly timezone: string;
  readonly school?: School;
  readonly loadEncoder?: LoadEncoder;
  /** What could not be read before: carried along. */
  readonly problems?: readonly Problem[];
}

/** Tells all that can be seen in posts, whatever a policy asks: people, handles, whom they praise … */
export const inspect = async (
  posts: Iterable<Post> | AsyncIterable<Post>,
  { problems = [], school = UNKNOWN_SCHOOL, ...settings }: InspectSettings,
): Promise<Inspection> => {
  const { inspectPosts } = await import('./engine/inspect.ts');
  const inspected: InspectedPost[] = [];
  for await (const post of inspectPosts(posts, { school, ...settings })) inspected.push(post);
  return { tool: { name: 'policy-lint', version }, posts: inspected, problems };
};

/** The encoder of names from the bytes of its weights (`reader.model` of this package), or their flaw. */
export const readEncoder = async (
  weights: Uint8Array,
): Promise<Encoder | { readonly flaw: Flaw }> => {
  const { createEncoder } = await import('./encoder/encoder.ts');
  return createEncoder(weights);
};
