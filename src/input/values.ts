import type { PostTime } from '../core/post.ts';
import { isMapping } from '../syntax/plain-data.ts';
import type { Path } from '../syntax/place.ts';
import { parseTime } from '../time/parse.ts';
import type { Complain, Strictness } from './keys.ts';
import { readKeys } from './keys.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How a record's values are read and where complaints go. */
export interface Reader {
  /** IANA zone of times without an offset. */
  readonly timezone: string;
  readonly strictness: Strictness;
  readonly complain: Complain;
  /** Collects keys that mean nothing to us. */
  readonly unused: string[];
}

/** Reads the value at a path; complains and gives undefined when it does not fit. */
export type ReadValue<T> = (value: unknown, path: Path, reader: Reader) => T | undefined;

/** Reads a mapping's values by their keys; what is absent, null or does not fit is undefined. */
export interface Fields {
  get<T>(key: string, read: ReadValue<T>): T | undefined;
}

/** Other programs write an empty text for nothing. */
const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';

export const asString =
  (message: string): ReadValue<string> =>
  (value, path, { complain }) => {
    if (typeof value === 'string') return isBlank(value) ? undefined : value.trim();
    complain(path, message);
    return undefined;
  };

/** An id or a number that another program gave: both are names to us. */
export const asName = (message: string): ReadValue<string> => {
  const read = asString(message);
  return (value, path, reader) =>
    typeof value === 'number' && Number.isFinite(value) ? String(value) : read(value, path, reader);
};

/** With its exact characters: findings count offsets in it. */
export const asExact =
  (message: string): ReadValue<string> =>
  (value, path, { complain }) => {
    if (typeof value === 'string') return value === '' ? undefined : value;
    complain(path, message);
    return undefined;
  };

export const asFlag =
  (message: string): ReadValue<boolean> =>
  (value, path, { complain }) => {
    if (typeof value === 'boolean') return value;
    complain(path, message);
    return undefined;
  };

const NO = /^(?:false|no|off|n)$/iu;
const YES = /^(?:true|yes|on|y)$/iu;

/** True, false, or the word that says what; a plain yes or no in words counts as one. */
export const asDeclared = (message: string): ReadValue<boolean | string> => {
  const read = asString(message);
  return (value, path, reader) => {
    if (typeof value === 'boolean') return value;
    const word = read(value, path, reader);
    if (word === undefined) return undefined;
    if (NO.test(word)) return false;
    return YES.test(word) ? true : word;
  };
};

/** One of a few words. */
export const asOneOf =
  <Word extends string>(words: readonly Word[], message: string): ReadValue<Word> =>
  (value, path, { complain }) => {
    const word = words.find((one) => one === value);
    if (word === undefined) complain(path, message);
    return word;
  };

export const asListOf =
  <T>(read: ReadValue<T>, message: string): ReadValue<readonly T[]> =>
  (value, path, reader) => {
    if (!Array.isArray(value)) {
      reader.complain(path, message);
      return undefined;
    }
    return value.flatMap((item: unknown, index) => read(item, [...path, index], reader) ?? []);
  };

/** `media[].people[]`: the same for every picture and person. */
const placeName = (path: Path): string =>
  path
    .map((step) => (typeof step === 'number' ? '[]' : `.${step}`))
    .join('')
    .slice(1);

export const asMapping =
  <T>(vocabulary: Vocabulary, message: string, build: (fields: Fields) => T): ReadValue<T> =>
  (value, path, reader) => {
    if (!isMapping(value)) {
      reader.complain(path, message);
      return undefined;
    }
    const keys = readKeys(value, vocabulary, path, reader.strictness, reader.complain);
    for (const key of keys.unused) reader.unused.push(`${placeName(path)}.${key}`);
    return build({
      get: (key, read) => {
        const given = keys.value(key);
        if (given === undefined || given === null) return undefined;
        return read(given, [...path, keys.spelling(key)], reader);
      },
    });
  };

/** A time that nobody has set yet is written as null or as nothing. */
export const readTime = (value: unknown, path: Path, reader: Reader): PostTime => {
  const open: PostTime = { kind: 'unscheduled' };
  if (value === null || isBlank(value)) return open;
  const written = typeof value === 'string' ? value : '';
  const time = parseTime(written, reader.timezone);
  if ('epochMs' in time) return { kind: 'instant', epochMs: time.epochMs };
  reader.complain(path, time.error);
  return open;
};
