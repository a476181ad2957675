import { readFileSync } from 'node:fs';
import type { Problem } from '../core/problem.ts';
import type { Decoded } from '../input/decode.ts';
import { decode } from '../input/decode.ts';
import { whyUnopened } from './read-text.ts';

const [CR, LF, SPACE, TAB] = [13, 10, 32, 9];

/**
 * An .ics file's bytes without the breaks of folded lines. They stand every 75 bytes, wherever that is:
 * a break inside a character of several bytes must go before the bytes can be read as text.
 */
export const unfold = (bytes: Uint8Array): Uint8Array => {
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const fold = bytes[at] === CR && bytes[at + 1] === LF ? 2 : bytes[at] === LF ? 1 : 0;
    const next = bytes[at + fold];
    if (fold > 0 && (next === SPACE || next === TAB)) at += fold;
    else {
      kept[length] = bytes[at]!;
      length += 1;
    }
  }
  return kept.subarray(0, length);
};

/** Reads and decodes an .ics file, named `shown` in problems. */
export const readIcs = (file: string, shown: string): Decoded | { readonly problem: Problem } => {
  try {
    return decode(unfold(readFileSync(file)), shown);
  } catch (error) {
    return { problem: { file: shown, message: whyUnopened(error) } };
  }
};
