import type { Confidence } from '../../core/severity.ts';
import type { Document, Part } from '../../document/document.ts';
import { addresses } from './addresses.ts';
import { toNameKey } from './lexicon.ts';
import { overlaps } from './overlaps.ts';
import type { PersonForm, PersonMention } from './person.ts';
import type { Segment } from './segments.ts';
import { segments } from './segments.ts';
import { standsAsName } from './stands-as-name.ts';
import { isSurnamePiece } from './surnames.ts';
import type { TokenLine } from './tokens.ts';

const RANK: readonly Confidence[] = ['possible', 'likely', 'certain'];
const SHORTEST_IN_ADDRESS = 3;
/** More addresses than any post holds. */
const MOST = 100;
const EVIDENCE = 'the same name stands elsewhere in the post as a child’s';
const WORD = /[^\s_.@#-]+/gu;

type Names = ReadonlyMap<string, Confidence>;

const isChild = ({ who, form }: PersonMention): boolean => who === 'child' && form !== 'initials';

const IN_PIECES: readonly PersonForm[] = ['hashtag', 'handle', 'url', 'file'];

const keysOf = (text: string, form: PersonForm): readonly string[] =>
  (IN_PIECES.includes(form)
    ? segments(text).map(({ key }) => key)
    : [...text.matchAll(WORD)].map(({ 0: word }) => toNameKey(word.replace(/'s?$/u, '')))
  ).filter((key) => key.length > 1 && !/\d/u.test(key));

/** Words of the names that stand as a child’s, each with how sure that is. */
const namesOf = (mentions: readonly PersonMention[]): Names => {
  const texts = new Map<string, PersonMention>();
  for (const mention of mentions) {
    if (!isChild(mention)) continue;
    const text = mention.part.text.slice(mention.span.start, mention.span.end);
    const before = texts.get(text);
    if (!before || RANK.indexOf(mention.confidence) > RANK.indexOf(before.confidence))
      texts.set(text, mention);
  }
  const names = new Map<string, Confidence>();
  for (const [text, { form, confidence }] of texts) {
    for (const key of keysOf(text, form)) {
      const before = names.get(key);
      if (!before || RANK.indexOf(confidence) > RANK.indexOf(before)) names.set(key, confidence);
    }
  }
  return names;
};

const again = (
  part: Part,
  start: number,
  end: number,
  form: PersonForm,
  confidence: Confidence,
): PersonMention => ({
  part,
  span: { start, end },
  form,
  who: 'child',
  confidence,
  evidence: [EVIDENCE],
});

const inWords = (line: TokenLine, names: Names): readonly PersonMention[] =>
  line.tokens.flatMap((token, at) => {
    const halves = token.key.includes('-') ? token.key.split('-') : [token.key];
    const known = names.get(token.key) ?? halves.map((half) => names.get(half)).find(Boolean);
    if (!known || !standsAsName(line, at)) return [];
    return [again(line.part, token.span.start, token.span.end, 'given', known)];
  });

/** The pieces of an address or a file name that hold names, a surname with its given name. */
const inPieces = (
  part: Part,
  start: number,
  pieces: readonly Segment[],
  form: PersonForm,
  names: Names,
): readonly PersonMention[] => {
  const found: PersonMention[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const first = pieces[at]!;
    const confidence = names.get(first.key);
    if (!confidence || first.key.length < SHORTEST_IN_ADDRESS) continue;
    if (first.level === 1 && !first.isCapital) continue;
    const hasSurname = first.band > 0 && isSurnamePiece(pieces[at + 1]);
    const last = hasSurname ? pieces[at + 1]! : first;
    const before = pieces[at - 1];
    const opening = before?.key.length === 1 && before.isCapital ? before : first;
    found.push(again(part, start + opening.start, start + last.end, form, confidence));
    at += hasSurname ? 1 : 0;
  }
  return found;
};

const formOf = (text: string): PersonForm => {
  if (/^[#＃]/u.test(text)) return 'hashtag';
  return /^[@＠]/u.test(text) ? 'handle' : 'url';
};

const inAddresses = (
  part: Part,
  names: Names,
  isOwn: (handle: string) => boolean,
): readonly PersonMention[] =>
  addresses(part.text)
    .slice(0, MOST)
    .filter(({ text }) => formOf(text) !== 'handle' || !isOwn(text.slice(1).toLowerCase()))
    .flatMap(({ start, text }) => inPieces(part, start, segments(text), formOf(text), names));

const inFile = (part: Part, names: Names): readonly PersonMention[] => {
  const stem = part.text.replace(/\.\w{2,5}$/u, '').slice(0, 200);
  return inPieces(part, 0, segments(stem), 'file', names);
};

const isPart =
  (part: Part) =>
  (mention: PersonMention): boolean =>
    mention.part === part;

/**
 * Every further place of a name that the post gives a child: with any ending, in other letters, in a
 * hashtag, a handle, an address, an alt text or a file name. `isSettled` tells places that a title, a
 * list of the school or a name everybody knows has settled already.
 */
export const namedAgain = (
  { parts }: Document,
  lines: readonly TokenLine[],
  mentions: readonly PersonMention[],
  isSettled: (part: Part, place: PersonMention) => boolean,
  isOwn: (handle: string) => boolean,
): readonly PersonMention[] => {
  const names = namesOf(mentions);
  if (names.size === 0) return [];
  const lineOf = new Map(lines.map((line) => [line.part, line]));
  return parts.flatMap((part) => {
    const line = lineOf.get(part);
    const isCovered = overlaps(mentions.filter(isPart(part)));
    const found = line
      ? [...inWords(line, names), ...inAddresses(part, names, isOwn)]
      : inFile(part, names);
    return found.filter((mention) => !isCovered(mention) && !isSettled(part, mention));
  });
};
