import type { GenericIssue, GenericSchema } from 'valibot';
import { safeParse } from 'valibot';
import { didYouMean, findClosest } from './closest.ts';
import type { Mistake, Path } from './place.ts';
import type { Mapping } from './plain-data.ts';
import { isMapping } from './plain-data.ts';
import { is, mayBeAbsent, unwrap } from './schemas.ts';
import { asDemanded, demandOf, kindOf, nameOf, ownMessage, quote } from './words.ts';

type Entries = Readonly<Record<string, GenericSchema>>;

const wrong = (path: Path, demand: string, tail = ''): Mistake => ({
  kind: 'wrong',
  path,
  message: `${asDemanded(nameOf(path), demand)}${tail}`,
});

const wayOut = (key: string, known: readonly string[]): string => {
  if (known.length === 0) return ': leave it out';
  // `Well done: 4B` was meant as a sentence.
  if (/\s/u.test(key)) return ': put the whole text in quotes';
  if (/:/u.test(key)) return ': a space is missing after the colon';
  return `: the keys are ${known.join(', ')}`;
};

const unknownKey = (key: string, known: readonly string[], path: Path): Mistake => ({
  kind: 'unknown',
  path: [...path, key],
  message: `${quote(key)} is not known here${didYouMean(key, known) || wayOut(key, known)}`,
});

const missingKey = (key: string, schema: GenericSchema, path: Path): Mistake => ({
  kind: 'missing',
  path,
  message: `${key} is missing: ${asDemanded('it', demandOf(unwrap(schema))).replace(/^it: /u, '')}`,
});

const inMapping = (
  entries: Entries,
  value: Mapping,
  path: Path,
  isStrict: boolean,
): readonly Mistake[] => {
  const known = Object.keys(entries);
  const unknown = isStrict ? Object.keys(value).filter((key) => !Object.hasOwn(entries, key)) : [];
  const absent = known.filter((key) => !Object.hasOwn(value, key));
  const mistyped = new Set(unknown.map((key) => findClosest(key, absent)));
  return [
    ...unknown.map((key) => unknownKey(key, known, path)),
    // A key that was only mistyped is one mistake, not two.
    ...absent
      .filter((key) => !mayBeAbsent(entries[key]!) && !mistyped.has(key))
      .map((key) => missingKey(key, entries[key]!, path)),
    ...known
      .filter((key) => Object.hasOwn(value, key))
      .flatMap((key) => findMistakes(entries[key]!, value[key], [...path, key])),
  ];
};

/** Whether a value is at least of the kind that a schema asks for, whatever is inside. */
const isOfKind = (wrapped: GenericSchema, value: unknown): boolean => {
  const schema = unwrap(wrapped);
  if (is(schema, 'array')) return Array.isArray(value);
  if (is(schema, 'strict_object', 'object', 'loose_object', 'record', 'variant')) {
    return isMapping(value);
  }
  if (is(schema, 'string', 'number')) return typeof value === schema.type;
  if (is(schema, 'picklist')) return schema.options.some((one) => typeof one === typeof value);
  if (is(schema, 'nullable', 'nullish')) return value === null || isOfKind(schema.wrapped, value);
  if (is(schema, 'union')) return schema.options.some((option) => isOfKind(option, value));
  return safeParse(schema, value).success;
};

const inUnion = (
  schema: GenericSchema,
  options: readonly GenericSchema[],
  value: unknown,
  path: Path,
): readonly Mistake[] => {
  if (safeParse(schema, value).success) return [];
  const meant = options.filter((option) => isOfKind(option, value));
  if (meant.length === 1) return findMistakes(meant[0]!, value, path);
  return [wrong(path, demandOf(schema), `, not ${kindOf(value)}`)];
};

const ofPicklist = (
  schema: GenericSchema,
  options: readonly (string | number)[],
  value: unknown,
  path: Path,
): readonly Mistake[] => {
  if (options.some((option) => option === value)) return [];
  const isWord = typeof value === 'string';
  const shown = isWord ? quote(value) : kindOf(value);
  const hint = isWord ? didYouMean(value, options.map(String)) : '';
  return [wrong(path, demandOf(schema), `, not ${shown}${hint}`)];
};

const limitWords = ({ type, requirement, input }: GenericIssue): string | undefined => {
  const limit = String((requirement as unknown) ?? '');
  const unit = Array.isArray(input) ? 'entries' : 'characters';
  const isOne = type === 'min_length' && limit === '1';
  const words: Readonly<Record<string, string>> = {
    min_value: `must be ${limit} or more`,
    max_value: `must be ${limit} or less`,
    integer: 'must be a whole number',
    safe_integer: 'must be a whole number',
    non_empty: 'must not be empty',
    min_length: isOne ? 'must not be empty' : `must have at least ${limit} ${unit}`,
    max_length: `must have at most ${limit} ${unit}`,
  };
  return Object.hasOwn(words, type) ? words[type] : undefined;
};

/** What valibot says of a value, one mistake for each issue. */
const byValibot = (schema: GenericSchema, value: unknown, path: Path): readonly Mistake[] =>
  (safeParse(schema, value).issues ?? []).map((issue) => {
    const steps = (issue.path ?? []).map(({ key }) => key as string | number);
    const isShape = issue.kind === 'schema' && steps.length === 0;
    const demand =
      ownMessage(issue.message) ??
      limitWords(issue) ??
      (isShape ? demandOf(schema) : 'is not written as it should be');
    return wrong([...path, ...steps], demand, isShape ? `, not ${kindOf(value)}` : '');
  });

const wrongShape = (schema: GenericSchema, value: unknown, path: Path): readonly Mistake[] => [
  wrong(path, demandOf(schema), `, not ${kindOf(value)}`),
];

const inside = (schema: GenericSchema, value: unknown, path: Path): readonly Mistake[] => {
  if (is(schema, 'strict_object', 'object', 'loose_object')) {
    return isMapping(value)
      ? inMapping(schema.entries, value, path, schema.type === 'strict_object')
      : wrongShape(schema, value, path);
  }
  if (is(schema, 'record')) {
    return isMapping(value)
      ? Object.keys(value).flatMap((key) => findMistakes(schema.value, value[key], [...path, key]))
      : wrongShape(schema, value, path);
  }
  if (is(schema, 'array')) {
    return Array.isArray(value)
      ? value.flatMap((item, index) => findMistakes(schema.item, item, [...path, index]))
      : wrongShape(schema, value, path);
  }
  if (is(schema, 'nullable', 'nullish')) {
    return value === null ? [] : findMistakes(schema.wrapped, value, path);
  }
  if (is(schema, 'union')) return inUnion(schema, schema.options, value, path);
  return is(schema, 'picklist') ? ofPicklist(schema, schema.options, value, path) : [];
};

/** Every mistake in plain data, each with the way to it; empty when `schema` accepts it. */
export const findMistakes = (
  schema: GenericSchema,
  value: unknown,
  path: Path = [],
): readonly Mistake[] => {
  const bare = unwrap(schema);
  const mistakes = inside(bare, value, path);
  return mistakes.length > 0 ? mistakes : byValibot(bare, value, path);
};
