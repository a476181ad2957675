import table from './data/windows-1252.txt?raw';
import { createText } from './text-builder.ts';

const SPECIAL = table
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .join(' ')
  .split(' ')
  .map((letter, index) => (letter === '.' ? 0x80 + index : letter.codePointAt(0)!));

const isUndefinedByte = (byte: number): boolean =>
  byte >= 0x80 && byte < 0xa0 && SPECIAL[byte - 0x80] === byte;

/** Bytes that mean nothing become control characters, as in browsers. */
export const readWindows1252 = (bytes: Uint8Array): string => {
  const builder = createText();
  for (const byte of bytes) {
    builder.addUnit(byte >= 0x80 && byte < 0xa0 ? SPECIAL[byte - 0x80]! : byte);
  }
  return builder.text();
};

/** Never, or nearly never, in English, Welsh or the names of families here; common when other bytes are misread. */
const UNLIKELY = 'þÿÐðÞƒˆ˜¦¨¯¸¹¤¶ªº\u00AD';

const isLetter = (letter: string): boolean => /\p{L}/u.test(letter);
const isLower = (letter: string): boolean => /\p{Ll}/u.test(letter);
const isUpper = (letter: string): boolean => /\p{Lu}/u.test(letter);

/** Whether a letter stands in a word, with capitals where words have them. */
const isLetterInPlace = (letter: string, before: string, after: string): boolean => {
  if (!isLetter(before) && !isLetter(after)) return false;
  if (isUpper(letter)) return !isLower(before);
  return !(isUpper(before) && isUpper(after));
};

/** Whether a character that only Windows-1252 makes of its byte makes sense between its neighbours. */
const isInPlace = (letter: string, before: string, after: string): boolean => {
  if (UNLIKELY.includes(letter)) return false;
  if (/\p{L}/u.test(letter)) return isLetterInPlace(letter, before, after);
  if ('€£¢¥'.includes(letter)) return !isLetter(after) && (!isLetter(before) || /\d/u.test(after));
  if ('‚„¡¿'.includes(letter)) return !isLetter(before);
  if ('²³'.includes(letter)) return /[\dm)]/u.test(before) && !isLetter(after);
  if ('¼½¾×÷±'.includes(letter)) return !isLetter(before) && !isLetter(after);
  return true;
};

/** Whether bytes that are not UTF-8 read as sensible text in Windows-1252, which Notepad used to write. */
export const isPlausibleWindows1252 = (bytes: Uint8Array): boolean => {
  const letter = (at: number): string => {
    const byte = bytes[at];
    if (byte === undefined) return '\n';
    return String.fromCharCode(byte >= 0x80 && byte < 0xa0 ? SPECIAL[byte - 0x80]! : byte);
  };
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    if (isUndefinedByte(byte)) return false;
    if (!isInPlace(letter(at), letter(at - 1), letter(at + 1))) return false;
  }
  return true;
};
