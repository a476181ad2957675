import { dataLines } from '../core/data-lines.ts';
import { once } from '../core/once.ts';
import type { TermSeason } from '../core/school.ts';
import schoolYear from './data/school-year.txt?raw';
import { seasonNamed } from './terms.ts';

/** What words of a calendar say of the school year: the headings of the list, and names of terms. */
export type YearWord =
  | 'term'
  | 'season'
  | 'begin'
  | 'return'
  | 'end'
  | 'last'
  | 'break-up'
  | 'half-term'
  | 'holiday'
  | 'feast'
  | 'inset'
  | 'closed'
  | 'bank-holiday'
  | 'before'
  | 'after'
  | 'people'
  | 'staff'
  | 'filler';

/** A title, or its beginning, as far as it speaks of the school year. */
export interface TitleRead {
  readonly words: ReadonlySet<YearWord>;
  readonly season?: TermSeason;
  /** What its first words say, if anything. */
  readonly opening?: YearWord;
  /** `whole`: all of it is understood; `start`: what stands before the first dash or comma; `some`. */
  readonly known: 'whole' | 'start' | 'some';
  /** What was understood, without the rest. */
  readonly shown: string;
}

/** A title may be as long as a book. */
const MOST_SHOWN = 8;
const NUMBER = /^\d+(?:st|nd|rd|th|am|pm)?$/u;

const phrases = once((): ReadonlyMap<string, YearWord> => {
  const made = new Map<string, YearWord>();
  let heading = 'filler';
  for (const line of dataLines(schoolYear)) {
    if (line.startsWith('[')) heading = line.slice(1, -1);
    else made.set(line, heading as YearWord);
  }
  return made;
});

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/['’]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

interface Understood {
  readonly words: Set<YearWord>;
  readonly shown: readonly string[];
  readonly season: TermSeason | undefined;
  readonly opening: YearWord | undefined;
  readonly isWhole: boolean;
}

const understand = (text: string): Understood => {
  const tokens = wordsOf(text);
  const words = new Set<YearWord>();
  const shown: string[] = [];
  let season: TermSeason | undefined;
  let opening: YearWord | undefined;
  let isWhole = tokens.length > 0;
  for (let at = 0; at < tokens.length;) {
    const length = [4, 3, 2, 1].find((count) =>
      phrases().has(tokens.slice(at, at + count).join(' ')),
    );
    const phrase = tokens.slice(at, at + (length ?? 1)).join(' ');
    const word = phrases().get(phrase);
    const named = word ? undefined : seasonNamed(phrase);
    season ??= named;
    if (at === 0) opening = word;
    if (word) words.add(word);
    else if (named) words.add('season');
    else if (!NUMBER.test(phrase)) isWhole = false;
    if ((word && word !== 'filler') || named) shown.push(phrase);
    at += length ?? 1;
  }
  return { words, shown, season, opening, isWhole };
};

const CLAUSE_END = /\s[-–—]\s|[(),:;|–—]/u;

/** Reads the title of a calendar's event; undefined: it does not speak of the school year at all. */
export const readTitle = (title: string): TitleRead | undefined => {
  const all = understand(title);
  const start = all.isWhole ? all : understand(title.split(CLAUSE_END, 1)[0] ?? '');
  const known = all.isWhole ? 'whole' : start.isWhole ? 'start' : 'some';
  const { words, shown, season, opening } = known === 'some' ? all : start;
  if (shown.length === 0) return undefined;
  return {
    words,
    known,
    shown: shown.slice(0, MOST_SHOWN).join(' '),
    ...(season && { season }),
    ...(opening && { opening }),
  };
};
