import type { GenericSchema } from 'valibot';
import type { Path } from './place.ts';
import { is, unwrap } from './schemas.ts';

/** `a, b or c`. */
export const either = (words: readonly string[]): string =>
  words.length < 2
    ? (words[0] ?? 'nothing')
    : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const MAX_SHOWN = 40;

export const quote = (word: string): string =>
  `“${word.length > MAX_SHOWN ? `${word.slice(0, MAX_SHOWN)}…` : word}”`;

/** What somebody wrote, told without repeating free text: that could hold a name. */
export const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'string' ? 'text' : String(value);
};

/** A message that the schema's author wrote, `must be …` or `write …`; undefined for valibot's own. */
export const ownMessage = (message: unknown): string | undefined =>
  typeof message === 'string' && !/^Invalid [\w ]+: /u.test(message) ? message : undefined;

/** The first demand in the author's own words that stands on a schema or in its pipe. */
const findDemand = (schema: GenericSchema): string | undefined => {
  const { message, pipe = [] } = schema as { message?: unknown; pipe?: { message?: unknown }[] };
  return [message, ...pipe.slice(1).map((action) => action.message)].map(ownMessage).find(Boolean);
};

const SIMPLE: Readonly<Record<string, readonly string[]>> = {
  string: ['text'],
  number: ['a number'],
  boolean: ['true', 'false'],
  null: ['empty'],
  strict_object: ['a mapping'],
  object: ['a mapping'],
  loose_object: ['a mapping'],
  record: ['a mapping'],
  variant: ['a mapping'],
};

/** `mappings`, `numbers`; text stays text. */
const inPlural = (words: string): string => words.replace(/^an? (.+)$/u, '$1s');

const kindWords = (wrapped: GenericSchema): readonly string[] => {
  const schema = unwrap(wrapped);
  if (is(schema, 'literal')) return [String(schema.literal)];
  if (is(schema, 'picklist')) return schema.options.map(String);
  if (is(schema, 'array')) return [`a list of ${either(kindWords(schema.item).map(inPlural))}`];
  if (is(schema, 'union')) return schema.options.flatMap(kindWords);
  if (is(schema, 'nullable', 'nullish')) return [...kindWords(schema.wrapped), 'empty'];
  return SIMPLE[schema.type] ?? ['something else'];
};

const CONTAINERS: ReadonlySet<string> = new Set(['array', 'strict_object', 'object', 'record']);

/** `must be error, warning or info`. */
export const demandOf = (schema: GenericSchema): string => {
  // What is demanded of a list's content says nothing to somebody who wrote no list.
  const own = CONTAINERS.has(schema.type) ? undefined : findDemand(schema);
  return own ?? `must be ${either([...new Set(kindWords(schema))])}`;
};

/** `from must be …`, `from: write …`. */
export const asDemanded = (name: string, demand: string): string =>
  /^(?:must|may|can|cannot)\b/u.test(demand) ? `${name} ${demand}` : `${name}: ${demand}`;

/** How a message calls what stands at `path`. */
export const nameOf = (path: Path): string => {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  if (typeof last === 'string') return last;
  const list = path.findLast((step) => typeof step === 'string');
  return list === undefined ? 'each entry' : `each entry of ${list}`;
};
