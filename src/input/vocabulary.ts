import { distance } from 'fastest-levenshtein';

/** The keys that a mapping may have. */
export interface Vocabulary {
  readonly keys: readonly string[];
  /** Our spelling of a key: `reply_to` is `replyTo` in another dress. Undefined: not ours. */
  find(key: string): string | undefined;
  /** Our keys that a strange one may be a slip of. */
  near(key: string): readonly string[];
}

/** Keys of records come back in every record; more than this many are somebody’s joke. */
const MAX_REMEMBERED = 500;
const MAX_LENGTH = 20;

const camel = (key: string): string =>
  key.replace(/(?<=[a-zA-Z])_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
const plain = (word: string): string => word.toLowerCase().replace(/(?<=\w)[-_ ]/gu, '');
const sorted = (word: string): string => [...word].sort().join('');

/** Data has keys of its own, so only near misses count. Short keys are near to half the dictionary. */
const isSlip = (typed: string, key: string): boolean => {
  const meant = plain(key);
  if (typed === meant || (key === 'text' && /^te?xts?$/u.test(typed))) return true;
  if (key.length < 5) return false;
  return sorted(typed) === sorted(meant) || distance(typed, meant) <= (key.length < 7 ? 1 : 2);
};

export const createVocabulary = (keys: readonly string[]): Vocabulary => {
  const spellings = new Map<string, string | undefined>(keys.map((key) => [key, key]));
  const slips = new Map<string, readonly string[]>();
  const remember = <T>(memory: Map<string, T>, key: string, value: T): T => {
    if (memory.size < MAX_REMEMBERED) memory.set(key, value);
    return value;
  };
  return {
    keys,
    find(key) {
      if (spellings.has(key)) return spellings.get(key);
      const ours = key.length > MAX_LENGTH ? key : camel(key);
      return remember(spellings, key, keys.includes(ours) ? ours : undefined);
    },
    near(key) {
      if (key.length > MAX_LENGTH) return [];
      const typed = plain(key);
      return (
        slips.get(key) ??
        remember(
          slips,
          key,
          keys.filter((known) => isSlip(typed, known)),
        )
      );
    },
  };
};
