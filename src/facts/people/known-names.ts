import type { Span } from '../../core/span.ts';
import { sortedText, tabbed } from '../sorted-text.ts';
import text from './known-names.built.ts';
import type { TokenLine } from './tokens.ts';

export type KnownKind = 'public' | 'historical' | 'fictional' | 'place' | 'thing';

/** A phrase of several words that everybody knows as a name. */
export interface KnownPhrase {
  readonly span: Span;
  readonly kind: KnownKind;
  readonly keys: readonly string[];
}

const LONGEST = 6;

interface Known {
  readonly kind?: KnownKind;
  /** Phrases of two words or more begin with it. */
  readonly begins: boolean;
}

const read = (value: string): Known => {
  const begins = value.endsWith('+');
  const kind = value.slice(1, begins ? -1 : undefined);
  return { begins, ...(kind !== '' && { kind: kind as KnownKind }) };
};

const find = sortedText(text, tabbed, read);

/** Whose name a phrase is known to be; words in lower case without accents, one space between. */
export const findKnown = (phrase: string): KnownKind | undefined => find(phrase)?.kind;

const phraseAt = (
  { tokens }: TokenLine,
  at: number,
): (KnownPhrase & { to: number }) | undefined => {
  const first = tokens[at]!;
  if (first.shape === 'lower' || !find(first.key)?.begins) return undefined;
  const keys = [first.key];
  let found: (KnownPhrase & { to: number }) | undefined;
  for (let to = at + 1; to < Math.min(tokens.length, at + LONGEST); to += 1) {
    const token = tokens[to]!;
    if (/[.!?:;\n]/u.test(token.gap.replace(/^\. $/u, ' '))) break;
    keys.push(token.key);
    const kind = findKnown(keys.join(' '));
    const span = { start: first.span.start, end: token.span.end };
    if (kind) found = { span, kind, keys: [...keys], to };
  }
  return found;
};

/** `Rosa Parks`, `Jack and the Beanstalk`, `Mars bar`: longest first, left to right. */
export const knownPhrases = (line: TokenLine): readonly KnownPhrase[] => {
  const found: KnownPhrase[] = [];
  for (let at = 0; at < line.tokens.length; at += 1) {
    const phrase = phraseAt(line, at);
    if (!phrase) continue;
    found.push(phrase);
    at = phrase.to;
  }
  return found;
};
