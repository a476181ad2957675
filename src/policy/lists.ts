import type { Mistake, Path } from '../syntax/place.ts';
import type { Mapping } from '../syntax/plain-data.ts';
import { isMapping, listOf, mappingOf } from '../syntax/plain-data.ts';
import type { Sources } from './sources.ts';

/** A value with lists put in where it named their files. */
export interface Listed<T> {
  readonly value: T;
  readonly mistakes: readonly Mistake[];
}

const fileOf = (value: unknown): string | undefined => {
  const { file, ...others } = mappingOf(value);
  return typeof file === 'string' && Object.keys(others).length === 0 ? file : undefined;
};

/** Parameters in which `{ file: words.txt }` stands for the lines of that file. */
const inParameters = (
  given: Mapping,
  path: Path,
  { list }: Sources,
  mistakes: Mistake[],
): Mapping =>
  Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      const file = fileOf(value);
      if (file === undefined) return [key, value];
      const read = list(file);
      if ('entries' in read) return [key, read.entries];
      const message = `${key}: the list “${file}” cannot be read: ${read.message}`;
      mistakes.push({ kind: 'wrong', path: [...path, key, 'file'], message });
      return [key, []];
    }),
  );

const inQuestion = (asked: Mapping, path: Path, sources: Sources, mistakes: Mistake[]): Mapping => {
  const inner = (key: string, at: Path): unknown => {
    const value = asked[key];
    return isMapping(value) ? inQuestion(value, at, sources, mistakes) : value;
  };
  const result: Record<string, unknown> = { ...asked };
  if (isMapping(asked['with'])) {
    result['with'] = inParameters(asked['with'], [...path, 'with'], sources, mistakes);
  }
  for (const key of ['when', 'unless', 'not']) {
    if (isMapping(asked[key])) result[key] = inner(key, [...path, key]);
  }
  for (const key of ['all', 'any']) {
    if (!Array.isArray(asked[key])) continue;
    result[key] = listOf(asked[key]).map((one, index) =>
      isMapping(one) ? inQuestion(one, [...path, key, index], sources, mistakes) : one,
    );
  }
  return result;
};

/** A rule, a change of one or a condition, with the lists that its parameters name put in. */
export const withLists = (written: Mapping, path: Path, sources: Sources): Listed<Mapping> => {
  const mistakes: Mistake[] = [];
  return { value: inQuestion(written, path, sources, mistakes), mistakes };
};

/** A mistake in a list that was put in says which entry of which file it is. */
export const withListEntry = (mistake: Mistake, written: unknown): Mistake => {
  let value = written;
  for (const [at, step] of mistake.path.entries()) {
    const file = fileOf(value);
    if (file !== undefined && typeof step === 'number' && at > 0) {
      return { ...mistake, message: `${mistake.message} (entry ${step + 1} of ${file})` };
    }
    value = Array.isArray(value) ? listOf(value)[Number(step)] : mappingOf(value)[step];
  }
  return mistake;
};
