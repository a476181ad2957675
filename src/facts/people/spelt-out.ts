import { pattern } from '../../core/pattern.ts';
import type { Span } from '../../core/span.ts';
import { nameBand, toNameKey, wordLevel } from './lexicon.ts';
import type { PersonMention } from './person.ts';
import type { TokenLine } from './tokens.ts';

/** `J o s h`, `J.o.s.h`, `J🎉O🎉S🎉H`: single letters, the same sign between them. */
const LETTERS = pattern(
  /(?<![\p{L}\p{N}'@#])\p{Lu}([ .·_-]|\p{Extended_Pictographic}\ufe0f?)\p{L}(?:\1\p{L}){1,12}(?![\p{L}\p{N}'])/gu,
);
const BETWEEN = pattern(/[^\p{L}]/gu);
/** `J*sh`: one letter of a name hidden. */
const STARRED = pattern(/(?<![\p{L}\p{N}*'@#])\p{Lu}\p{Ll}{0,10}\*\p{Ll}{1,10}(?![\p{L}\p{N}*])/gu);
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'y'];

/** `J O Y` is cheer. */
const isName = (key: string): boolean => nameBand(key) >= 2 && wordLevel(key) !== 1;

/** `J*sh` is a name and `D*mn` is not: no everyday word may fit. */
const hidesName = (text: string): boolean => {
  const fits = VOWELS.map((vowel) => toNameKey(text.replace('*', vowel)));
  return fits.some(isName) && fits.every((key) => wordLevel(key) === 0 || isName(key));
};

const mention = (line: TokenLine, index: number, text: string): PersonMention => ({
  part: line.part,
  span: { start: index, end: index + text.length },
  form: 'given',
  who: 'child',
  confidence: 'likely',
  evidence: ['a given name, its letters kept apart or hidden'],
});

const joinedUp = (found: string): string => toNameKey(found.replace(BETWEEN.fit(found), ''));

/** `J O Y`: a word taken apart, whose letters are nobody. */
export const speltWordsIn = ({ part: { text } }: TokenLine): readonly { readonly span: Span }[] =>
  [...LETTERS.matchAll(text)]
    .filter(({ 0: found }) => wordLevel(joinedUp(found)) > 0 && !isName(joinedUp(found)))
    .map(({ index, 0: found }) => ({ span: { start: index, end: index + found.length } }));

/** Names that somebody took apart so that nobody would see them. */
export const speltOutIn = (line: TokenLine): readonly PersonMention[] => {
  const { text } = line.part;
  const letters = [...LETTERS.matchAll(text)].filter(({ 0: found }) => isName(joinedUp(found)));
  const starred = text.includes('*')
    ? [...STARRED.matchAll(text)].filter(({ 0: found }) => hidesName(found))
    : [];
  return [...letters, ...starred].map(({ index, 0: found }) => mention(line, index, found));
};
