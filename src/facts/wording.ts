import { remembered } from '../core/remembered.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import type { PhraseIndex } from './phrase-index.ts';
import { readIndexes } from './phrase-index.ts';
import type { KindOptions, KindPhrase, PhraseOptions } from './phrases.ts';
import { kindPhraseDetector } from './phrases.ts';
import conduct from './wording-conduct.built.ts';
import type { ConductWordingName } from './wording-conduct.ts';
import { CONDUCT_LISTS } from './wording-conduct.ts';
import { wordMarks } from './word-marks.ts';
import type { UsualWordingName } from './wording.built.ts';
import usual from './wording.built.ts';

export type WordingName = UsualWordingName | ConductWordingName;

const usualIndexOf = readIndexes(usual, wordMarks);
const conductIndexOf = readIndexes(conduct, wordMarks);
const isConduct = (name: WordingName): boolean => CONDUCT_LISTS.some((list) => list === name);

/** The lists of wording by the names of their files in `data`. */
export const indexOf = (name: WordingName): PhraseIndex =>
  isConduct(name) ? conductIndexOf(name) : usualIndexOf(name);

/** A detector for the phrases under some headings of the list in `data` that has this name. */
export const wordingDetector = <const Kind extends string>(
  name: WordingName,
  options: KindOptions<Kind>,
): Detector<KindPhrase<Kind>> => kindPhraseDetector(indexOf(name), options);

/** A phrase of a list with headings; the span counts the part's folded text. */
export interface SortedPhrase {
  readonly part: Part;
  readonly span: Span;
  readonly heading: string;
}

/** Like `phraseDetector`, and tells under which heading the phrase stands; a line stands under one. */
export const sortedPhraseDetector = (
  name: WordingName,
  options: PhraseOptions & { readonly headings?: readonly string[] } = {},
): Detector<SortedPhrase> => {
  const { headings, ...how } = options;
  const phrases = kindPhraseDetector(indexOf(name), { ...how, kinds: headings, longest: 'of-all' });
  return (document) =>
    phrases(document).map(({ part, span, kind }) => ({ part, span, heading: kind }));
};

const NONE: ReadonlySet<string> = new Set();

/** Tells under which headings of a list a word stands by itself; empty: under none. */
export const headingFinder = (name: WordingName): ((word: string) => ReadonlySet<string>) => {
  const { lines: linesOf } = indexOf(name);
  return remembered((word) => {
    const lines = linesOf(word).filter((line) => line.text === word);
    return lines.length === 0 ? NONE : new Set(lines.map(({ heading }) => heading));
  });
};
