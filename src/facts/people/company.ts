import type { ReaderWord } from '../reader/words.ts';
import { CAPITAL, UPPER } from '../reader/words.ts';
import { CHILD, WORD } from './tagging.ts';

type Chances = Float32Array | undefined;

/** A name that is surely a child’s; what the rest of its list is raised to. */
const SURE = 0.8;
const LIKELY = 0.6;
const JOINS = new Set([',', 'and', '&', '+', '/', 'a', 'i', 'y']);

/** A lone word that may be a given name. */
const mayBeItem = ({ known: { shape, band }, setting }: ReaderWord): boolean =>
  (shape === CAPITAL || shape === UPPER) && band > 1 && setting === 'plain';

/** Where the next item of a list begins whose last one stands at `at`; undefined at its end. */
const nextItem = (words: readonly ReaderWord[], at: number): number | undefined => {
  let next = at + 1;
  while (next < at + 3 && words[next]?.gap !== 2 && JOINS.has(words[next]?.known.key ?? '')) {
    next += 1;
  }
  const word = words[next];
  return next > at + 1 && word && word.gap !== 2 && mayBeItem(word) ? next : undefined;
};

/** Stretches of names with nothing but commas and “and” between them, of three at the least. */
const listsIn = (words: readonly ReaderWord[]): readonly (readonly number[])[] => {
  const lists: number[][] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!mayBeItem(words[at]!)) continue;
    const items = [at];
    let next = nextItem(words, at);
    while (next !== undefined) {
      items.push(next);
      at = next;
      next = nextItem(words, at);
    }
    if (items.length > 2) lists.push(items);
  }
  return lists;
};

/** `Rosie, Will, Grace, Hope and May`: where most are children, the words among them are too. */
export const inCompany = (
  words: readonly ReaderWord[],
  chances: readonly Chances[],
): readonly Chances[] => {
  const raised = [...chances];
  for (const items of listsIn(words)) {
    const children = items.map((at) => chances[at]?.[CHILD] ?? 0);
    const likely = children.filter((chance) => chance >= 0.5).length;
    if (2 * likely < items.length || !children.some((chance) => chance >= SURE)) continue;
    for (const at of items) {
      const own = chances[at];
      if (!own || own[CHILD]! >= LIKELY || own[WORD]! + own[CHILD]! < 0.5) continue;
      const rest = (1 - LIKELY) / (1 - own[CHILD]!);
      raised[at] = own.map((one, tag) => (tag === CHILD ? LIKELY : one * rest));
    }
  }
  return raised;
};
