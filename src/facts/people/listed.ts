import type { Confidence } from '../../core/severity.ts';
import type { Span } from '../../core/span.ts';
import { isCue } from './cue-words.ts';
import { findKnown } from './known-table.ts';
import type { PersonForm } from './person.ts';
import { isParticle, toPupilKey } from './pupil-forms.ts';
import type { Listed, ListedName, Names } from './roster.ts';
import { isDeed, standsAsName } from './stands-as-name.ts';
import type { Token, TokenLine } from './tokens.ts';

/** A stretch of a line about which the school's own lists say something. */
export interface Claim {
  readonly span: Span;
  /** Indexes of the line's tokens: `from` inclusive, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly listed: Listed;
  readonly form: PersonForm;
  /** On the list of pupils and on that of the grown-ups. */
  readonly isBoth: boolean;
  /** Nothing round it can change what it says. */
  readonly isSettled: boolean;
  /** How sure it is that a child is meant where nothing else speaks for it; undefined: not at all. */
  readonly alone?: Confidence;
  /** An everyday word, a place or a figure too: where little speaks for a child the list adds nothing. */
  readonly isNamesake?: boolean;
  /** How sure it is where the words round it speak for a child too. */
  readonly together: Confidence;
}

const LONGEST_NAME = 6;

const isWord = ({ level, key }: Token): boolean => level > 0 || key.length < 3;

const isCapital = ({ shape }: Token): boolean => shape === 'capital' || shape === 'upper';

/** The school’s lists, and what is thought of a place without them. */
export interface Lists extends Names {
  /** Whether the words round a place speak against a child’s name there. */
  readonly isUnlike: (span: Span) => boolean;
}

/** `Okafor-Jones`, `J. Smith`, `J.Smith`, `Josh Smith`. */
const isJoined = ({ gap }: Token, before: Token): boolean =>
  /^ {1,2}$|^ ?- ?$/u.test(gap) || (before.text.length === 1 && /^\. ?$/u.test(gap));

/** A listed name that is also an everyday word counts where it is written as a name. */
const isWrittenAsName = (line: TokenLine, at: number): boolean => {
  const token = line.tokens[at]!;
  if (token.level === 0 || token.level > 2) return true;
  return token.shape === 'capital' && !isCue('calendar', token.key) && standsAsName(line, at);
};

const isInitial = ({ text, key, shape }: Token, next: Token | undefined): boolean =>
  text.length === 1 &&
  shape === 'capital' &&
  (!/^[ia]$/u.test(key) || next === undefined || next.gap.startsWith('.'));

/** Words that are no names count in a full name where they are written as names. */
const isFullName = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens
    .slice(from, to)
    .every((token, at) =>
      token.text.length === 1
        ? isInitial(token, tokens[from + at + 1])
        : !isWord(token) || isCapital(token) || isParticle(token.key),
    );

type Judged = Pick<Claim, 'form' | 'isSettled' | 'together' | 'alone' | 'isNamesake'>;

const CERTAIN: Pick<Claim, 'isSettled' | 'together'> = { isSettled: true, together: 'certain' };

/** A capitalised word behind a given name that belongs to no pupil of that name. */
const hasOtherSurname = ({ tokens }: TokenLine, to: number, names: Lists): boolean => {
  const [last, next] = [tokens[to - 1]!, tokens[to]];
  if (!next || next.gap !== ' ' || last.isPossessive) return false;
  if (next.shape !== 'capital' || next.level > 0 || next.text.length < 3) return false;
  return next.band < 3 && !names.find(toPupilKey(next.key))?.pupil?.isSurname;
};

const isBehindSaint = ({ tokens }: TokenLine, at: number): boolean => {
  const before = tokens[at - 1];
  return (
    before !== undefined &&
    before.shape !== 'lower' &&
    /^\.? $/u.test(tokens[at]!.gap) &&
    isCue('place-title', before.key)
  );
};

/** `Mill Lane`, `Elland Joy`: the end of another name. */
const endsOtherName = ({ tokens }: TokenLine, at: number, names: Lists): boolean => {
  const before = tokens[at - 1];
  if (!before || tokens[at]!.gap !== ' ' || before.shape !== 'capital' || before.isPossessive)
    return false;
  if (before.startsSentence && before.level > 0) return false;
  if (['praise', 'group-word', 'pupil'].some((kind) => isCue(kind, before.key))) return false;
  return before.level !== 1 && names.find(toPupilKey(before.key))?.pupil === undefined;
};

/** How sure a given name is that stands where a name may stand, and nothing more is known. */
const aloneAs = (
  line: TokenLine,
  at: number,
  { isVariant, isWord: isListedWord }: NonNullable<ListedName['pupil']>,
  names: Lists,
): Confidence | undefined => {
  const token = line.tokens[at]!;
  const isSmall = token.shape === 'lower';
  /** The words round it would have told that a name which everybody knows is one. */
  const isCommonVariant = isVariant && token.band > 0;
  const isOtherwise = findKnown(token.key) !== undefined || isCue('calendar', token.key);
  if (endsOtherName(line, at, names) || (isOtherwise && isSmall)) return undefined;
  const isDoubtful = isOtherwise || isCommonVariant || isSmall || names.isUnlike(token.span);
  if (!isListedWord && !isWord(token)) {
    if (isSmall && !isVariant && token.level === 0) return 'likely';
    return isDoubtful || hasOtherSurname(line, at + 1, names) ? 'possible' : 'likely';
  }
  if (isSmall) return isVariant ? undefined : 'possible';
  if (isDeed(line.tokens[at + 1])) return 'likely';
  if (names.isUnlike(token.span) || line.isShouted) return undefined;
  if (token.shape === 'upper' && token.text.length < 4) return undefined;
  const isRare = token.level !== 1 && token.text.length > 2 && !token.startsSentence;
  return isRare && !isDoubtful ? 'likely' : 'possible';
};

const judgeGiven = (
  line: TokenLine,
  at: number,
  pupil: NonNullable<ListedName['pupil']>,
  names: Lists,
): Judged => {
  const token = line.tokens[at]!;
  const isNamesake = pupil.isWord || isWord(token) || findKnown(token.key) !== undefined;
  const base = { form: 'given', isSettled: false, together: 'certain', isNamesake } as const;
  if (!standsAsName(line, at) || isBehindSaint(line, at)) return base;
  const alone = aloneAs(line, at, pupil, names);
  if (!alone) return base;
  const isOthers = !pupil.isWord && hasOtherSurname(line, at + 1, names);
  return { ...base, alone, ...(isOthers && { together: 'possible' as const }) };
};

/** A surname that is neither a word nor a given name, with no other name before it. */
const judgeSurname = (line: TokenLine, at: number): Judged | undefined => {
  const token = line.tokens[at]!;
  const before = line.tokens[at - 1];
  const base = { form: 'surname', isSettled: false, together: 'likely' } as const;
  const isDistinctive = token.level === 0 && token.band === 0 && token.text.length > 4;
  if (!isDistinctive || token.shape !== 'capital') return undefined;
  const isOthers = before !== undefined && isCapital(before) && token.gap === ' ';
  if (isOthers && before.level !== 1) return undefined;
  if (!standsAsName(line, at) || isBehindSaint(line, at)) return undefined;
  return { ...base, alone: 'likely' };
};

const judgePupil = (
  line: TokenLine,
  from: number,
  to: number,
  pupil: NonNullable<ListedName['pupil']>,
  names: Lists,
): Judged | undefined => {
  const { tokens } = line;
  if (pupil.isFull && to > from + 1) {
    if (!isFullName(tokens, from, to)) return undefined;
    const form = tokens[from]!.text.length === 1 ? 'surname' : 'full';
    const isGuess = line.isShouted && tokens.slice(from, to).every(isWord);
    return isGuess
      ? { form, isSettled: false, alone: 'possible', together: 'certain' }
      : { ...CERTAIN, form };
  }
  if (pupil.isGiven && to === from + 1) return judgeGiven(line, from, pupil, names);
  if (pupil.isGiven && tokens.slice(from, to).some((token) => !isWord(token) || isCapital(token)))
    return { ...CERTAIN, form: 'given' };
  return pupil.isSurname && to === from + 1 ? judgeSurname(line, from) : undefined;
};

const isGrownUp = (listed: Listed | undefined): boolean =>
  listed === 'adult' || listed === 'parent' || listed === 'visitor';

/** What the lists say of the words from `from` to `to`. */
const judge = (
  line: TokenLine,
  from: number,
  to: number,
  found: ListedName,
  names: Lists,
): Claim | undefined => {
  const { other, pupil, isSurname } = found;
  const span = { start: line.tokens[from]!.span.start, end: line.tokens[to - 1]!.span.end };
  const place = { span, from, to };
  const isPupils = pupil !== undefined && (!other || isGrownUp(other));
  const judged = isPupils ? judgePupil(line, from, to, pupil, names) : undefined;
  const isBoth =
    judged !== undefined && isGrownUp(other) && !isSurname && judged.form !== 'surname';
  if (judged && isBoth) {
    const { form, isSettled, alone, together } = judged;
    const open = { ...place, form, together, listed: 'pupil', isBoth, isSettled: false } as const;
    return isSettled || alone ? { ...open, alone: 'possible' } : open;
  }
  if (judged && !(isGrownUp(other) && judged.form === 'surname'))
    return { ...place, ...judged, listed: 'pupil', isBoth };
  if (!other || (to === from + 1 && !isWrittenAsName(line, from))) return undefined;
  const form = to > from + 1 ? 'full' : 'given';
  return { ...place, ...CERTAIN, listed: other, form, isBoth: false };
};

const phraseOf = (tokens: readonly Token[]): string =>
  tokens.map(({ key }) => toPupilKey(key)).join(' ');

const LONGEST_SURNAME = 4;
const LONGEST_GIVEN = 2;

/** `Smith, Josh`, `SMITH Mary Ann`, `van der Holt, Maja`, as registers write it. */
const surnameFirst = (line: TokenLine, at: number, names: Lists): Claim | undefined => {
  const { tokens } = line;
  for (let to = at + 1; to <= at + LONGEST_SURNAME; to += 1) {
    const given = tokens[to];
    const surname = tokens.slice(at, to);
    if (!given || surname.at(-1)!.isPossessive) return undefined;
    if (!isCapital(given) || given.text.length === 1 || !/^,? $/u.test(given.gap)) continue;
    if (!names.find(phraseOf(surname))?.pupil?.isSurname) continue;
    for (let end = Math.min(to + LONGEST_GIVEN, tokens.length); end > to; end -= 1) {
      if (end > to + 1 && !isJoined(tokens[end - 1]!, given)) continue;
      const found = names.find(`${phraseOf(tokens.slice(to, end))} ${phraseOf(surname)}`);
      if (found?.pupil?.isFull) return judge(line, at, end, found, names);
    }
  }
  return undefined;
};

/** Most words cannot open a name that is turned round. */
const isTurned = ({ tokens }: TokenLine, at: number): boolean =>
  isCapital(tokens[at]!) || isParticle(tokens[at]!.key);

const claimAt = (line: TokenLine, at: number, names: Lists): Claim | undefined => {
  const { tokens } = line;
  let phrase = '';
  let best: Claim | undefined;
  let first: ListedName | undefined;
  for (let to = at + 1; to <= Math.min(tokens.length, at + LONGEST_NAME); to += 1) {
    const token = tokens[to - 1]!;
    if (to > at + 1 && !isJoined(token, tokens[to - 2]!)) break;
    const key = toPupilKey(token.key);
    phrase = phrase ? `${phrase} ${key}` : key;
    const found = names.find(phrase);
    first ??= found;
    best = (found && judge(line, at, to, found, names)) ?? best;
    if (token.isPossessive || !first?.begins) break;
  }
  const mayTurn = first?.pupil?.isSurname || first?.pupil?.begins;
  if (best?.form === 'full' || !mayTurn || !isTurned(line, at)) return best;
  return surnameFirst(line, at, names) ?? best;
};

/** Names of the school's lists, longest first, left to right. */
export const listedIn = (line: TokenLine, names: Lists): readonly Claim[] => {
  if (names.isEmpty) return [];
  const claims: Claim[] = [];
  for (let at = 0; at < line.tokens.length; at += 1) {
    const claim = claimAt(line, at, names);
    if (!claim) continue;
    claims.push(claim);
    at = claim.to - 1;
  }
  return claims;
};
