import { pattern } from '../../core/pattern.ts';
import type { Span } from '../../core/span.ts';
import type { Detector, Part } from '../../document/document.ts';
import { toNameKey } from './lexicon.ts';
import { toPupilKey } from './pupil-forms.ts';
import type { Names } from './roster.ts';
import { roster } from './roster.ts';

/** A pupil’s name in a text that is no prose: an address, a handle, a file name, the name of a device. */
export interface PupilWritten {
  /** `full`: first name and surname, or an initial for one of the two. `one`: one of them alone. */
  readonly how: 'full' | 'one';
  readonly span: Span;
  /** Its words, each of which a report masks. */
  readonly words: readonly Span[];
  /** A surname alone, which half a town may bear. */
  readonly isSurname: boolean;
}

interface Piece extends Span {
  readonly key: string;
}

const PIECES = pattern(/\p{Lu}+(?![\p{Ll}\p{M}])|\p{Lu}?[\p{Ll}\p{M}]+|[\p{L}\p{M}]/gu);
const JOINT = /^[\s._\-+'’,\d]{0,3}$|^%20$/u;
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|sir|rev|prof|coach)$/u;

/** A name has no more pieces; a text with more of them than `MOST` is an attack. */
const LONGEST = 5;
const MOST = 2000;
/** Shorter names stand inside too many other words. */
const SHORTEST = 3;
/** A run of small letters that may be a name and a surname. */
const SHORTEST_RUN = 5;
const LONGEST_RUN = 30;

const piecesOf = (text: string): readonly Piece[] =>
  PIECES.matchAll(text)
    .slice(0, MOST)
    .map(({ 0: piece, index }) => ({
      start: index,
      end: index + piece.length,
      key: toPupilKey(toNameKey(piece)),
    }));

/** One of two words, or an initial and a word that nothing else is: `j.penhallow`, but not `a-brown`. */
const isOneName = (keys: readonly string[], names: Names): boolean => {
  if (keys.every(({ length }) => length < 2)) return false;
  const [first = '', ...rest] = keys;
  const isInitialled = keys.length === 2 && keys.some(({ length }) => length === 1);
  if (isInitialled) {
    const word = names.find(keys.find(({ length }) => length > 1) ?? '')?.pupil;
    if (!word || word.isWord) return false;
  }
  const forms = [keys.join(' ')];
  if (keys.length > 2) forms.push(`${first} ${rest.join('')}`);
  if (keys.length === 2 && !isInitialled) forms.push(`${rest[0]} ${first}`);
  return forms.some((form) => names.find(form)?.pupil?.isFull === true);
};

/** Where a run of letters is a given name and a surname, or its initial. */
const splitAt = (key: string, names: Names): number | undefined => {
  if (key.length < SHORTEST_RUN || key.length > LONGEST_RUN) return undefined;
  for (let at = key.length - 1; at > 1; at -= 1) {
    const found = names.find(`${key.slice(0, at)} ${key.slice(at)}`)?.pupil;
    if (found?.isFull) return at;
  }
  return undefined;
};

/** A given name or a surname that is no word and nobody else’s. */
const alone = (piece: Piece, before: Piece | undefined, names: Names): PupilWritten | undefined => {
  const { start, end, key } = piece;
  const span = { start, end };
  if (key.length < SHORTEST) return undefined;
  const found = names.find(key);
  if (found?.other || found?.isSurname || TITLE.test(before?.key ?? '')) return undefined;
  const { pupil } = found ?? {};
  if (pupil && !pupil.isWord && (pupil.isGiven || pupil.isSurname || pupil.isFull)) {
    return { span, words: [span], how: 'one', isSurname: !pupil.isGiven };
  }
  const at = found ? undefined : splitAt(key, names);
  if (at === undefined) return undefined;
  // `emmas` may be what is Emma’s, and no initial.
  return { span, words: [span], how: key.length - at > 1 ? 'full' : 'one', isSurname: false };
};

const withoutKey = ({ start, end }: Span): Span => ({ start, end });

const wholeAt = (
  text: string,
  pieces: readonly Piece[],
  from: number,
  names: Names,
): readonly Piece[] | undefined => {
  const run = [pieces[from]!];
  let whole: readonly Piece[] | undefined;
  while (run.length < LONGEST) {
    const next = pieces[from + run.length];
    if (!next || !JOINT.test(text.slice(run.at(-1)!.end, next.start))) break;
    run.push(next);
    const keys = run.map(({ key }) => key);
    if (isOneName(keys, names)) whole = [...run];
  }
  return whole;
};

/** Pupils of the school’s list in a text that is no prose, in order and apart. */
export const pupilsWritten = (text: string, names: Names): readonly PupilWritten[] => {
  if (!names.hasPupils) return [];
  const pieces = piecesOf(text);
  const found: PupilWritten[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const whole = wholeAt(text, pieces, at, names);
    if (whole) {
      const span = { start: whole[0]!.start, end: whole.at(-1)!.end };
      found.push({ span, words: whole.map(withoutKey), how: 'full', isSurname: false });
      at += whole.length - 1;
      continue;
    }
    const one = alone(pieces[at]!, pieces[at - 1], names);
    if (one) found.push(one);
  }
  return found;
};

/** What is written in one piece, words glued by signs: an address, a handle, `jory_penhallow`. */
const GLUED = pattern(/\S+/gu);
const IS_GLUED = pattern(/[\p{L}\p{M}\d][._@＠/\-+][\p{L}\p{M}\d]|^[#＃@＠]|:\/\/|\p{Ll}\p{Lu}/u);

/** The same in those stretches of prose that are none. */
export const pupilsGlued = (text: string, names: Names): readonly PupilWritten[] => {
  if (!names.hasPupils) return [];
  return GLUED.matchAll(text)
    .filter(({ 0: run }) => IS_GLUED.test(run))
    .slice(0, MOST)
    .flatMap(({ 0: run, index }) =>
      pupilsWritten(run, names).map(({ span, words, ...rest }) => ({
        ...rest,
        span: { start: index + span.start, end: index + span.end },
        words: words.map(({ start, end }) => ({ start: index + start, end: index + end })),
      })),
    );
};

/** Pupils in the addresses, handles and file names of a post; the spans count folded texts. */
export const pupilsIn: Detector<PupilWritten & { readonly part: Part }> = ({ parts, school }) => {
  const names = roster(school.people);
  return parts.flatMap((part) => {
    const found = part.name.endsWith('.file') ? pupilsWritten : pupilsGlued;
    return found(part.text, names).map((one) => ({ ...one, part }));
  });
};
