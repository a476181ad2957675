import list from '../data/tag-words.txt?raw';
import type { Confidence } from '../../core/severity.ts';
import type { Part } from '../../document/document.ts';
import { addresses } from './addresses.ts';
import type { Address } from './addresses.ts';
import { findKnown } from './known-table.ts';
import { whoIsListed } from './listed-mentions.ts';
import type { PersonForm, PersonKind, PersonMention } from './person.ts';
import type { Names } from './roster.ts';
import type { Segment } from './segments.ts';
import { segments } from './segments.ts';
import { isSurnamePiece } from './surnames.ts';
import { wordKinds } from './word-kinds.ts';

const is = wordKinds(list);

/** More addresses than any post holds; the rest of a hostile one is not taken apart. */
const MOST = 100;

const isKnown = (pieces: readonly Segment[]): boolean =>
  findKnown(pieces.map(({ key }) => key).join(' ')) !== undefined;

const isName = ({ band, level, isCapital, key }: Segment, isCheered: boolean): boolean =>
  key.length > 2 &&
  ((level === 0 && band >= (isCapital ? 1 : 2)) ||
    (isCheered && level > 0 && band >= 2 && level + band > 4));

/** A given name and the surname that is joined to it: `josh_smith`, `JoshSmith`. */
const withSurname = (pieces: readonly Segment[], at: number): readonly Segment[] => {
  const next = pieces[at + 1];
  const isJoined =
    isSurnamePiece(next) &&
    next !== undefined &&
    !is('cheer', next.key) &&
    !is('institution', next.key);
  return pieces.slice(at, isJoined ? at + 2 : at + 1);
};

interface Found {
  readonly pieces: readonly Segment[];
  readonly who: PersonKind;
  readonly confidence: Confidence;
  readonly evidence: string;
}

const grownUpIn = (pieces: readonly Segment[]): Found | undefined => {
  const title = pieces.findIndex(({ key }) => is('grown-up', key));
  const name = pieces.slice(title + 1, title + 2);
  if (title < 0) return undefined;
  return {
    pieces: name.length > 0 ? name : pieces,
    who: 'staff',
    confidence: 'likely',
    evidence: 'a title or role of an adult stands in it',
  };
};

const LONGEST_NAME = 4;

/** Neighbouring pieces that are one pupil’s whole name: `#WillYoung`. */
const wholeNameIn = (pieces: readonly Segment[], names: Names): readonly Segment[] | undefined => {
  if (names.isEmpty) return undefined;
  for (let at = 0; at + 1 < pieces.length; at += 1) {
    for (let to = at + 2; to <= Math.min(pieces.length, at + LONGEST_NAME); to += 1) {
      const own = pieces.slice(at, to);
      const isFull = names.find(own.map(({ key }) => key).join(' '))?.pupil?.isFull ?? false;
      if (isFull && own.every(({ key }) => key.length > 1)) return own;
    }
  }
  return undefined;
};

/** What the school’s lists say of the pieces; an empty list where they name nobody who counts. */
const listedIn = (
  pieces: readonly Segment[],
  names: Names,
  isLink: boolean,
): readonly Found[] | undefined => {
  const whole = names.get(pieces.map(({ key }) => key).join(' '));
  if (whole && whole !== 'pupil') return [];
  const full = wholeNameIn(pieces, names);
  const isTagWord = ({ key }: Segment): boolean =>
    is('cheer', key) || is('tag-group', key) || /^[#\d]/u.test(key);
  const piece = pieces.find(
    (one) =>
      (one.level === 0 ||
        one.level > 2 ||
        pieces.every((other) => other === one || isTagWord(other))) &&
      names.get(one.key) !== undefined,
  );
  if (!full && (!piece || isKnown(pieces) || grownUpIn(pieces))) return undefined;

  const listed = full ? 'pupil' : names.get(piece!.key)!;
  const [who, evidence] = whoIsListed(listed) ?? [];
  if (!who || !evidence || who === 'fictional' || who === 'public') return [];
  const named = full ?? withSurname(pieces, pieces.indexOf(piece!));
  const confidence = full || !isLink ? 'certain' : 'possible';
  return [{ pieces: named, who, confidence, evidence }];
};

const followsName = (pieces: readonly Segment[], at: number): boolean =>
  at > 0 && isName(pieces[at - 1]!, false) && isSurnamePiece(pieces[at]);

/** `#WellDoneJosh` names a child; `#JackAndTheBeanstalk`, `#MaryAnning` and `#SummerFair` do not. */
const inHashtag = (pieces: readonly Segment[]): readonly Found[] => {
  if (isKnown(pieces)) return [];
  const adult = grownUpIn(pieces);
  if (adult) return [adult];
  const isTeam = pieces.some(({ key }) => is('tag-group', key));
  const others = pieces.filter(
    (piece, at) => !isName(piece, true) && !(piece.isCapital && followsName(pieces, at)),
  );
  const isCheered =
    others.length > 0 &&
    others.every(({ key }) => is('cheer', key) || is('tag-group', key) || /^\d/u.test(key));
  const named = pieces.filter((piece) => isName(piece, isCheered) && !is('cheer', piece.key));
  const unlisted =
    pieces.length > 1 && isCheered
      ? []
      : pieces.filter(({ level, band, isCapital }) => isCapital && level === 0 && band === 0);
  if (unlisted.length > 0 || named.length === 0 || named.length > 2) return [];
  if (named.some((piece) => isKnown([piece]))) return [];
  if (!isCheered && others.length > 2) return [];
  return named.map((piece) => ({
    pieces: withSurname(pieces, pieces.indexOf(piece)),
    who: 'child',
    confidence: isTeam || !isCheered ? 'possible' : 'likely',
    evidence: isCheered
      ? 'a given name in a hashtag that cheers somebody on'
      : 'a given name in a hashtag',
  }));
};

/** `@josh_smith` may be a child’s own account; one with a title or an institution’s word is not. */
const inHandle = (pieces: readonly Segment[]): readonly Found[] => {
  const adult = grownUpIn(pieces);
  if (adult) return [adult];
  if (pieces.some(({ key }) => is('institution', key))) return [];
  const [first] = pieces;
  if (!first || !isName(first, false)) return [];
  return [
    {
      pieces: withSurname(pieces, 0),
      who: 'child',
      confidence: 'possible',
      evidence: 'a given name in a handle',
    },
  ];
};

const PUPIL_ADDRESS = /(?:pupil|student|stu)s?\b/i;

/** A link or e-mail address names a child where a list says so, a cheer stands by, or it is a pupil’s. */
const inLink = (pieces: readonly Segment[], text: string): readonly Found[] => {
  if (grownUpIn(pieces)) return [];
  const isPupils = text.includes('@') && PUPIL_ADDRESS.test(text.slice(text.indexOf('@')));
  const hasCheer = pieces.some(({ key }) =>
    /^(?:done|welldone|congratulations|birthday)$/u.test(key),
  );
  const name = pieces.find((piece) => isName(piece, false) && piece.band >= 2);
  if (!name || (!isPupils && !hasCheer)) return [];
  const evidence = 'a given name in a web or e-mail address';
  const named = withSurname(pieces, pieces.indexOf(name));
  const confidence = hasCheer && named.length > 1 ? 'likely' : 'possible';
  return [{ pieces: named, who: 'child', confidence, evidence }];
};

const FINDERS = { hashtag: inHashtag, handle: inHandle, url: inLink } as const;

const formOf = (text: string): keyof typeof FINDERS => {
  if (/^[#＃]/u.test(text)) return 'hashtag';
  return /^[@＠]/u.test(text) ? 'handle' : 'url';
};

const toMention = (
  part: Part,
  { start, text }: Address,
  form: PersonForm,
  { pieces, who, confidence, evidence }: Found,
): PersonMention => ({
  part,
  span: {
    start: start + pieces[0]!.start,
    end: Math.min(start + pieces.at(-1)!.end, start + text.length),
  },
  form,
  who,
  confidence,
  evidence: [evidence],
});

/** People named in hashtags, handles, links and e-mail addresses; `isOwn` tells the school’s own handles. */
export const taggedIn = (
  part: Part,
  names: Names,
  isOwn: (handle: string) => boolean,
): readonly PersonMention[] =>
  addresses(part.text)
    .slice(0, MOST)
    .flatMap((address) => {
      const { text } = address;
      const form = formOf(text);
      if (form === 'handle' && isOwn(text.slice(1).toLowerCase())) return [];
      const pieces = segments(text);
      const found = listedIn(pieces, names, form === 'url') ?? FINDERS[form](pieces, text);
      return found.map((one) => toMention(part, address, form, one));
    });
