import type { Span } from '../../core/span.ts';
import { capitalised, inCaseOf, pluralPronoun, pluralVerb } from './grammar.ts';
import type { NameList } from './lists.ts';
import { sentenceEnd } from './lists.ts';

/** A change in offsets of a part's folded text. */
export interface Change {
  readonly span: Span;
  readonly replacement: string;
}

const CHEER =
  /\b(?:well done|congratulations|congrats|bravo|good luck|happy \S{0,12} ?birthday|thank you|thanks|welcome back|keep it up|good job|great work|brilliant work|amazing work|super work|da iawn|hi|hello|hey|dear|goodbye|sorry),? $/i;
/** `…, Josh!`, `Brilliant Josh!`, `good effort today josh,`: said to the child where the name ends it. */
const ADDRESS = /(?:\b(?:welcome|go|shine|brilliant|fantastic|today),?|,) $/i;
/** `Josh, your poem …` */
const YOU = /^, your?(?![\p{L}])/iu;
const ENDS = /^\s*(?:[!?.,;:…\n)–—-]|\p{Extended_Pictographic}|$)/u;

const ENDS_SENTENCE = /^\s*(?:[!?.…\n]|\p{Extended_Pictographic}|$)/u;

const GROUP_AFTER =
  /^(?:,? (?:in|from|of) |,? ?\(|, )((?:Year|Yr|Y) ?\d{1,2}|\d{1,2}[A-Z]{1,2}|Reception|Nursery|Class \d{1,2}[A-Z]?)(?![\p{L}\p{N}])\)?,?/u;
const GROUP_BEFORE =
  /(?:\b[Oo]ur )?((?:Year|Yr|Y) ?\d{1,2}|\d{1,2}[A-Z]{1,2}|Reception|Nursery)(?:'s)? $/u;
/** Words of affection that go with the name. */
export const OWNERS = /\b(?:our(?: very)?(?: own)?|my|little|young|the lovely|lovely) $/i;

const yearGroup = (group: string): string => group.replace(/^(?:Year|Yr|Y) ?/u, 'Year ');

/** As far as the words round a name are read, and the pronouns that may belong to it. */
const NEAR = 60;
const FAR = 300;

export const startsSentence = (before: string): boolean =>
  /(?:^|[.!?\n]\s{0,3})(?:\p{Extended_Pictographic}\uFE0F?\s{0,2})?$/u.test(before);

/** `(Y2)` behind the last of several names is that child's; `(Nursery pm)` says more than a group. */
const groupBehind = (rest: string, { part, span }: NameList): RegExpExecArray | null => {
  const found = GROUP_AFTER.exec(rest);
  const isBracketed = found?.[0].includes('(') ?? false;
  const hasOthers = part.text.slice(span.start, span.end).includes('(');
  const isCut = isBracketed && !found![0].includes(')');
  return isCut || (isBracketed && hasOthers) ? null : found;
};

/** Between words in capitals. */
const isShouted = (before: string, after: string): boolean =>
  /(?:^|\P{L})\p{Lu}{2,}\W{0,3}$/u.test(before) && /^(?:\W{0,3}\p{Lu}{2}|\W*$|!)/u.test(after);

const withGroup = (instead: string, group: string | undefined): string => {
  if (!group) return instead;
  const space = instead.lastIndexOf(' ');
  return `${instead.slice(0, space + 1)}${yearGroup(group)} ${instead.slice(space + 1)}`;
};

const possessive = (text: string): string => (text.endsWith('s') ? `${text}'` : `${text}'s`);

/** The verb behind the names, made plural. */
const verbChanges = (text: string, at: number): Change[] => {
  const match = /^(,? who)? (?:(?:also|always|really|now|just|then) )?([\p{L}']+)/u.exec(
    text.slice(at, at + 40),
  );
  const plural = match && pluralVerb(match[2]!);
  if (!plural) return [];
  const end = at + match[0].length;
  return [
    { span: { start: end - match[2]!.length, end }, replacement: inCaseOf(match[2]!, plural) },
  ];
};

const PRONOUN =
  /(?<![\p{L}\p{N}'@#])(?:s?he(?:'s|'ll|'d)?|him|his|hers?|himself|herself)(?![\p{L}\p{N}'])/giu;

/** `he`, `she`, `his`, `her` of a stretch, and the verbs behind them, made plural. */
const pronounChanges = (text: string, { start, end }: Span): Change[] =>
  [...text.slice(start, end).matchAll(PRONOUN)].flatMap(({ 0: word, index }) => {
    const from = start + index;
    const to = from + word.length;
    const replacement = pluralPronoun(word, text.slice(to, to + 30));
    if (!replacement) return [];
    const change = { span: { start: from, end: to }, replacement };
    return /^s?he$/i.test(word) ? [change, ...verbChanges(text, to)] : [change];
  });

/** Whether a list of names is spoken to, so that `everyone` takes its place. */
export const isSpokenTo = ({ part: { text }, span }: NameList): boolean => {
  const before = ` ${text.slice(Math.max(0, span.start - 40), span.start)}`;
  const after = text.slice(span.end, span.end + NEAR);
  if (/^['\u2019]s?(?![\p{L}])/iu.test(after)) return false;
  if (CHEER.test(before)) return !/^ (?:and|&) /u.test(after);
  if (startsSentence(before.slice(1)) && YOU.test(after)) return true;
  return ADDRESS.test(before) && (before.endsWith(', ') ? ENDS_SENTENCE : ENDS).test(after);
};

/** The change that takes a list of names out of a sentence, and those that make it read on. */
export const changesInText = (
  list: NameList,
  instead: string,
  isAloneInPart: boolean,
): Change[] => {
  const { text } = list.part;
  const behind = text.slice(list.span.end, list.span.end + NEAR);
  const owned = /^'s?(?![\p{L}])/iu.exec(behind);
  const rest = behind.slice(owned?.[0].length ?? 0);
  const before = text.slice(Math.max(0, list.span.start - NEAR), list.span.start);
  const groupAfter = owned ? null : groupBehind(rest, list);
  const groupBefore = GROUP_BEFORE.exec(before);
  const owner = OWNERS.exec(before);
  const group = groupAfter?.[1] ?? groupBefore?.[1];
  const isAddressed = !group && isSpokenTo(list);
  const start = list.span.start - (groupBefore?.[0].length ?? owner?.[0].length ?? 0);
  const end = list.span.end + (owned?.[0].length ?? 0) + (groupAfter?.[0].length ?? 0);
  const plain = isAddressed ? 'everyone' : withGroup(instead, group);
  const phrase = owned ? possessive(plain) : plain;
  const written = isShouted(before, rest) ? phrase.toUpperCase() : phrase;
  const replacement = startsSentence(text.slice(Math.max(0, start - NEAR), start))
    ? capitalised(written)
    : written;
  const reach = isAloneInPart
    ? { start: end, end: Math.min(text.length, end + FAR) }
    : { start: end, end: sentenceEnd(list.part, list.span) };
  const isSubject = !isAddressed && !owned && list.mentions.length === 1;
  return [
    { span: { start, end }, replacement },
    ...(isSubject ? verbChanges(text, end) : []),
    ...pronounChanges(text, reach),
  ];
};

/** An alt text shows no more than `a pupil` or `pupils`. */
export const changesInAlt = (list: NameList): Change[] => {
  const { text } = list.part;
  const owned = /^'s?(?![\p{L}])/iu.exec(text.slice(list.span.end));
  const end = list.span.end + (owned?.[0].length ?? 0);
  const plain = list.mentions.length > 1 ? 'pupils' : 'a pupil';
  const phrase = owned ? possessive(plain) : plain;
  const isFirst = startsSentence(text.slice(Math.max(0, list.span.start - NEAR), list.span.start));
  return [
    { span: { start: list.span.start, end }, replacement: isFirst ? capitalised(phrase) : phrase },
  ];
};
