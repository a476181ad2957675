import { addDays } from '../core/calendar-dates.ts';
import { dataLines } from '../core/data-lines.ts';
import type { Term, TermSeason } from '../core/school.ts';
import { TERM_SEASONS } from '../core/school.ts';
import assumedTerms from './data/assumed-terms.txt?raw';
import termNames from './data/term-names.txt?raw';

/** A term with the year by which it is called: `autumn term 2025`. */
export interface DatedTerm extends Term {
  readonly year: number;
  /** Nobody has told its days: those that are usual in England are taken. */
  readonly isAssumed: boolean;
}

const isSeason = (word: string): word is TermSeason => TERM_SEASONS.some((one) => one === word);

/** The season that a word such as `Michaelmas` means. */
export const seasonNamed = (word: string): TermSeason | undefined => {
  const wanted = word.toLowerCase();
  const line = dataLines(termNames).find((one) => one.split(' ')[1] === wanted);
  const season = line?.split(' ')[0] ?? '';
  return isSeason(season) ? season : undefined;
};

/** `Autumn term 2025`. */
export const termInWords = ({ season, year }: Pick<DatedTerm, 'season' | 'year'>): string =>
  `${season[0]!.toUpperCase()}${season.slice(1)} term ${year}`;

/** The year by which a term is called; some spring terms begin in December. */
export const yearOf = ({ season, from, to }: Term): number =>
  Number((season === 'autumn' ? from : to).slice(0, 4));

const assumed = (season: TermSeason, year: number): DatedTerm => {
  const line = dataLines(assumedTerms).find((one) => one.startsWith(`${season} `)) ?? '';
  const [, from = '', to = ''] = line.split(' ');
  return { season, year, from: `${year}-${from}`, to: `${year}-${to}`, isAssumed: true };
};

/** The terms of a year in their order. */
const ORDER: readonly TermSeason[] = ['spring', 'summer', 'autumn'];

const before = (season: TermSeason, year: number): Pick<DatedTerm, 'season' | 'year'> =>
  season === 'spring'
    ? { season: 'autumn', year: year - 1 }
    : { season: ORDER[ORDER.indexOf(season) - 1]!, year };

const after = (season: TermSeason, year: number): Pick<DatedTerm, 'season' | 'year'> =>
  season === 'autumn'
    ? { season: 'spring', year: year + 1 }
    : { season: ORDER[ORDER.indexOf(season) + 1]!, year };

/** Every term that somebody may ask for: as it was told, or else as it is usual. */
export interface Terms {
  /** Undefined: the terms that were told leave no room for it. */
  find(season: TermSeason, year: number): DatedTerm | undefined;
  findBefore(term: DatedTerm): DatedTerm | undefined;
}

export const createTerms = (told: readonly Term[]): Terms => {
  const findTold = (season: TermSeason, year: number): Term | undefined =>
    told.find((term) => term.season === season && yearOf(term) === year);
  const find = (season: TermSeason, year: number): DatedTerm | undefined => {
    const known = findTold(season, year);
    if (known) return { season, from: known.from, to: known.to, year, isAssumed: false };
    const usual = assumed(season, year);
    const last = before(season, year);
    const next = after(season, year);
    const ended = findTold(last.season, last.year)?.to ?? '';
    const begins = findTold(next.season, next.year)?.from ?? '9999';
    const from = ended >= usual.from ? addDays(ended, 1) : usual.from;
    const to = begins <= usual.to ? addDays(begins, -1) : usual.to;
    return from <= to ? { ...usual, from, to } : undefined;
  };
  return {
    find,
    findBefore: ({ season, year }) => {
      const last = before(season, year);
      return find(last.season, last.year);
    },
  };
};
