import type { Span } from '../../core/span.ts';
import { isCue } from './cue-words.ts';
import type { Token, TokenLine } from './tokens.ts';

/** Words that may be somebody's name, together. */
export interface Candidate {
  readonly line: TokenLine;
  /** Indexes of `line.tokens`: `from` inclusive, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly span: Span;
}

/** Words that lower-case typing puts before a name. */
const BEFORE_NAME = new Set([
  'done',
  'to',
  'by',
  'from',
  'with',
  'and',
  'congrats',
  'go',
  'is',
  'birthday',
]);
const PARTICLES = new Set([
  'de',
  'da',
  'van',
  'der',
  'von',
  'bin',
  'al',
  'el',
  'ap',
  'mac',
  'ni',
  'ui',
  'dos',
  'di',
  'del',
]);

const isAcronym = ({ shape, text, band }: Token): boolean =>
  shape === 'upper' && text.length <= 5 && band < 2;

const MONTH_NAMES = new Set(['april', 'may', 'june', 'august']);
const BEFORE_MONTH = new Set([
  'in',
  'of',
  'until',
  'till',
  'since',
  'mid',
  'early',
  'late',
  'next',
  'last',
  'end',
  'by',
]);

/** `13th April`, `May half term`, `in June`: a month, not the name that is written like it. */
const isMonth = (token: Token, before: Token | undefined, after: Token | undefined): boolean =>
  MONTH_NAMES.has(token.key) &&
  !token.isPossessive &&
  ((before !== undefined &&
    token.gap === ' ' &&
    (before.shape === 'number' || BEFORE_MONTH.has(before.key))) ||
    after?.shape === 'number' ||
    ['half', 'term', 'bank', 'day'].includes(after?.key ?? ''));

const TITLES = ['staff-title', 'adult-title', 'family-title'];

/** Whether a name may begin with this word. */
const mayBegin = (token: Token, before: Token | undefined, isShouted: boolean): boolean => {
  const { shape, key, band, level } = token;
  if (shape === 'number' || key.length < (level === 1 ? 3 : 2) || /\d/u.test(key)) return false;
  if (isCue('calendar', key) || TITLES.some((title) => isCue(title, key))) return false;
  if (shape === 'capital') return level === 0 || band > (level === 1 ? 1 : 0);
  if (shape === 'upper' && !isShouted) return band > 0 && !isAcronym(token) && level !== 1;
  if (key.length < 3 || band < 2) return false;
  return level === 0 || (level >= 3 && band >= 2 && BEFORE_NAME.has(before?.key ?? ''));
};

const isBesides = ({ gap }: Token): boolean => gap === ' ' || gap === '. ' || gap === '-';

/** Whether a name that has begun goes on with this word. */
const mayGoOn = (first: Token, token: Token, before: Token, isShouted: boolean): boolean => {
  if (!isBesides(token) || before.isPossessive || token.sentence !== before.sentence) return false;
  if (token.gap === '. ' && before.text.length > 1) return false;
  if (token.shape === 'capital' && token.text.length === 1)
    return token.key !== 'i' && token.key !== 'a';
  if (token.shape !== first.shape || isCue('place-noun', token.key)) return false;
  if (token.shape === 'lower' || isShouted) return token.level === 0 && token.band > 0;
  return token.level === 0 || (first.level === 0 && first.band > 0) || token.band > 1;
};

/** Stretches of a line that look like names, left to right and apart. */
export const candidatesIn = (line: TokenLine): readonly Candidate[] => {
  const { tokens, isShouted } = line;
  const found: Candidate[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    const first = tokens[from]!;
    if (!mayBegin(first, tokens[from - 1], isShouted)) continue;
    if (isMonth(first, tokens[from - 1], tokens[from + 1])) continue;
    let to = from + 1;
    while (to < tokens.length && to - from < 4) {
      const isParticle =
        PARTICLES.has(tokens[to]!.key) &&
        tokens[to]!.gap === ' ' &&
        tokens[to + 1]?.shape === 'capital';
      if (!isParticle && !mayGoOn(first, tokens[to]!, tokens[to - 1]!, isShouted)) break;
      to += 1;
    }
    const last = tokens[to - 1]!;
    const span = { start: first.span.start, end: last.span.end };
    found.push({ line, from, to, span });
    from = to - 1;
  }
  return found;
};
