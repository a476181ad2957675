import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What a service knows a finding by from one run to the next, wherever it has moved to. */
export interface Identity {
  /** 16 hexadecimal digits. */
  readonly hash: string;
  /** 1 for the first of those that are otherwise the same. */
  readonly ordinal: number;
}

/**
 * Tells apart whatever is asked for twice: the same words twice in a file are two findings. It keeps a
 * few dozen bytes for each hash that it has given.
 */
export const createIdentities = (): ((...key: readonly string[]) => Identity) => {
  const given = new Map<string, number>();
  return (...key) => {
    const hash = bytesToHex(sha256(utf8ToBytes(JSON.stringify(key)))).slice(0, 16);
    const ordinal = (given.get(hash) ?? 0) + 1;
    given.set(hash, ordinal);
    return { hash, ordinal };
  };
};
