import { pattern } from '../../core/pattern.ts';
import type { Span } from '../../core/span.ts';
import type { Word } from '../words.ts';
import { isRoadWord } from './roads.ts';

const HOUSE_NUMBER = /^\d{1,4}[a-h]?$/;
const CAPITAL = pattern(/^\p{Lu}/u);
const YEAR = /^(?:1[5-9]|20)\d\d$/;
/** A road is called by up to three words before its last: `Old Mill Lane`. */
const MOST_NAME_WORDS = 3;
/** What stands between the words of a road’s name. */
const INSIDE = /^[ .']{1,2}$/;
const SMALL_HOUR = 12;

const gapOf = (before: Word, after: Word): string =>
  before.part.text.slice(before.span.end, after.span.start);

const isRoad = ({ key }: Word): boolean => isRoadWord('road', key) || isRoadWord('road-like', key);

/** `York St John`, `Dec St Nicholas`. */
const isSaint = (word: Word, next: Word | undefined): boolean =>
  word.key === 'st' &&
  next?.part === word.part &&
  CAPITAL.test(next.text) &&
  /^\.? $/.test(gapOf(word, next));

/** Index of the last word of a road whose name begins at a word; -1: there is none. */
const roadEnd = (all: readonly Word[], from: number, isCued: boolean): number => {
  for (let at = from + 1; at <= from + MOST_NAME_WORDS; at += 1) {
    const [before, word] = [all[at - 1]!, all[at]];
    if (word?.part !== before.part || !INSIDE.test(gapOf(before, word))) return -1;
    if (!isRoad(word) || isSaint(word, all[at + 1])) continue;
    const name = all.slice(from, at);
    if (name.some(({ key }) => isRoadWord('date', key))) continue;
    const isNamed = [...name, word].every(({ text }) => CAPITAL.test(text));
    const isPlain = isCued && at === from + 1 && isRoadWord('road', word.key);
    if (isNamed || isPlain) return at;
  }
  return -1;
};

const spanOf = (all: readonly Word[], first: number, last: number): Span => ({
  start: all[first]!.span.start,
  end: all[last]!.span.end,
});

/** `At 8 Mill Lane closes`. */
const HAPPENS =
  /^ (?:is|was|will|has|had|became|turned|went|came|closes|closed|shuts|opens|reopens|residents)\b/;

/** Whether what stands before a number makes a score, a time, a class or a route of it. */
const isNoHouse = (number: Word, before: Word | undefined, rest: string): boolean => {
  const sign = number.part.text[number.span.start - 1] ?? ' ';
  if (/[£$€#:./+=–-]/u.test(sign)) return true;
  const isYear = YEAR.test(number.text);
  if (before?.part !== number.part || !/^[ (,]{1,2}$/.test(gapOf(before, number))) return isYear;
  if (isRoadWord('not-house', before.key) || isRoadWord('date', before.key)) return true;
  if (isYear) return !isRoadWord('address', before.key);
  const isHour = Number.parseInt(number.text, 10) <= SMALL_HOUR;
  return isHour && isRoadWord('time', before.key) && HAPPENS.test(rest);
};

/** `14 Larch Close`, `12a, Old Mill Lane`. */
const numberedAt = (all: readonly Word[], at: number): Span | undefined => {
  const [before, number, next] = [all[at - 1], all[at]!, all[at + 1]!];
  if (!HOUSE_NUMBER.test(number.key) || !/^,? $/.test(gapOf(number, next))) return undefined;
  const isCued = before?.part === number.part && isRoadWord('address', before.key);
  const last = roadEnd(all, at + 1, isCued);
  if (last < 0) return undefined;
  const rest = number.part.text.slice(all[last]!.span.end, all[last]!.span.end + SMALL_HOUR);
  return isNoHouse(number, before, rest) ? undefined : spanOf(all, at, last);
};

const MOST_HOUSE_WORDS = 3;

/** `Rose Cottage, Mill Lane`; `isHome` tells of an offset whether a home is talked of, where any name will do. */
const namedAt = (
  all: readonly Word[],
  at: number,
  isHome: (offset: number) => boolean,
): Span | undefined => {
  const word = all[at]!;
  if (!CAPITAL.test(word.text) || gapOf(word, all[at + 1]!) !== ', ') return undefined;
  const last = roadEnd(all, at + 1, false);
  if (last < 0) return undefined;
  let first = at;
  while (first > 0 && at - first < MOST_HOUSE_WORDS) {
    const before = all[first - 1]!;
    if (before.part !== word.part || !CAPITAL.test(before.text)) break;
    if (gapOf(before, all[first]!) !== ' ') break;
    first -= 1;
  }
  if (first === at) return undefined;
  const house = spanOf(all, first, last);
  return isRoadWord('house', word.key) || isHome(house.start) ? house : undefined;
};

const ANYBODY = new Set(['everyone', 'everybody', 'anyone', 'anybody', 'nobody', 'someone']);
const WHERE = new Set(['on', 'in', 'at', 'opposite']);

/** `Mrs Tate lives on Canal Street`. */
const livedInAt = (all: readonly Word[], at: number): Span | undefined => {
  const [word, where, name] = [all[at]!, all[at + 1]!, all[at + 2]];
  if (word.key !== 'lives' || !WHERE.has(where.key) || name?.part !== word.part) return undefined;
  if (all.slice(Math.max(at - 2, 0), at).some(({ key }) => ANYBODY.has(key))) return undefined;
  const last = roadEnd(all, at + 2, false);
  return last < 0 ? undefined : spanOf(all, at, last);
};

/** The house with its road that begins at a word, or whose name ends there. */
export const findHouse = (
  all: readonly Word[],
  at: number,
  isHome: (offset: number) => boolean,
): Span | undefined => {
  const { part, key, span } = all[at]!;
  if (all[at + 1]?.part !== part) return undefined;
  if (key[0]! <= '9') return numberedAt(all, at);
  if (key === 'lives') return livedInAt(all, at);
  return part.text[span.end] === ',' ? namedAt(all, at, isHome) : undefined;
};
