import list from '../data/known-names.txt?raw';
import type { Span } from '../../core/span.ts';
import { entries } from '../phrases.ts';
import { toNameKey } from './lexicon.ts';
import type { TokenLine } from './tokens.ts';

export type KnownKind = 'public' | 'historical' | 'fictional' | 'place' | 'thing';

interface Known {
  readonly kinds: ReadonlyMap<string, KnownKind>;
  /** First words of the phrases of two words or more. */
  readonly firsts: ReadonlySet<string>;
}

/** A phrase of several words that everybody knows as a name. */
export interface KnownPhrase {
  readonly span: Span;
  readonly kind: KnownKind;
  readonly keys: readonly string[];
}

const LONGEST = 6;

const toPhrase = (name: string): string => {
  const small = name.toLowerCase();
  if (/^[a-z -]+$/.test(small)) return small;
  return toNameKey(name.replace(/'s\b/gu, '').replaceAll('&', '').replace(/\s+/gu, ' '));
};

const read = (): Known => {
  const pairs = entries(list).flatMap((line) => {
    const [kind, names = ''] = line.split(': ', 2) as [KnownKind, string?];
    return names.split(', ').map((name) => [toPhrase(name), kind] as const);
  });
  const firsts = pairs.flatMap(([phrase]) => {
    const space = phrase.indexOf(' ');
    return space < 0 ? [] : [phrase.slice(0, space)];
  });
  return { kinds: new Map(pairs), firsts: new Set(firsts) };
};

let known: Known | undefined;
const load = (): Known => (known ??= read());

/** Whose name a phrase is known to be; words in lower case without accents, one space between. */
export const findKnown = (phrase: string): KnownKind | undefined => load().kinds.get(phrase);

const phraseAt = (
  { tokens }: TokenLine,
  at: number,
): (KnownPhrase & { to: number }) | undefined => {
  const { kinds, firsts } = load();
  const first = tokens[at]!;
  if (first.shape === 'lower' || !firsts.has(first.key)) return undefined;
  const keys = [first.key];
  let found: (KnownPhrase & { to: number }) | undefined;
  for (let to = at + 1; to < Math.min(tokens.length, at + LONGEST); to += 1) {
    const token = tokens[to]!;
    if (/[.!?:;\n]/u.test(token.gap.replace(/^\. $/u, ' '))) break;
    keys.push(token.key);
    const kind = kinds.get(keys.join(' '));
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
