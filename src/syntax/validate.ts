import type { GenericSchema, InferOutput } from 'valibot';
import { safeParse } from 'valibot';
import type { Problem } from '../core/problem.ts';
import { findMistakes } from './mistakes.ts';
import type { Mistake } from './place.ts';
import type { YamlSource } from './yaml.ts';
import { parseYaml } from './yaml.ts';

/** A file's content as its schema types it; absent as soon as there is one problem. */
export interface Validated<T> {
  readonly value?: T;
  readonly problems: readonly Problem[];
  /** The file as it was read, for checks that a schema cannot make and that need a place. */
  readonly source: YamlSource;
}

/** A mistake with its place in the file; nothing when it may only echo a mistake in the notation. */
export const problemOf = (source: YamlSource, mistake: Mistake): readonly Problem[] => {
  const { kind, path, message } = mistake;
  const { line, column } = kind === 'unknown' ? source.placeOfKey(path) : source.placeOf(path);
  const { file, brokenFrom = Infinity } = source;
  const isEcho = line >= brokenFrom || (kind === 'missing' && brokenFrom < Infinity);
  return isEcho ? [] : [{ file, line, column, message }];
};

export const inFileOrder = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort(
    (a, b) => (a.line ?? Infinity) - (b.line ?? Infinity) || (a.column ?? 0) - (b.column ?? 0),
  );

/**
 * Reads YAML that must fit `schema`: all mistakes of notation and of content at once.
 * A message that the schema itself carries follows the name of the key: `must be a time as 08:00`.
 * `firstLine` is the line of `file` on which `text` starts.
 */
export const validateYaml = <const Schema extends GenericSchema>(
  schema: Schema,
  text: string,
  file: string,
  firstLine = 1,
): Validated<InferOutput<Schema>> => {
  const source = parseYaml(text, file, firstLine);
  const problems =
    source.value === undefined
      ? []
      : findMistakes(schema, source.value).flatMap((mistake) => problemOf(source, mistake));
  if (source.problems.length + problems.length > 0) {
    return { problems: inFileOrder([...source.problems, ...problems]), source };
  }
  const result = safeParse(schema, source.value);
  return { ...(result.success && { value: result.output }), problems: [], source };
};
