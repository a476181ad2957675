import settings from '../data/name-settings.txt?raw';
import { isCue } from './cue-words.ts';
import type { Token, TokenLine } from './tokens.ts';
import { wordKinds } from './word-kinds.ts';

const is = wordKinds(settings);

/** `Will you`, `Mark your`, `Hope everyone`: the word, not the name that is written like it. */
export const readsAsWord = (token: Token, next: Token | undefined): boolean =>
  token.level > 0 &&
  token.level < 3 &&
  next?.gap === ' ' &&
  !token.isPossessive &&
  is('takes-verb', next.key);

/** Something that one did: `scored`, `gave`. */
export const isDeed = (token: Token | undefined): boolean =>
  token !== undefined && token.shape === 'lower' && is('deed', token.key);

/** A month or season, of which much is said that is said of children too: `Summer came`. */
export const isSeason = ({ key }: Token): boolean => is('season', key);

const isDated = (token: Token, before: Token | undefined, next: Token | undefined): boolean =>
  (before?.shape === 'number' && token.gap === ' ') ||
  next?.shape === 'number' ||
  is('before-season', before?.key ?? '') ||
  is('after-season', next?.key ?? '');

/** `May is lovely`, not `May is nearly here`; `Hope scored`, not `Hope springs`. */
const opensAsName = (tokens: readonly Token[], at: number): boolean => {
  const [token, next, second] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (token.isPossessive || !next || isDeed(next) || /^ ?[,!.]/u.test(next.gap)) return true;
  if (next.gap !== ' ') return false;
  if (next.key === 'and')
    return second !== undefined && second.band > 1 && second.shape !== 'lower';
  return /^(?:is|was|has|loves|likes)$/u.test(next.key) && !is('said-of-season', second?.key ?? '');
};

/** Whether a word that is spelt like a child's name stands where a name may stand. */
export const standsAsName = ({ tokens, isShouted }: TokenLine, at: number): boolean => {
  const token = tokens[at]!;
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  const isPlace = next?.gap === ' ' && next.shape !== 'lower' && isCue('place-noun', next.key);
  if (isPlace && !token.isPossessive) return false;
  if (token.level === 0) return true;
  if (token.shape === 'lower') return token.level > 2 && token.band > 2 && token.isPossessive;
  if (readsAsWord(token, next)) return false;
  if (isSeason(token) && !token.isPossessive && isDated(token, before, next)) return false;
  return !(token.startsSentence || isShouted) || token.level > 2 || opensAsName(tokens, at);
};
