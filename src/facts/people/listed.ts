import type { Span } from '../../core/span.ts';
import { isCue } from './cue-words.ts';
import type { PersonMention } from './person.ts';
import type { Listed } from './roster.ts';
import { standsAsName } from './stands-as-name.ts';
import type { TokenLine } from './tokens.ts';

/** A stretch of a line that the school's own lists settle. */
export interface Claim {
  readonly span: Span;
  readonly listed: Listed;
  readonly isFull: boolean;
}

const LONGEST_NAME = 4;

/** A listed name that is also an everyday word counts where it is written as a name. */
const isWrittenAsName = (line: TokenLine, at: number): boolean => {
  const token = line.tokens[at]!;
  if (token.level === 0 || token.level > 2) return true;
  return token.shape === 'capital' && !isCue('calendar', token.key) && standsAsName(line, at);
};

const claimAt = (
  line: TokenLine,
  at: number,
  names: ReadonlyMap<string, Listed>,
): (Claim & { readonly to: number }) | undefined => {
  const { tokens } = line;
  let phrase = '';
  let best: (Claim & { readonly to: number }) | undefined;
  for (let to = at + 1; to <= Math.min(tokens.length, at + LONGEST_NAME); to += 1) {
    const token = tokens[to - 1]!;
    phrase = phrase ? `${phrase} ${token.key}` : token.key;
    const listed = names.get(phrase);
    const isOne = to === at + 1;
    if (listed && (!isOne || isWrittenAsName(line, at))) {
      const span = { start: tokens[at]!.span.start, end: token.span.end };
      best = { span, listed, isFull: !isOne, to };
    }
    if (token.isPossessive) break;
  }
  return best;
};

/** Names of the school's lists, longest first, left to right. */
export const listedIn = (line: TokenLine, names: ReadonlyMap<string, Listed>): readonly Claim[] => {
  if (names.size === 0) return [];
  const claims: Claim[] = [];
  for (let at = 0; at < line.tokens.length; at += 1) {
    const claim = claimAt(line, at, names);
    if (!claim) continue;
    claims.push(claim);
    at = claim.to - 1;
  }
  return claims;
};

const WHO = {
  pupil: ['child', 'a name on the school’s pupil list'],
  adult: ['staff', 'a name on the school’s list of adults'],
  mascot: ['fictional', 'a name on the school’s list of mascots'],
} as const;

/** The mention that a claim stands for; approved names and houses name nobody. */
export const listedMention = (
  { part }: TokenLine,
  { span, listed, isFull }: Claim,
): readonly PersonMention[] => {
  if (listed === 'other') return [];
  const [who, reason] = WHO[listed];
  const form = isFull ? 'full' : 'given';
  return [{ part, span, form, who, confidence: 'certain', evidence: [reason] }];
};
