import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Policy } from '../core/policy.ts';
import { ROOT } from './root.ts';

/** The policy of a school that names none. */
export const DEFAULT_POLICY = 'use-of-twitter-2018';
/** What holds for every post, whatever the school's policy. */
export const PLATFORM_POLICY = 'platform';

export const shippedPolicies = (): readonly string[] =>
  readdirSync(path.join(ROOT, 'rules'))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort();

/** The policy compiled from exactly this YAML, which spares reading it; undefined when it is stale. */
export const findCompiled = (id: string, yaml: Buffer): Policy | undefined => {
  const folder = path.join(ROOT, 'dist', 'policies');
  const source = path.join(folder, `${id}.yaml`);
  if (!existsSync(source) || !readFileSync(source).equals(yaml)) return undefined;
  return JSON.parse(readFileSync(path.join(folder, `${id}.json`), 'utf8')) as Policy;
};

/** Whether a policy is named by its path rather than by its shipped id. */
export const isPath = (named: string): boolean => /[\\/]|\.ya?ml$/iu.test(named);

export interface ReadOptions {
  /** Examples are for explaining and testing; what is compiled has none. */
  readonly withExamples?: boolean;
}
