import path from 'node:path';
import type { Policy } from '../core/policy.ts';
import type { Notice, Problem } from '../core/problem.ts';
import type { School } from '../core/school.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import type { Roles } from '../policy/waiver-people.ts';
import type { Settled } from '../policy/contradictions.ts';
import type { Configuration, ConfiguredQueue } from './config.ts';
import { findConfig } from './find-config.ts';
import type { Io } from './io.ts';
import type { LintOptions } from './options.ts';
import { readPolicy } from './policies.ts';
import { DEFAULT_POLICY, PLATFORM_POLICY } from './shipped.ts';
import { dayOf } from './today.ts';

/** What a run stands on: policies and school, or why it cannot start. */
export interface Setup {
  readonly policies: readonly Policy[];
  readonly school: School;
  /** What the school says of its queue files. */
  readonly queue?: ConfiguredQueue;
  /** IANA zone of times without an offset. */
  readonly timezone: string;
  /** Whose word counts on topics on which policies differ. */
  readonly settled: Settled;
  /** Where the configuration is, or the run: what it does not name stands here. */
  readonly folder: string;
  /** Recorded exceptions, an absolute path; beside the configuration when it names none. */
  readonly waivers: string;
  /** Who holds an office. */
  readonly roles: Roles;
  /** The baseline that the configuration names, an absolute path. */
  readonly baseline?: string;
  /** The school’s sign-offs, an absolute path; beside the configuration when it names none. */
  readonly signOffs: string;
  readonly problems: readonly Problem[];
  /** What calendars say of the school year and could not be understood: for audits. */
  readonly notices: readonly Notice[];
  /** Events of calendars that could not be read, which keep no audit from looking at the rest. */
  readonly gaps: readonly Problem[];
  readonly notes: readonly string[];
}

type Asked = Pick<LintOptions, 'policy' | 'config' | 'keyFile'>;

interface SetupOptions {
  /** Examples are for explaining; what is compiled has none. */
  readonly withExamples?: boolean;
  /** What is judged lies years back: so far are events of the calendar followed that repeat. */
  readonly isAudit?: boolean;
}

/** What setting up may know of the world: less than a whole run. */
export type SetupIo = Pick<Io, 'cwd' | 'nowMs' | 'env'>;

const DEFAULT_ZONE = 'Europe/London';

/** Absolute paths, which a configuration yields, as a person standing in `cwd` would write them. */
const shownFrom = (cwd: string, named: string): string =>
  path.isAbsolute(named) ? path.relative(cwd, named) || named : named;

const sharedIds = (policies: readonly Policy[]): readonly Problem[] =>
  policies.flatMap(({ info, file }, index) => {
    const before = policies.slice(0, index).find((other) => other.info.id === info.id);
    const message = `${before?.file} has the same id “${info.id}”: give each policy its own`;
    return before ? [{ file, message }] : [];
  });

const change = async (
  policies: readonly Policy[],
  { changes, place }: Configuration,
): Promise<Pick<Setup, 'policies' | 'problems'>> => {
  const { overrides, answers, settled } = changes;
  if (!overrides && !answers && !settled) return { policies, problems: [] };
  const { applyChanges } = await import('./apply-changes.ts');
  const changed = await applyChanges(policies, changes);
  const { inFileOrder } = await import('../syntax/validate.ts');
  return { policies: changed.policies, problems: inFileOrder(changed.mistakes.flatMap(place)) };
};

const reviewProblems = async (
  policies: readonly Policy[],
  { school, place }: Configuration,
  today: string,
): Promise<readonly Problem[]> => {
  if (!school.reviews) return [];
  const { reviewMistakes } = await import('../policy/reviews.ts');
  return reviewMistakes(policies, school.reviews, today).flatMap(place);
};

/** What active policies demand of each other’s opposite, and how to say whose word counts. */
const contradictionNotes = async (
  policies: readonly Policy[],
  settled: Settled = {},
): Promise<readonly string[]> => {
  if (policies.filter(({ info }) => info.id !== PLATFORM_POLICY).length < 2) return [];
  const { contradictions } = await import('../policy/contradictions.ts');
  return contradictions(policies, settled).map(({ topic, about, sides }) => {
    const told = sides.map(({ clauses, wants }) => `${wants} (${clauses.join(', ')})`).join('; ');
    return `policies contradict each other on ${about}: ${told}. Say whose word counts in policy-lint.yaml, as settle: { ${topic}: POLICY }`;
  });
};

/** Loads configuration and policies. Flags beat the configuration, it beats the default. */
export const setUp = async (
  { policy: flags, config, keyFile }: Asked,
  { cwd, nowMs, env }: SetupIo,
  { withExamples = false, isAudit = false }: SetupOptions = {},
): Promise<Setup> => {
  const found = findConfig(config, cwd);
  const configured =
    'file' in found
      ? await (
          await import('./config.ts')
        ).readConfig(found.file, nowMs, {
          cwd,
          env,
          isAudit,
          ...(keyFile !== undefined && { keyFile }),
        })
      : undefined;
  const problems = [
    ...('problem' in found ? [found.problem] : []),
    ...(configured?.problems ?? []),
  ];

  /** A policy that is not there is the mistake of the line that names it. */
  const blame = (problem: Problem, name: string): readonly Problem[] => {
    const index = flags ? -1 : names.indexOf(name);
    if (!configured || problem.line !== undefined || index < 0 || index >= chosen.length) {
      return [problem];
    }
    return configured.place({
      kind: 'wrong',
      path: ['policies', index],
      message: problem.file === '--policy' ? problem.message : `“${name}”: ${problem.message}`,
    });
  };

  const named = flags ?? configured?.policies ?? [];
  const chosen = named.length > 0 ? named : [DEFAULT_POLICY];
  const names = [...chosen, PLATFORM_POLICY].map((name) => shownFrom(cwd, name));
  const read: Policy[] = [];
  for (const name of new Set(names)) {
    const { policy, problems: mistakes } = await readPolicy(name, cwd, { withExamples });
    problems.push(...mistakes.flatMap((problem) => blame(problem, name)));
    if (policy) read.push(policy);
  }
  problems.push(...sharedIds(read));
  const folder = 'file' in found ? path.dirname(found.file) : cwd;
  const isComplete = problems.length === 0 && configured;
  const changed = isComplete ? await change(read, configured) : { policies: read, problems: [] };
  const timezone = configured?.timezone ?? read[0]?.timezone ?? DEFAULT_ZONE;
  const reviewed = isComplete ? await reviewProblems(read, configured, dayOf(nowMs, timezone)) : [];
  return {
    policies: changed.policies,
    school: configured?.school ?? UNKNOWN_SCHOOL,
    ...(configured?.queue && { queue: configured.queue }),
    timezone,
    settled: configured?.changes.settled ?? {},
    folder,
    waivers: configured?.waivers ?? path.join(folder, 'waivers.yaml'),
    roles: configured?.roles ?? {},
    ...(configured?.baseline !== undefined && { baseline: configured.baseline }),
    signOffs: configured?.signOffs ?? path.join(folder, 'sign-offs.yaml'),
    problems: [...problems, ...changed.problems, ...reviewed],
    notices: configured?.notices ?? [],
    gaps: configured?.gaps ?? [],
    notes: [
      ...('note' in found ? [found.note] : []),
      ...(await contradictionNotes(changed.policies, configured?.changes.settled)),
    ],
  };
};
