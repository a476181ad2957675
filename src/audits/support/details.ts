import type { Detail } from '../../core/trace.ts';
import { COMMON_DETAILS } from '../../core/trace.ts';

type Kind = Detail['kind'];

/** What is told of a kind of detail instead of its value. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  initials: 'initials',
  year: 'a year group',
  class: 'a class',
  club: 'a club or a team',
  role: 'a part that one child plays',
  place: 'a place',
  day: 'a day',
  description: 'a description',
};

const SPECIFIC: readonly Kind[] = ['role', 'description'];
const BESIDE: readonly Kind[] = ['class', 'year', 'club', 'place'];

/** More than these in one post are a list. */
const MOST_DETAILS = 8;

/**
 * What two posts must share to be about the same child, probably: initials; or a part or a description
 * with a class, a year, a club or a place beside it.
 */
export const tiesOf = (details: readonly Detail[]): readonly string[] => {
  const some = details.slice(0, MOST_DETAILS);
  const initials = some.filter(({ kind }) => kind === 'initials');
  const specific = some.filter(
    ({ kind, value }) => SPECIFIC.includes(kind) && !COMMON_DETAILS.has(value),
  );
  const beside = some.filter(({ kind }) => BESIDE.includes(kind));
  return [
    ...initials.map(({ value }) => `initials ${value}`),
    ...specific.flatMap((one) => beside.map((other) => `${one.value} + ${other.value}`)),
  ];
};

/** The year of a child, by its year group or its class: `4b` is of year 4. */
export const yearOf = (details: readonly Detail[]): string | undefined => {
  const year = details.find(({ kind }) => kind === 'year')?.value;
  if (year !== undefined) return year;
  const number = details.find(({ kind }) => kind === 'class')?.value.match(/^\d{1,2}/u)?.[0];
  return number === undefined ? undefined : `y${number}`;
};

export const initialsOf = (details: readonly Detail[]): string | undefined =>
  details.find(({ kind }) => kind === 'initials')?.value;
