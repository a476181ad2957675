import list from './data/look-alikes.txt?raw';
import { dataLines } from '../core/data-lines.ts';
import { fromHex } from './from-hex.ts';
import type { Unit } from './units.ts';

interface LookAlike {
  readonly latin: string;
  /** The same shape, not only near it. */
  readonly isExact: boolean;
}

const FOREIGN =
  /[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Canadian_Aboriginal}\p{Script=Coptic}\p{Script=Lisu}]/u;
const LETTER = /^\p{L}/u;
const LATIN = /^\p{Script=Latin}/u;
const WORD_PART = /^[\p{L}\p{N}_']/u;

let table: ReadonlyMap<string, LookAlike> | undefined;

const readTable = (): ReadonlyMap<string, LookAlike> =>
  new Map(
    dataLines(list).flatMap((line) => {
      const [latin, ...codePoints] = line.split(' ') as [string, ...string[]];
      return codePoints.map((written): [string, LookAlike] => {
        const isExact = !written.startsWith('~');
        return [fromHex(isExact ? written : written.slice(1)), { latin, isExact }];
      });
    }),
  );

const isForeign = ({ text }: Unit): boolean => FOREIGN.test(text);

const findLookAlike = ({ text }: Unit): LookAlike | undefined => {
  table ??= readTable();
  return table.get(String.fromCodePoint(text.normalize('NFD').codePointAt(0)!));
};

/** A run of units that readers take for one word, and what its letters are. */
interface MixedWord {
  readonly hasLatin: boolean;
  readonly foreign: readonly Unit[];
  /** Every foreign letter looks like a Latin one. */
  readonly isMappable: boolean;
  /** Mapping it would write a new `&entity;`. */
  readonly isEntity: boolean;
}

const readWord = (units: readonly Unit[], start: number, end: number): MixedWord => {
  const letters = units.slice(start, end).filter(({ text }) => LETTER.test(text));
  const foreign = letters.filter(({ text }) => !LATIN.test(text));
  const before = units[start - 1]?.text === '#' ? units[start - 2] : units[start - 1];
  return {
    hasLatin: foreign.length < letters.length,
    foreign,
    isMappable: foreign.every((unit) => findLookAlike(unit) !== undefined),
    isEntity: units[end]?.text === ';' && before?.text === '&',
  };
};

const wordsOf = (units: readonly Unit[]): MixedWord[] => {
  const words: MixedWord[] = [];
  let start = -1;
  for (let at = 0; at <= units.length; at += 1) {
    const isPart = at < units.length && WORD_PART.test(units[at]!.text);
    if (isPart && start < 0) start = at;
    if (!isPart && start >= 0) {
      words.push(readWord(units, start, at));
      start = -1;
    }
  }
  return words;
};

const map = (unit: Unit): void => {
  const [, ...marks] = unit.text.normalize('NFD');
  unit.text = (findLookAlike(unit)!.latin + marks.join('')).normalize('NFC');
};

/**
 * Writes the Latin letters that look-alikes stand for: in words that mix them with Latin letters, and
 * in words of nothing else when the rest of the text is Latin. Words of a real other script stay.
 */
export const mapLookAlikes = (units: readonly Unit[], text: string): void => {
  if (!FOREIGN.test(text)) return;
  const words = wordsOf(units);
  const isLatinText =
    words.some(({ hasLatin }) => hasLatin) &&
    !words.some((word) => !word.hasLatin && !word.isMappable && word.foreign.some(isForeign));
  for (const { foreign, hasLatin, isMappable, isEntity } of words) {
    if (foreign.length === 0 || !isMappable || isEntity) continue;
    const isDisguise =
      isLatinText && foreign.length > 1 && foreign.every((unit) => findLookAlike(unit)!.isExact);
    if (hasLatin || isDisguise) foreign.forEach(map);
  }
};
