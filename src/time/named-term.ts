import { dayInWords } from './day.ts';
import type { DatedTerm, Terms } from './terms.ts';
import { seasonNamed } from './terms.ts';

const HOW = 'write --term as autumn, spring or summer, with a year if you like: "autumn 2024"';

/** `autumn`, `autumn term 2024`, `spring 2024/25`: words of the season and years. */
const WANTED = /^\s*([a-z]+)(?:[\s-]+term)?(?:[\s-]+(\d{4})(?:\s*[/-]\s*(\d{2}|\d{4}))?)?\s*$/iu;

/** The term that was asked for, or why there is none; a year of school begins with its autumn. */
export const findTerm = (written: string, terms: Terms, today: string): DatedTerm | string => {
  const [, word = '', first, second] = WANTED.exec(written) ?? [];
  const season = seasonNamed(word);
  if (!season) return HOW;
  if (first === undefined) {
    const thisYear = Number(today.slice(0, 4));
    const last = [thisYear, thisYear - 1, thisYear - 2]
      .map((year) => terms.find(season, year))
      .find((term) => term !== undefined && term.from <= today);
    return last ?? `no ${season} term has begun by today: use --from and --to`;
  }
  if (second !== undefined && Number(second) % 100 !== (Number(first) + 1) % 100) {
    return `“${first}/${second}” is no school year: write it as ${first}/${String(Number(first) + 1).slice(2)}`;
  }
  const year = Number(first) + (second !== undefined && season !== 'autumn' ? 1 : 0);
  const name = `the ${season} term ${year}`;
  const term = terms.find(season, year);
  if (!term) return `your term dates leave no room for ${name}: use --from and --to`;
  return term.from <= today ? term : `${name} has not begun: it begins on ${dayInWords(term.from)}`;
};
