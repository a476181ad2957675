import type { Confidence } from '../../core/severity.ts';
import type { Span } from '../../core/span.ts';
import type { Detector, Part } from '../../document/document.ts';
import { people } from '../people.ts';
import { LOWER, SIGN } from '../reader/words.ts';
import { overlaps } from './overlaps.ts';
import type { Reading } from './reading.ts';
import { readings } from './reading.ts';
import { WORD } from './tagging.ts';

/** Words that look like somebody's name and name nobody; the span counts the part's folded text. */
export interface Namesake {
  readonly part: Part;
  readonly span: Span;
  readonly what: 'place' | 'organisation' | 'word';
  readonly confidence: Confidence;
  /** Why, in words a teacher understands. */
  readonly evidence: readonly string[];
}

/** Numbers of `knownWords`: places and things, alone and in a phrase. */
const PLACES: readonly (number | undefined)[] = [4, 9];
const THINGS: readonly (number | undefined)[] = [5, 10];
/** Numbers up to here stand for names of one word. */
const ALONE = 5;
const CERTAIN = 0.97;
/** A given name that is rarer than this needs no explaining where it is a word. */
const COMMON = 2;

const BECAUSE = {
  place: 'the name of a place',
  organisation: 'the name of a firm, a brand or a thing',
  word: 'a given name too, but an ordinary word here by what stands round it',
} as const;

const namesakesIn = (reading: Reading): readonly Namesake[] => {
  const { part, words, figures, chances } = reading;
  return words.flatMap(({ span, known, setting }, at) => {
    const isNoName = known.shape === SIGN || (known.shape === LOWER && known.level === 1);
    if (isNoName || setting !== 'plain' || known.key.length < 2) return [];
    const figure = figures[at];
    const what = PLACES.includes(figure)
      ? 'place'
      : THINGS.includes(figure)
        ? 'organisation'
        : 'word';
    const isAlone = figure !== undefined && figure <= ALONE;
    if (isAlone && known.band === 0) return [];
    if (what === 'word' && (known.band < COMMON || known.level === 0)) return [];
    const confidence = (chances[at]?.[WORD] ?? 1) >= CERTAIN ? 'certain' : 'likely';
    return [{ part, span, what, confidence, evidence: [BECAUSE[what]] }];
  });
};

/** One namesake of all the words of a known phrase. */
const joined = (all: readonly Namesake[]): readonly Namesake[] => {
  const found: Namesake[] = [];
  for (const one of all) {
    const last = found.at(-1);
    const isSame = last?.part === one.part && last.what === one.what && one.what !== 'word';
    if (isSame && one.span.start - last.span.end <= 1) {
      found[found.length - 1] = { ...last, span: { start: last.span.start, end: one.span.end } };
    } else found.push(one);
  }
  return found;
};

/** Places, firms and ordinary words that are spelt like a name, where nobody is named. */
export const namesakes: Detector<Namesake> = (document) => {
  const named = document.facts(people);
  return document.facts(readings).flatMap((reading) => {
    const isNamed = overlaps(named.filter(({ part }) => part === reading.part));
    return joined(namesakesIn(reading)).filter((one) => !isNamed(one));
  });
};
