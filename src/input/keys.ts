import { didYouMean } from '../syntax/closest.ts';
import type { Path } from '../syntax/place.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Says what is wrong with the value at a path, or with its key. */
export type Complain = (path: Path, message: string, what?: 'key' | 'value') => void;

/** What becomes of keys that nobody knows: in a draft each is a mistake, in data most belong to others. */
export type Strictness = 'draft' | 'data';

/** A mapping's values under our own spelling of its keys. */
export interface Keys {
  /** Whether the key stands there, be it with nothing behind it. */
  has(key: string): boolean;
  /** Null and undefined: nothing stands there. */
  value(key: string): unknown;
  /** As the file spells it. */
  spelling(key: string): string;
  readonly unused: readonly string[];
  /** Ours that mistyped keys were meant to be. */
  readonly meant: readonly string[];
}

/** Without the strange word itself, which may be a child's name: the line and column show it. */
const unknownKey = (key: string, { keys }: Vocabulary): string => {
  const hint = didYouMean(key, keys);
  const all = `${keys.slice(0, -1).join(', ')} or ${keys.at(-1)!}`;
  return hint === '' ? `unknown key: use ${all}` : `unknown key “${key}”${hint}`;
};

/** Sorts a mapping's keys into ours and others', and complains of those that look mistyped. */
export const readKeys = (
  mapping: Readonly<Record<string, unknown>>,
  vocabulary: Vocabulary,
  path: Path,
  strictness: Strictness,
  complain: Complain,
): Keys => {
  const found = new Map<string, string>();
  const strange: string[] = [];
  for (const key of Object.keys(mapping)) {
    const ours = vocabulary.find(key);
    if (ours === undefined) strange.push(key);
    else if (!found.has(ours)) found.set(ours, key);
    else complain([...path, key], `“${ours}” stands here twice: keep one`, 'key');
  }
  const unused: string[] = [];
  const meant: string[] = [];
  for (const key of strange) {
    const slip = vocabulary.near(key).find((known) => !found.has(known));
    if (slip !== undefined) {
      meant.push(slip);
      complain([...path, key], `unknown key “${key}”: did you mean “${slip}”?`, 'key');
    } else if (strictness === 'draft') {
      complain([...path, key], unknownKey(key, vocabulary), 'key');
    } else unused.push(key);
  }
  return {
    has: (key) => found.has(key),
    value: (key) => {
      const spelling = found.get(key);
      return spelling === undefined ? undefined : mapping[spelling];
    },
    spelling: (key) => found.get(key) ?? key,
    unused,
    meant,
  };
};
