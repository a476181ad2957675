import path from 'node:path';
import type { Problem } from '../../core/problem.ts';
import type { InitFlags } from '../init-options.ts';
import type { Io } from '../io.ts';
import { readPolicy } from '../policies.ts';
import { DEFAULT_POLICY, PLATFORM_POLICY, shippedPolicies } from '../shipped.ts';
import type { Answers } from './answers.ts';
import type { Checked } from './checked.ts';
import { checkHandles, checkPolicies, checkQueues, checkSchool } from './checked.ts';
import type { Seen } from './look.ts';
import type { Ask, Shipped } from './questions.ts';
import {
  areDatesOpen,
  askCi,
  askDates,
  askHandles,
  askPolicies,
  askQueues,
  askScheduler,
  askSchool,
  foundQueues,
} from './questions.ts';

export interface InitOptions extends InitFlags {
  readonly policy?: readonly string[];
}

type Flags = Partial<Pick<Answers, 'policies' | 'school' | 'handles' | 'queues' | 'ci'>>;

/** What the flags say, and every mistake in them. */
export const readFlags = async (
  { policy, school, handle, queue, ci }: InitOptions,
  io: Pick<Io, 'cwd'>,
): Promise<{ readonly flags: Flags; readonly problems: readonly Problem[] }> => {
  const problems: Problem[] = [];
  const accept = <T>(flag: string, checked: Checked<T> | undefined): T | undefined => {
    if (checked === undefined) return undefined;
    if ('value' in checked) return checked.value;
    problems.push({ file: flag, message: checked.why });
    return undefined;
  };
  const policies = accept('--policy', policy && (await checkPolicies(policy, io)));
  const name = accept('--school', school === undefined ? undefined : checkSchool(school));
  const handles = accept('--handle', handle && checkHandles(handle));
  const queues = accept('--queue', queue && checkQueues(queue, io));
  const flags = {
    ...(policies && { policies }),
    ...(name !== undefined && { school: name }),
    ...(handles && { handles }),
    ...(queues && { queues }),
    ...(ci && { ci }),
  };
  return { flags, problems };
};

/** Answers without a person: what the flags say, what was found, and what is usual. */
export const answerByFlags = (flags: Flags, seen: Seen): Answers => ({
  policies: seen.policies.length > 0 ? seen.policies.map((file) => `./${file}`) : [DEFAULT_POLICY],
  handles: [],
  queues: foundQueues(seen),
  ci: 'none',
  ...flags,
});

/** The usual policy first. */
const shippedWithTitles = async (cwd: string): Promise<readonly Shipped[]> => {
  const ids = shippedPolicies().filter((id) => id !== PLATFORM_POLICY && id !== DEFAULT_POLICY);
  const shipped: Shipped[] = [];
  for (const id of [DEFAULT_POLICY, ...ids]) {
    const { policy } = await readPolicy(id, cwd);
    shipped.push({ id, title: policy?.info.title ?? '' });
  }
  return shipped;
};

const isTable = (file: string): boolean => /\.[ct]sv$/iu.test(path.extname(file));

/** Asks what the flags leave open; undefined when the person has left. */
export const answerByAsking = async (
  ask: Ask,
  flags: Flags,
  seen: Seen,
  cwd: string,
): Promise<Answers | undefined> => {
  const policies =
    flags.policies ?? (await askPolicies(ask, cwd, seen, await shippedWithTitles(cwd)));
  if (policies === undefined) return undefined;
  const school = flags.school ?? (await askSchool(ask));
  if (school === undefined) return undefined;
  const handles = flags.handles ?? (await askHandles(ask));
  if (handles === undefined) return undefined;
  const queues = flags.queues ?? (await askQueues(ask, cwd, seen));
  if (queues === undefined) return undefined;
  const scheduler = queues.some(isTable) ? await askScheduler(ask) : '';
  if (scheduler === undefined) return undefined;
  const dates = areDatesOpen(scheduler) ? await askDates(ask) : null;
  if (dates === undefined) return undefined;
  const ci = flags.ci ?? (queues.length > 0 ? await askCi(ask, seen) : 'none');
  if (ci === undefined) return undefined;
  return {
    policies,
    ...(school !== '' && { school }),
    handles,
    queues,
    ...(scheduler !== '' && { scheduler }),
    ...(dates && { dates }),
    ci,
  };
};
