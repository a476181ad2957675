import type { Check } from './checks/check.ts';
import { USUAL_CHECKS } from './checks/usual.ts';
import { checkNamesOf } from './core/check-names.ts';
import type { Inspection, InspectedPost } from './core/inspection.ts';
import type { Policy, PolicyRead } from './core/policy.ts';
import type { Post } from './core/post.ts';
import type { Loaded, Notice, Problem } from './core/problem.ts';
import type { JudgedPost, Report } from './core/report.ts';
import { UNKNOWN_SCHOOL } from './core/school.ts';
import type { School } from './core/school.ts';
import { version } from './core/version.ts';
import type { Baseline, Waiver } from './core/waiver.ts';
import type { Encoder } from './document/encoder.ts';
import type { Flaw } from './encoder/model.ts';
import { createCopies } from './engine/copies.ts';
import { lintPosts } from './engine/lint.ts';
import { createTally } from './engine/tally.ts';
import type { LoadEncoder } from './engine/tools.ts';
import type { PostsRead } from './input/index.ts';
import type { InputOptions } from './input/reading.ts';
import type { WaiverContext } from './policy/waiver-mistakes.ts';
import { FORMATS, PLAIN, renderWith } from './report/index.ts';
import { toIso } from './time/zone.ts';

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
export type { Loaded, Notice, NoticeKind, Problem } from './core/problem.ts';
export type {
  JudgedPost,
  NotCheckable,
  Report,
  ReportHead,
  ReportTail,
  Summary,
  WaivedFinding,
} from './core/report.ts';
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
export type { Baseline, Waiver } from './core/waiver.ts';
export type { PostsRead } from './input/index.ts';
export type { InputOptions, QueueOptions, Recognised } from './input/reading.ts';
export type { WaiverContext } from './policy/waiver-mistakes.ts';
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
  /** What deserved a word while posts were read: carried into the report. */
  readonly notices?: readonly Notice[];
  /** Exceptions that somebody answers for, as `loadWaivers` reads them. */
  readonly waivers?: readonly Waiver[];
  /** Findings that were there before, as `loadBaseline` reads them. */
  readonly baseline?: Baseline;
  /** False: findings come without suggestions, which takes a fraction of the time. */
  readonly suggests?: boolean;
  /** True: each post brings the trace that audits of an archive look at. */
  readonly traces?: boolean;
  /** False: a text that stands for several channels is reported for each. */
  readonly tellsCopies?: boolean;
}

/** Posts of a draft, a queue file or our own formats, recognised by name and content. */
export const readPosts = async (
  content: Uint8Array | string,
  file: string,
  options: InputOptions,
): Promise<PostsRead> => (await import('./input/index.ts')).readPosts(content, file, options);

/** Waivers from YAML text; `today` is a day as 2026-11-23. None that is malformed is among them. */
export const loadWaivers = async (
  text: string,
  file: string,
  context: WaiverContext,
): Promise<Loaded<readonly Waiver[]>> =>
  (await import('./policy/waivers.ts')).readWaivers(text, file, context);

/** A baseline from its JSON text. */
export const loadBaseline = async (text: string, file: string): Promise<Loaded<Baseline>> =>
  (await import('./policy/baseline.ts')).readBaseline(text, file);

/** What `render` writes, by the names of `--format`. */
export const FORMAT_NAMES: readonly string[] = [...FORMATS.keys()];

/** A report as `--format` writes it, children’s names masked unless `reveal`. Throws for other names. */
export const render = async (
  report: Report,
  format: string,
  { reveal = false, width = 80 }: { readonly reveal?: boolean; readonly width?: number } = {},
): Promise<string> => {
  const load = FORMATS.get(format);
  if (!load) throw new RangeError(`no format “${format}”: use ${FORMAT_NAMES.join(', ')}`);
  return renderWith(await load())(report, { reveal, width, paint: PLAIN });
};

/** Reads a policy from YAML text; `file` is what its problems call it. Loads the YAML library. */
export const loadPolicy = async (text: string, file: string): Promise<PolicyRead> => {
  const { loadPolicy: load } = await import('./policy/load.ts');
  const { CATALOGUE } = await import('./engine/catalogue.ts');
  return load(text, file, CATALOGUE);
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
  {
    policies,
    nowMs,
    school = UNKNOWN_SCHOOL,
    loadEncoder,
    suggests = true,
    traces = false,
    tellsCopies = true,
  }: LintSettings,
): AsyncGenerator<JudgedPost> {
  const checks = await checksFor(policies);
  const withoutCopies = createCopies();
  const bench = { policies, nowMs, school, loadEncoder, suggests, traces, checks };
  for await (const judged of lintPosts(posts, bench)) {
    yield tellsCopies ? withoutCopies(judged) : judged;
  }
}

/** The day in the zone of the first policy, as 2026-11-23. */
const dayOf = ({ policies, nowMs }: LintSettings): string =>
  toIso(nowMs, policies[0]?.timezone ?? 'Europe/London').slice(0, 10);

const exceptionsOf = async (settings: LintSettings) => {
  const { policies, waivers = [], baseline } = settings;
  if (waivers.length === 0 && !baseline) return undefined;
  const { createExceptions } = await import('./engine/exceptions.ts');
  return createExceptions(waivers, baseline, { today: dayOf(settings), policies });
};

/** Judges posts under every policy and adds up. Same arguments, same report. */
export const lint = async (
  posts: Iterable<Post> | AsyncIterable<Post>,
  settings: LintSettings,
): Promise<Report> => {
  const { policies, problems = [], notices = [] } = settings;
  const judged: JudgedPost[] = [];
  const tally = createTally();
  const exceptions = await exceptionsOf(settings);
  for await (const one of judgePosts(posts, settings)) {
    const post = exceptions?.apply(one) ?? one;
    judged.push(post);
    tally.add(post);
  }
  return {
    tool: { name: 'policy-lint', version },
    policies: policies.map(({ info }) => info),
    posts: judged,
    unchecked: tally.unchecked(),
    notices: [...(exceptions?.notices(problems.length === 0) ?? []), ...notices],
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
