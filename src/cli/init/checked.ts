import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Io } from '../io.ts';
import { readPolicy } from '../policies.ts';

/** An answer as it was meant, or what is wrong with it. */
export type Checked<T> = { readonly value: T } | { readonly why: string };

const LONGEST = 100;
const CONTROLS = /\p{Cc}/u;

/** Words between commas, or blanks where `gap` says so. */
export const listOf = (written: string, gap = /,/u): readonly string[] =>
  written
    .split(gap)
    .map((word) => word.trim())
    .filter((word) => word !== '');

export const checkSchool = (written: string): Checked<string> => {
  const name = written.trim();
  if (name === '' || CONTROLS.test(name) || name.length > LONGEST) {
    return { why: 'write the school’s name on one line, such as Oakfield Primary' };
  }
  return { value: name };
};

/** The same rule as the configuration’s. */
const HANDLE = /^@?\w{1,30}$/u;

export const checkHandles = (written: readonly string[]): Checked<readonly string[]> => {
  const wrong = written.find((handle) => !HANDLE.test(handle));
  if (wrong !== undefined) {
    return { why: `“${wrong}” is no handle: write it as OakfieldPrimary, without spaces` };
  }
  const known = new Map<string, string>();
  for (const handle of written.map((one) => one.replace(/^@/u, ''))) {
    const key = handle.toLowerCase();
    if (!known.has(key)) known.set(key, handle);
  }
  return { value: [...known.values()] };
};

export const checkPolicies = async (
  written: readonly string[],
  { cwd }: Pick<Io, 'cwd'>,
): Promise<Checked<readonly string[]>> => {
  for (const name of written) {
    const { problems } = await readPolicy(name, cwd);
    const [problem] = problems;
    if (!problem) continue;
    const { file, line, message } = problem;
    const where = line === undefined ? '' : `${file}:${line}: `;
    return { why: `${where}${message}` };
  }
  return { value: [...new Set(written)] };
};

const isWildcard = (named: string): boolean => /[*?]/u.test(named);

const whyNoQueue = (named: string, cwd: string): string | undefined => {
  // GitHub would run what stands between these, wherever in a workflow.
  if (CONTROLS.test(named) || named.includes('${{')) {
    return 'this name cannot stand in a file for CI: rename the file';
  }
  if (path.isAbsolute(named) || path.normalize(named).startsWith('..')) {
    return 'this file stands outside the folder: put it here, or run init beside it';
  }
  if (isWildcard(named) || existsSync(path.join(cwd, named))) return undefined;
  return 'there is no such file: check the name and the folder';
};

/** Files and wildcards below the folder, with slashes whatever the system. */
export const checkQueues = (
  written: readonly string[],
  { cwd }: Pick<Io, 'cwd'>,
): Checked<readonly string[]> => {
  const names = written.map((name) => (path.sep === '/' ? name : name.replaceAll(path.sep, '/')));
  for (const name of names) {
    const why = whyNoQueue(name, cwd);
    if (why !== undefined) return { why: `“${name}”: ${why}` };
  }
  return { value: [...new Set(names)] };
};
