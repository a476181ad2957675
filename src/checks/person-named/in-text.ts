import type { Span } from '../../core/span.ts';
import { capitalised, pluralPronoun, pluralVerb } from './grammar.ts';
import type { NameList } from './lists.ts';
import { sentenceEnd } from './lists.ts';

/** A change in offsets of a part's folded text. */
export interface Change {
  readonly span: Span;
  readonly replacement: string;
}

const SPOKEN_TO =
  /(?:\b(?:well done|congratulations|congrats|bravo|good luck|happy \S{0,12} ?birthday|thank you|thanks|welcome back|welcome|keep it up|good job|great work|brilliant work|amazing work|super work|da iawn|go|hi|hello|hey|dear|goodbye|sorry|shine|brilliant|fantastic),?|[!.?,])\s+$/i;
const ENDS = /^\s*(?:[!?.,;:…\n)–—-]|\p{Extended_Pictographic}|$)/u;

const GROUP_AFTER =
  /^(?:,? (?:in|from|of) |,? ?\(|, )((?:Year|Yr|Y) ?\d{1,2}|\d{1,2}[A-Z]{1,2}|Reception|Nursery|Class \d{1,2}[A-Z]?)(?![\p{L}\p{N}])\)?,?/u;
const GROUP_BEFORE = /((?:Year|Yr|Y) ?\d{1,2}|\d{1,2}[A-Z]{1,2}|Reception|Nursery)(?:'s)? $/u;
const OWNERS = /\b(?:our(?: very)?(?: own)?|my|little|young|dear|the lovely|lovely) $/i;

const yearGroup = (group: string): string => group.replace(/^(?:Year|Yr|Y) ?/u, 'Year ');

/** As far as the words round a name are read, and the pronouns that may belong to it. */
const NEAR = 60;
const FAR = 300;

const startsSentence = (before: string): boolean => /(?:^|[.!?\n:]\s{0,3})$/u.test(before);

const withGroup = (instead: string, group: string | undefined): string => {
  if (!group) return instead;
  const space = instead.lastIndexOf(' ');
  return `${instead.slice(0, space + 1)}${yearGroup(group)} ${instead.slice(space + 1)}`;
};

const possessive = (text: string): string => (text.endsWith('s') ? `${text}'` : `${text}'s`);

/** The verb behind the names, made plural. */
const verbChanges = (text: string, at: number): Change[] => {
  const match = /^ (?:(?:also|always|really|now|just|then) )?([\p{L}']+)/u.exec(
    text.slice(at, at + 40),
  );
  const plural = match && pluralVerb(match[1]!);
  if (!plural) return [];
  const end = at + match[0].length;
  return [{ span: { start: end - match[1]!.length, end }, replacement: plural }];
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
  const groupAfter = owned ? null : GROUP_AFTER.exec(rest);
  const groupBefore = GROUP_BEFORE.exec(before);
  const owner = OWNERS.exec(before);
  const group = groupAfter?.[1] ?? groupBefore?.[1];
  const isSpokenTo = !owned && !group && SPOKEN_TO.test(` ${before.slice(-40)}`) && ENDS.test(rest);
  const start = list.span.start - (groupBefore?.[0].length ?? owner?.[0].length ?? 0);
  const end = list.span.end + (owned?.[0].length ?? 0) + (groupAfter?.[0].length ?? 0);
  const plain = isSpokenTo ? 'everyone' : withGroup(instead, group);
  const phrase = owned ? possessive(plain) : plain;
  const replacement = startsSentence(text.slice(Math.max(0, start - NEAR), start))
    ? capitalised(phrase)
    : phrase;
  const reach = isAloneInPart
    ? { start: end, end: Math.min(text.length, end + FAR) }
    : { start: end, end: sentenceEnd(list.part, list.span) };
  const isSubject = !isSpokenTo && !owned && list.mentions.length === 1;
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
