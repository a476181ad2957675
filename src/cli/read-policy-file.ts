import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CATALOGUE } from '../engine/catalogue.ts';
import type { PolicyRead } from '../core/policy.ts';
import { remembered } from '../core/remembered.ts';
import { loadPolicy } from '../policy/load.ts';
import { didYouMean } from '../syntax/closest.ts';
import type { ReadOptions } from './shipped.ts';
import { findCompiled, isPath, shippedPolicies } from './shipped.ts';
import { readSources } from './policy-sources.ts';
import { readText } from './read-text.ts';
import { ROOT } from './root.ts';

/** More in a row nobody can follow. */
const MOST_IN_A_ROW = 8;

const refused = (file: string, message: string): PolicyRead => ({ problems: [{ file, message }] });

const readShippedBase = (named: string, { withExamples = false }: ReadOptions): PolicyRead => {
  const file = path.join(ROOT, 'rules', `${named}.yaml`);
  if (/^[\w-]+$/u.test(named) && existsSync(file)) {
    const yaml = readFileSync(file);
    const compiled = withExamples ? undefined : findCompiled(named, yaml);
    if (compiled) return { policy: compiled, problems: [] };
    return loadPolicy(yaml.toString('utf8'), `rules/${named}.yaml`, CATALOGUE);
  }
  const hint = didYouMean(named, shippedPolicies());
  return refused(
    named,
    `there is no such policy${hint || `: shipped are ${shippedPolicies().join(', ')}`}`,
  );
};

/** A policy that is read, and those that are built on it. */
interface Reading {
  /** An absolute path. */
  readonly file: string;
  /** How problems call it. */
  readonly named: string;
  readonly above: readonly string[];
}

const readBase = (named: string, by: Reading, options: ReadOptions): PolicyRead => {
  if (!isPath(named)) return readShippedBase(named, options);
  const file = path.resolve(path.dirname(by.file), named);
  const above = [...by.above, by.file];
  if (above.includes(file)) return refused(named, 'it builds on itself in the end');
  if (above.length > MOST_IN_A_ROW) {
    return refused(named, `at most ${MOST_IN_A_ROW} policies may build on one another in a row`);
  }
  const shown = path.isAbsolute(named) ? named : path.join(path.dirname(by.named), named);
  return readFile({ file, named: shown, above }, options);
};

const readFile = (reading: Reading, options: ReadOptions): PolicyRead => {
  const { file, named } = reading;
  const read = readText(file, named);
  if ('problem' in read) return { problems: [read.problem] };
  const baseOf = remembered((base: string) => readBase(base, reading, options));
  return loadPolicy(read.text, named, CATALOGUE, readSources(path.dirname(file), baseOf));
};

/** Loads a policy from an absolute path, with whatever it builds on; `named` is how problems call it. */
export const readPolicyFile = (file: string, named: string, options: ReadOptions): PolicyRead =>
  readFile({ file, named, above: [] }, options);
