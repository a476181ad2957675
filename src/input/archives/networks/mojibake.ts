import { readUtf8 } from '../../utf8.ts';

/** Letters that are bytes of UTF-8, each written as a letter of its own. */
const BYTES = /^[\0-\xff]*[\x80-\xff][\0-\xff]*$/u;

/**
 * Facebook and Instagram write each byte of UTF-8 as a letter. What is no UTF-8 then was right already;
 * of a text that is both, such as “Ã©”, nobody would have typed the longer one.
 */
export const repaired = (text: string): string => {
  if (!BYTES.test(text)) return text;
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const { text: read, badByte } = readUtf8(bytes);
  return badByte === undefined ? read : text;
};
