import type { Term } from '../../core/school.ts';
import { TERM_SEASONS } from '../../core/school.ts';
import type { DatedTerm } from '../../time/terms.ts';
import { createTerms, termInWords } from '../../time/terms.ts';

/** Tells the term of a day, as 2025-11-14, in words; days between two terms belong to the one before. */
export const termFinder = (told: readonly Term[]): ((day: string) => string) => {
  const { find } = createTerms(told);
  const years = new Map<number, readonly DatedTerm[]>();
  const termsOf = (year: number): readonly DatedTerm[] => {
    let known = years.get(year);
    if (!known) {
      known = [year - 1, year]
        .flatMap((one) => TERM_SEASONS.flatMap((season) => find(season, one) ?? []))
        .sort((a, b) => (a.from < b.from ? -1 : 1));
      years.set(year, known);
    }
    return known;
  };
  return (day) => {
    const term = termsOf(Number(day.slice(0, 4))).findLast(({ from }) => from <= day);
    return term ? termInWords(term) : day.slice(0, 4);
  };
};
