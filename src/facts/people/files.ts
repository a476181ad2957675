import { pattern } from '../../core/pattern.ts';
import list from '../data/tag-words.txt?raw';
import type { Part } from '../../document/document.ts';
import { findKnown } from './known-table.ts';
import { toNameKey } from './lexicon.ts';
import type { PersonMention } from './person.ts';
import type { Names } from './roster.ts';
import type { Segment } from './segments.ts';
import { segments } from './segments.ts';
import { isSurnamePiece } from './surnames.ts';
import { wordKinds } from './word-kinds.ts';

const is = wordKinds(list);

const NUMBER = pattern(/^\p{N}/u);
const NO_LETTERS = pattern(/[^\p{L}]+/gu);
const YEAR = /^(?:y|yr|year|class|rec|reception|nursery|p)$/u;

/** Words of a file name that nothing but a picture of the thing itself would bear. */
const isYearMark = (piece: Segment | undefined): boolean =>
  piece !== undefined && YEAR.test(piece.key);

/** What a camera or an editor writes: no word of whoever named the file. */
const isNumber = ({ key }: Segment): boolean => NUMBER.test(key) || is('camera', key);

/** The head of a school, not its head boy. */
const isGrownUp = (pieces: readonly Segment[], at: number): boolean =>
  is('grown-up', pieces[at]!.key) &&
  !(pieces[at]!.key === 'head' && /^(?:boy|girl|pupil|student)$/u.test(pieces[at + 1]?.key ?? ''));

/** `lincoln-cathedral`, `matilda_poster`: a place, or a play. */
const isOfThing = (pieces: readonly Segment[], at: number): boolean => {
  const next = pieces[at + 1]?.key ?? '';
  return is('scene', next) || (is('stage', next) && pieces.length === at + 2);
};

/** `smith` of `josh_smith.jpg`, and any rarer word before a year group. */
const hasSurname = (pieces: readonly Segment[], at: number): boolean => {
  const next = pieces[at + 1];
  if (!next || isNumber(next)) return false;
  return isSurnamePiece(next) || (next.level >= 2 && isYearMark(pieces[at + 2]));
};

/** Beside these a name that is a word too is a name: `grace_and_will`, `well-done-hope`. */
const isBesideName = (piece: Segment): boolean =>
  isYearMark(piece) || is('cheer', piece.key) || piece.band > 2;

const isFirstName = (pieces: readonly Segment[], at: number): boolean => {
  const { band, level, key } = pieces[at]!;
  if (isOfThing(pieces, at) || is('camera', key)) return false;
  if (key.length < 3 || band === 0 || YEAR.test(key) || is('cheer', key)) return false;
  if (level === 0) return band > 1 || key.length > 3;
  if (level === 1 && band < 3) return false;
  const words = pieces.filter((piece, index) => index !== at && !isNumber(piece));
  return words.length === 0 ? level > 1 && band > 2 : band > 1 && words.every(isBesideName);
};

const PEOPLE: readonly (string | undefined)[] = ['public', 'historical', 'fictional'];

/** Whether a name that everybody knows stands in it: `rosa_parks_display`, `winston-churchill`. */
const holdsKnown = (stem: string): boolean => {
  const words = stem.split(NO_LETTERS.fit(stem)).map(toNameKey);
  return words.some(
    (word, at) =>
      /^(?:fictional|historical)$/u.test(findKnown(word) ?? '') ||
      [2, 3, 4, 5, 6].some((length) => {
        const some = words.slice(at, at + length);
        return some.length === length && PEOPLE.includes(findKnown(some.join(' ')));
      }),
  );
};

/** `robin.jpg` of which the alt text says “a robin”. */
const isWordIn = (alt: string, piece: Segment): boolean =>
  piece.level > 1 && alt.split(NO_LETTERS.fit(alt)).includes(piece.key);

/** A child's name in a picture's file name: `josh_smith_y4.jpg`; `mr_patel.jpg` and `daisy_chain.jpg` hold none. */
export const namedInFile = (part: Part, names: Names, alt: string): readonly PersonMention[] => {
  const stem = part.text.replace(/\.\w{2,5}$/u, '').slice(0, 200);
  const folder = Math.max(stem.lastIndexOf('/'), stem.lastIndexOf('\\')) + 1;
  const pieces = segments(stem.slice(folder));
  if (pieces.some((_, at) => isGrownUp(pieces, at))) return [];
  const listed = pieces.findIndex(({ key, level }) => names.get(key) === 'pupil' && level !== 1);
  const isOthers = ({ key }: Segment): boolean => ![undefined, 'pupil'].includes(names.get(key));
  const at =
    listed >= 0
      ? listed
      : pieces.findIndex(
          (piece, index) => !isOthers(piece) && isFirstName(pieces, index) && !isWordIn(alt, piece),
        );
  if (at < 0 || (listed < 0 && holdsKnown(stem.slice(folder)))) return [];
  const last = pieces[hasSurname(pieces, at) ? at + 1 : at]!;
  return [
    {
      part,
      span: { start: folder + pieces[at]!.start, end: folder + last.end },
      form: 'file',
      who: 'child',
      confidence: listed >= 0 ? 'certain' : 'likely',
      evidence: [
        listed >= 0
          ? 'a name on the school’s pupil list'
          : 'a given name in the name of the picture’s file',
      ],
    },
  ];
};
