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

const letterOf = (byte: number | undefined): string =>
  byte === undefined
    ? '\n'
    : String.fromCharCode(byte >= 0x80 && byte < 0xa0 ? SPECIAL[byte - 0x80]! : byte);

/** Judges bytes that come a piece at a time. */
export interface Windows1252Check {
  add(bytes: Uint8Array): void;
  /** Whether they read as sensible text, which Notepad used to write in Windows-1252. */
  end(): boolean;
}

export const createWindows1252Check = (): Windows1252Check => {
  let isPlausible = true;
  /** The last two bytes: of the second it is not known yet what follows. */
  let earlier: number | undefined;
  let last: number | undefined;
  const judge = (byte: number, before: number | undefined, after: number | undefined): void => {
    if (isUndefinedByte(byte) || !isInPlace(letterOf(byte), letterOf(before), letterOf(after)))
      isPlausible = false;
  };
  return {
    add(bytes) {
      const { length } = bytes;
      if (!isPlausible || length === 0) return;
      if (last !== undefined && last >= 0x80) judge(last, earlier, bytes[0]);
      for (let at = 0; at < length - 1 && isPlausible; at += 1) {
        const byte = bytes[at]!;
        if (byte >= 0x80) judge(byte, at === 0 ? last : bytes[at - 1], bytes[at + 1]);
      }
      earlier = length > 1 ? bytes[length - 2] : last;
      last = bytes[length - 1];
    },
    end() {
      if (last !== undefined && last >= 0x80) judge(last, earlier, undefined);
      return isPlausible;
    },
  };
};

export const isPlausibleWindows1252 = (bytes: Uint8Array): boolean => {
  const check = createWindows1252Check();
  check.add(bytes);
  return check.end();
};
