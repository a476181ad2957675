import type { Span } from '../../core/span.ts';
import type { KnownKind } from './figures.ts';
import { findKnown } from './known-table.ts';
import type { Part } from '../../document/document.ts';
import type { PersonKind, PersonMention } from './person.ts';
import type { Token, TokenLine } from './tokens.ts';

/** A phrase of several words that everybody knows as a name. */
export interface KnownPhrase {
  readonly span: Span;
  readonly kind: KnownKind;
  readonly keys: readonly string[];
}

const LONGEST = 6;

/** Words of a phrase stand side by side; a list of children, `Lauren, James`, is no footballer. */
const PLAIN_GAP = /^'?[ \u00a0]+$/u;
const AFTER_INITIAL = /^\. ?$/u;
const LONGEST_ABBREVIATION = 3;

/** What the gap before a word adds to the phrase; undefined if it ends there. */
const joint = (gap: string, before: string): string | undefined => {
  if (PLAIN_GAP.test(gap)) return ' ';
  if (gap === ' & ') return gap;
  return AFTER_INITIAL.test(gap) && before.length <= LONGEST_ABBREVIATION ? ' ' : undefined;
};

const phraseAt = (
  { tokens }: TokenLine,
  at: number,
): (KnownPhrase & { to: number }) | undefined => {
  const first = tokens[at]!;
  if (first.shape === 'lower' || !first.phrase?.begins) return undefined;
  const keys = [first.key];
  let phrase = first.key;
  let found: (KnownPhrase & { to: number }) | undefined;
  for (let to = at + 1; to < Math.min(tokens.length, at + LONGEST); to += 1) {
    const token = tokens[to]!;
    const between = joint(token.gap, keys.at(-1)!);
    if (between === undefined) break;
    keys.push(token.key);
    phrase += between + token.key;
    const kind = findKnown(phrase);
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

const KNOWN: Readonly<Record<KnownKind, readonly [PersonKind, string] | undefined>> = {
  public: ['public', 'the name of somebody widely known'],
  historical: ['public', 'the name of somebody widely known'],
  fictional: ['fictional', 'a name from a book, film, game or rhyme'],
  place: undefined,
  thing: undefined,
};

/** Who bears a phrase that everybody knows; places and things are nobody. */
export const knownMention = (part: Part, { span, kind }: KnownPhrase): readonly PersonMention[] => {
  const [who, reason] = KNOWN[kind] ?? [];
  if (!who || !reason) return [];
  return [{ part, span, form: 'full', who, confidence: 'likely', evidence: [reason] }];
};

const isCapital = (token: Token | undefined): boolean => token?.shape === 'capital';

/**
 * `Surrey`, `Lidl`, `Norovirus`: words by themselves that everybody knows as a place or a thing and
 * that nobody bears as a given name.
 */
export const knownNobodiesIn = ({ tokens }: TokenLine): readonly { readonly span: Span }[] =>
  tokens.flatMap((token, at) => {
    const kind = token.shape === 'lower' || token.band > 0 ? undefined : token.phrase?.kind;
    if (kind !== 'place' && kind !== 'thing') return [];
    const next = tokens[at + 1];
    const isJoined =
      (isCapital(tokens[at - 1]) && token.gap === ' ' && !token.startsSentence) ||
      (isCapital(next) && next!.gap === ' ');
    return isJoined ? [] : [{ span: token.span }];
  });
