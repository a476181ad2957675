import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../core/problem.ts';

/** Where the configuration is, or why there is none; a note where a name only looks like it. */
export type FoundConfig =
  | { readonly file: string }
  | { readonly problem: Problem }
  | { readonly note: string }
  | { readonly none: true };

const NAMES = ['policy-lint.yaml', 'policy-lint.yml'];

/** Names that somebody meant to be found: `policylint.yaml`, `.policy-lint.yml`, `policy-lint.yaml.txt`. */
const NEAR_MISS = /^\.?policy[-_ .]?lint(?:rc)?(?:[-_ .]?config)?\.(?:ya?ml|json)(?:\.txt)?$/iu;

/** Most folders hold no such name; the first use of the pattern takes 0.5 ms. */
const isNearMiss = (name: string): boolean =>
  name.toLowerCase().includes('policy') && NEAR_MISS.test(name);

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    // A folder above that may not be listed holds no configuration for us.
    return [];
  }
};

const search = (cwd: string, folder: string, nearMiss?: string): FoundConfig => {
  const names = namesIn(folder);
  const [first, second] = NAMES.filter((name) => names.includes(name));
  if (second !== undefined) {
    const file = path.relative(cwd, path.join(folder, second));
    return { problem: { file, message: `${NAMES.join(' and ')} stand side by side: keep one` } };
  }
  if (first !== undefined) return { file: path.join(folder, first) };
  const miss = nearMiss ?? names.filter(isNearMiss).sort()[0];
  const above = path.dirname(folder);
  if (above !== folder) return search(cwd, above, miss);
  return miss === undefined
    ? { none: true }
    : { note: `${miss} is not read: rename it to policy-lint.yaml` };
};

/** The nearest configuration from `cwd` upward; or the one that is named; or, when told so, none. */
export const findConfig = (named: string | false | undefined, cwd: string): FoundConfig => {
  if (named === false) return { none: true };
  const folder = path.resolve(cwd);
  if (named === undefined) return search(folder, folder);
  const file = path.resolve(folder, named);
  if (existsSync(file)) return { file };
  return { problem: { file: named, message: 'there is no such file: check --config' } };
};
