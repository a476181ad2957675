import list from './data/html-entities.txt?raw';
import { dataLines } from '../core/data-lines.ts';
import { fromHex } from './from-hex.ts';

/** `&` and `;` stand outside; the longest is `&thetasym;` or a padded number. */
export const LONGEST_ENTITY = 10;

let named: ReadonlyMap<string, string> | undefined;

const readNamed = (): ReadonlyMap<string, string> =>
  new Map(
    dataLines(list).map((line) => {
      const [name, hex] = line.split(' ') as [string, string];
      return [name, fromHex(hex)];
    }),
  );

/** Control characters have no place in a post; half a surrogate pair is no character. */
const isCharacter = (codePoint: number): boolean =>
  codePoint === 9 ||
  codePoint === 10 ||
  (codePoint >= 32 && !(codePoint >= 127 && codePoint < 160) && codePoint < 0xd800) ||
  (codePoint > 0xdfff && codePoint <= 0x10ffff);

const findNumbered = (digits: string, base: 10 | 16): string | undefined => {
  const codePoint = Number.parseInt(digits, base);
  return isCharacter(codePoint) ? String.fromCodePoint(codePoint) : undefined;
};

/** The character that `&name;` stands for. */
export const findEntity = (name: string): string | undefined => {
  const number = /^#(?:(\d+)|[xX]([\da-fA-F]+))$/u.exec(name);
  if (number?.[1] !== undefined) return findNumbered(number[1], 10);
  if (number?.[2] !== undefined) return findNumbered(number[2], 16);
  named ??= readNamed();
  return named.get(name) ?? named.get(name.toLowerCase());
};
