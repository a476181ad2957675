import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PolicyRead } from '../core/policy.ts';
import { ROOT } from './root.ts';
import type { ReadOptions } from './shipped.ts';
import { findCompiled, isPath, shippedPolicies } from './shipped.ts';

const readShipped = async (
  named: string,
  { withExamples = false }: ReadOptions,
): Promise<PolicyRead> => {
  const file = path.join(ROOT, 'rules', `${named}.yaml`);
  if (!/^[\w-]+$/u.test(named) || !existsSync(file)) {
    const { didYouMean } = await import('../syntax/closest.ts');
    const hint = didYouMean(named, shippedPolicies()) || '.';
    const message = `there is no policy “${named}”${hint} Shipped: ${shippedPolicies().join(', ')}. Name a file of your own by its path, as ./policy.yaml.`;
    return { problems: [{ file: '--policy', message }] };
  }
  const yaml = readFileSync(file);
  const compiled = withExamples ? undefined : findCompiled(named, yaml);
  if (compiled) return { policy: compiled, problems: [] };
  const { loadPolicy } = await import('../policy/load.ts');
  const { CATALOGUE } = await import('../engine/catalogue.ts');
  return loadPolicy(yaml.toString('utf8'), `rules/${named}.yaml`, CATALOGUE);
};

/** Loads a policy by its shipped id or by the path of a YAML file. What is compiled has no examples. */
export const readPolicy = async (
  named: string,
  cwd: string,
  options: ReadOptions = {},
): Promise<PolicyRead> => {
  if (!isPath(named)) return readShipped(named, options);
  const { readPolicyFile } = await import('./read-policy-file.ts');
  return readPolicyFile(path.resolve(cwd, named), named, options);
};
