import type { Candidate } from './candidates.ts';
import { isCue } from './cue-words.ts';
import { findKnown } from './known-names.ts';
import { SURE, settingOf } from './settings.ts';
import { isDeed, readsAsWord } from './stands-as-name.ts';
import type { Token, TokenLine } from './tokens.ts';

/** A candidate and how probable it is that it names a child, 0 to 1. */
export interface Judgement {
  readonly candidate: Candidate;
  readonly probability: number;
}

/** Sure enough to make names of the words it is listed with. */
const LIKELY = 0.55;
/** So is a name of a list in which another is surely a child’s. */
const LISTED = 0.65;
const COMMA = /^(?: ?[,&+/] ?|, ?& ?)$/u;

/** Where the next item of a list may begin whose last one ends before `at`. */
const nextItem = (tokens: readonly Token[], at: number): number | undefined => {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.key === 'and' && token.shape === 'lower' && /^,? $/u.test(token.gap))
    return tokens[at + 1]?.gap === ' ' ? at + 1 : undefined;
  return COMMA.test(token.gap) ? at : undefined;
};

/** Words that may be an item of a list of names. */
const mayBeListed = (token: Token, next: Token | undefined): boolean =>
  token.band >= 2 &&
  (token.shape !== 'lower' || (token.level === 0 && token.band > 2)) &&
  !token.isPossessive &&
  !isCue('calendar', token.key) &&
  !readsAsWord(token, next) &&
  next?.shape !== 'number';

const single = (line: TokenLine, at: number): Candidate => ({
  line,
  from: at,
  to: at + 1,
  span: line.tokens[at]!.span,
});

interface Item {
  readonly candidate: Candidate;
  readonly probability: number | undefined;
}

/** Stretches of names with nothing but commas and `and` between them, of two at the least. */
const listsOf = (
  line: TokenLine,
  judgements: readonly Judgement[],
  isTaken: (candidate: Candidate) => boolean,
): readonly (readonly Item[])[] => {
  const { tokens } = line;
  const byStart = new Map(judgements.map((one) => [one.candidate.from, one]));
  const itemAt = (at: number): Item | undefined => {
    const judged = byStart.get(at);
    if (judged) return judged;
    const token = tokens[at];
    if (!token || !mayBeListed(token, tokens[at + 1])) return undefined;
    const candidate = single(line, at);
    return isTaken(candidate) ? undefined : { candidate, probability: undefined };
  };
  const lists: Item[][] = [];
  for (let at = 0; at < tokens.length;) {
    const items: Item[] = [];
    let item = itemAt(at);
    at += 1;
    while (item) {
      items.push(item);
      at = item.candidate.to;
      const next = nextItem(tokens, at);
      item = next === undefined ? undefined : itemAt(next);
    }
    if (items.length > 1) lists.push(items);
  }
  return lists;
};

const isListable = ({ candidate: { line, from, to } }: Item): boolean =>
  to === from + 1 && mayBeListed(line.tokens[from]!, line.tokens[to]);

/** A figure or a place stays what it is; a robin and a ruby are lost among names. */
const isKnownOtherwise = ({ candidate: { line, from } }: Item): boolean => {
  const known = findKnown(line.tokens[from]!.key);
  return known !== undefined && known !== 'thing';
};

const isSmall = ({ candidate: { line, from } }: Item): boolean =>
  line.tokens[from]!.shape === 'lower';

/** `Will and May planted`, `ava and noah were fab`: names alone, and then what they did or were. */
const didTogether = (items: readonly Item[]): boolean => {
  const { line, to } = items.at(-1)!.candidate;
  const next = line.tokens[to];
  if (!items.every(isListable) || !line.tokens[items[0]!.candidate.from]!.startsSentence)
    return false;
  if (next?.gap !== ' ') return false;
  const small = items.filter(isSmall).length;
  if (small > 0) return small === items.length && (isDeed(next) || next.key === 'were');
  return isDeed(next);
};

const raised = (item: Item, floor: number): Judgement => ({
  candidate: item.candidate,
  probability: Math.max(item.probability ?? 0, floor),
});

const inList = (items: readonly Item[]): readonly Judgement[] => {
  const judged = items.filter((item): item is Judgement => item.probability !== undefined);
  const isSure = judged.some(({ probability }) => probability >= LIKELY);
  const together = didTogether(items);
  if (!isSure && !together) return judged;
  return items.flatMap((item) => {
    if (!isListable(item) || settingOf(item.candidate).ceiling !== undefined)
      return item.probability === undefined ? [] : [item as Judgement];
    if (together) return [raised(item, SURE)];
    if (isKnownOtherwise(item)) return item.probability === undefined ? [] : [item as Judgement];
    return [raised(item, LISTED)];
  });
};

/** Judgements of one line with names raised, and found, by the company they keep in a list. */
export const withCompanions = (
  line: TokenLine,
  judgements: readonly Judgement[],
  isTaken: (candidate: Candidate) => boolean,
): readonly Judgement[] => {
  const better = new Map<number, Judgement>();
  for (const items of listsOf(line, judgements, isTaken)) {
    for (const judgement of inList(items)) better.set(judgement.candidate.from, judgement);
  }
  const known = new Set(judgements.map(({ candidate }) => candidate.from));
  return [
    ...judgements.map((one) => better.get(one.candidate.from) ?? one),
    ...[...better.values()].filter(({ candidate }) => !known.has(candidate.from)),
  ].sort((a, b) => a.candidate.from - b.candidate.from);
};
