import { createHmac, scryptSync } from 'node:crypto';

/** How dear one guess of a key is made; `n` is a power of two. */
export interface Stretching {
  readonly log2n: number;
  readonly r: number;
  readonly p: number;
  readonly salt: Uint8Array;
}

/** More would let a hostile file ask for gigabytes; less would make guesses cheap. */
const LOG2N = { least: 10, most: 17 };
const R = 8;
const P = 1;
const SECRET_BYTES = 32;

/** A key that was drawn by chance cannot be guessed, however cheap a guess is. */
const GENERATED = /^plk1_[\w-]{43}$/u;

export const isGeneratedKey = (key: string): boolean => GENERATED.test(key);

/** A phrase takes 50 to 100 ms and 32 MiB to try, a key drawn by chance 3 ms. */
export const stretchingFor = (key: string, salt: Uint8Array): Stretching => ({
  log2n: isGeneratedKey(key) ? LOG2N.least : 15,
  r: R,
  p: P,
  salt,
});

export const isBounded = ({ log2n, r, p, salt }: Stretching): boolean =>
  Number.isInteger(log2n) &&
  log2n >= LOG2N.least &&
  log2n <= LOG2N.most &&
  r === R &&
  p === P &&
  salt.length >= 16 &&
  salt.length <= 64;

/** What only the key gives: the fingerprint of a text, 32 bytes. */
export type Fingerprint = (text: string | Uint8Array) => Buffer;

/** `use` keeps fingerprints for one end from being those for another. */
export const fingerprintFor = (key: string, stretching: Stretching) => {
  const { log2n, r, p, salt } = stretching;
  const secret = scryptSync(key.normalize('NFC'), salt, SECRET_BYTES, {
    N: 2 ** log2n,
    r,
    p,
    maxmem: 256 * 2 ** LOG2N.most * R,
  });
  return (use: string): Fingerprint => {
    const own = createHmac('sha256', secret).update(use).digest();
    return (text) => createHmac('sha256', own).update(text).digest();
  };
};
