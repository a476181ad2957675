import { countWhile } from '../../core/partition.ts';
import { pattern } from '../../core/pattern.ts';
import { remembered } from '../../core/remembered.ts';
import type { Span } from '../../core/span.ts';
import type { Detector, Part } from '../../document/document.ts';
import { words } from '../words.ts';
import { isAddress } from './addresses.ts';
import type { Known } from './known-table.ts';
import { findPhrase } from './known-table.ts';
import { isContraction, nameBand, toNameKey, wordLevel } from './lexicon.ts';

export type Shape = 'capital' | 'upper' | 'lower' | 'number';

/** A word as the search for names sees it: without `'s`, with what the lists say about it. */
export interface Token {
  readonly part: Part;
  /** Without a possessive ending. */
  readonly span: Span;
  readonly text: string;
  readonly key: string;
  readonly shape: Shape;
  readonly isPossessive: boolean;
  readonly startsSentence: boolean;
  /** Index of the sentence within the post. */
  readonly sentence: number;
  /** How common a given name it is, 0 to 4. */
  readonly band: number;
  /** How everyday an English word it is: 1 to 4, 0 for none. */
  readonly level: number;
  /** What everybody knows by this name, and whether a longer one begins so. */
  readonly phrase: Known | undefined;
  /** What stands between the word before and this one. */
  readonly gap: string;
}

/** The words of one part in order, addresses left out. */
export interface TokenLine {
  readonly part: Part;
  readonly tokens: readonly Token[];
  /** Most letters are capitals: case tells nothing. */
  readonly isShouted: boolean;
}

/** Words of a line: `from` inclusive, `to` exclusive. */
export interface TokenRange {
  readonly line: TokenLine;
  readonly from: number;
  readonly to: number;
}

/** The words of a line that a span meets; undefined where there are none, as in an address. */
export const tokensAt = (line: TokenLine, { start, end }: Span): TokenRange | undefined => {
  const from = countWhile(line.tokens, ({ span }) => span.end <= start);
  const to = countWhile(line.tokens, ({ span }) => span.start < end);
  return from < to ? { line, from, to } : undefined;
};

const NUMBER = pattern(/^\p{N}/u);
const CAPITAL = pattern(/^\p{Lu}/u);
const CAPITALS = pattern(/\p{Lu}/gu);
const SMALL_LETTERS = pattern(/\p{Ll}/gu);
const POSSESSIVE = /(?:'s|(?<=s)')$/i;

const shapeOf = (text: string): Shape => {
  if (NUMBER.test(text)) return 'number';
  if (!CAPITAL.test(text)) return 'lower';
  return text.length > 1 && text === text.toUpperCase() ? 'upper' : 'capital';
};

const MANY_CAPITALS = 8;

const isShout = (text: string): boolean => {
  // Most texts have few capitals, which is quickly seen.
  let plain = 0;
  let isAscii = true;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 65 && unit <= 90) plain += 1;
    else if (unit > 127) isAscii = false;
  }
  if (isAscii && plain < MANY_CAPITALS) return false;
  const upper = text.match(CAPITALS.fit(text))?.length ?? 0;
  if (upper < MANY_CAPITALS) return false;
  const lower = text.match(SMALL_LETTERS.fit(text))?.length ?? 0;
  return upper > 2 * lower;
};

/** What a word tells without its neighbours; `stem` is the word without a possessive ending. */
interface KnownWord extends Pick<Token, 'key' | 'shape' | 'band' | 'level' | 'phrase'> {
  readonly stem: string;
}

const lookUp = (text: string): KnownWord => {
  const stem = text.replace(POSSESSIVE, '');
  const key = toNameKey(stem);
  const shape = shapeOf(stem);
  const isWord = shape === 'number' || isContraction(stem);
  return {
    stem,
    key,
    shape,
    band: isWord ? 0 : nameBand(key),
    level: isWord ? 1 : wordLevel(key),
    phrase: findPhrase(key),
  };
};

const readWord = remembered(lookUp);

/** The tokens of the text and of each alt text. */
export const tokenLines: Detector<TokenLine> = (document) => {
  const all = document.facts(words);
  return document.parts
    .filter(({ name }) => !name.endsWith('.file'))
    .map((part) => {
      const tokens: Token[] = [];
      const isMasked = isAddress(part.text);
      let sentence = 0;
      let before = 0;
      for (const word of all) {
        if (word.part !== part || isMasked(word.span.start)) continue;
        if (word.startsSentence) sentence += 1;
        const { stem, key, shape, band, level, phrase } = readWord(word.text);
        tokens.push({
          part,
          span: { start: word.span.start, end: word.span.start + stem.length },
          text: stem,
          key,
          shape,
          isPossessive:
            stem.length < word.text.length ||
            (part.text.startsWith("'", word.span.end) &&
              /^\s/u.test(part.text.slice(word.span.end + 1, word.span.end + 2)) &&
              /s$/i.test(stem)),
          startsSentence: word.startsSentence,
          sentence,
          band,
          level,
          phrase,
          gap: part.text.slice(before, word.span.start),
        });
        before = word.span.end;
      }
      return { part, tokens, isShouted: isShout(part.text) };
    });
};
