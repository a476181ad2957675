import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { CHECKS } from '../checks/index.ts';
import type { Policy, PolicyRead } from '../core/policy.ts';
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
const findCompiled = (id: string, yaml: Buffer): Policy | undefined => {
  const folder = path.join(ROOT, 'dist', 'policies');
  const source = path.join(folder, `${id}.yaml`);
  if (!existsSync(source) || !readFileSync(source).equals(yaml)) return undefined;
  return JSON.parse(readFileSync(path.join(folder, `${id}.json`), 'utf8')) as Policy;
};

const readYaml = async (text: string, file: string): Promise<PolicyRead> => {
  const { loadPolicy } = await import('../policy/load.ts');
  return loadPolicy(text, file, CHECKS);
};

/** Whether a policy is named by its path rather than by its shipped id. */
export const isPath = (named: string): boolean => /[\\/]|\.ya?ml$/iu.test(named);

/** Loads a policy by its shipped id or by the path of a YAML file. What is compiled has no examples. */
export const readPolicy = async (
  named: string,
  cwd: string,
  { withExamples = false } = {},
): Promise<PolicyRead> => {
  if (isPath(named)) {
    const { readText } = await import('./read-text.ts');
    const read = readText(path.resolve(cwd, named), named);
    return 'problem' in read ? { problems: [read.problem] } : readYaml(read.text, named);
  }
  const file = path.join(ROOT, 'rules', `${named}.yaml`);
  if (!/^[\w-]+$/u.test(named) || !existsSync(file)) {
    const { didYouMean } = await import('../syntax/closest.ts');
    const hint = didYouMean(named, shippedPolicies()) || '.';
    const message = `there is no policy “${named}”${hint} Shipped: ${shippedPolicies().join(', ')}. Name a file of your own by its path, as ./policy.yaml.`;
    return { problems: [{ file: '--policy', message }] };
  }
  const yaml = readFileSync(file);
  const compiled = withExamples ? undefined : findCompiled(named, yaml);
  return compiled
    ? { policy: compiled, problems: [] }
    : readYaml(yaml.toString('utf8'), `rules/${named}.yaml`);
};
