import { daysBetween, isDate } from '../core/calendar-dates.ts';
import type { Notice } from '../core/problem.ts';
import type { CalendarEvent, DayOff, School, Term } from '../core/school.ts';
import type { Mistake } from '../syntax/place.ts';
import { dayInWords } from '../time/day.ts';
import { joinHalves, schoolYearIn } from '../time/school-year.ts';
import { termInWords, yearOf } from '../time/terms.ts';
import type { ConfigFile } from './config-schema.ts';

type Told = NonNullable<ConfigFile['terms']>[number];

/** No term is as long: a year is wrong. */
const LONGEST = 200;

const halfTermMistakes = ({ from, to, halfTerm, inset = [] }: Told, index: number): Mistake[] => {
  const path = ['terms', index];
  const outside = `lies outside the term, which is from ${from} to ${to}`;
  const isInside = (day: string): boolean => from <= day && day <= to;
  const made: Mistake[] = [];
  if (halfTerm && halfTerm.to < halfTerm.from) {
    const message = `“to” is before “from” (${halfTerm.from}): check the dates of half term`;
    made.push({ kind: 'wrong', path: [...path, 'halfTerm', 'to'], message });
  } else if (halfTerm && !(isInside(halfTerm.from) && isInside(halfTerm.to))) {
    made.push({ kind: 'wrong', path: [...path, 'halfTerm'], message: `half term ${outside}` });
  }
  return made.concat(
    // The first of them stands before the pupils come, or after they have gone.
    inset.flatMap((day, at): Mistake[] =>
      Math.min(Math.abs(daysBetween(from, day)), Math.abs(daysBetween(to, day))) > 14 &&
      !isInside(day)
        ? [{ kind: 'wrong', path: [...path, 'inset', at], message: `this day ${outside}` }]
        : [],
    ),
  );
};

/** Days that no calendar has, as 30 February. */
const noDays = ({ from, to, halfTerm, inset = [] }: Told, index: number): readonly Mistake[] => {
  const written: readonly (readonly [string, ...(string | number)[]])[] = [
    [from, 'from'],
    [to, 'to'],
    ...(halfTerm
      ? ([
          [halfTerm.from, 'halfTerm', 'from'],
          [halfTerm.to, 'halfTerm', 'to'],
        ] as const)
      : []),
    ...inset.map((day, at) => [day, 'inset', at] as const),
  ];
  return written.flatMap(([day, ...path]): readonly Mistake[] =>
    isDate(day)
      ? []
      : [{ kind: 'wrong', path: ['terms', index, ...path], message: `there is no day ${day}` }],
  );
};

const termMistake = (terms: readonly Told[], index: number): readonly Mistake[] => {
  const { name, from, to } = terms[index]!;
  const wrong = (key: string, message: string): readonly Mistake[] => [
    { kind: 'wrong', path: ['terms', index, key], message },
  ];
  if (to < from) return wrong('to', `“to” is before “from” (${from}): check the year`);
  const days = daysBetween(from, to) + 1;
  if (days > LONGEST) return wrong('to', `this term lasts ${days} days: check the year`);
  const other = terms
    .slice(0, index)
    .find((before) => before.from <= before.to && from <= before.to && before.from <= to);
  return other
    ? wrong(
        'from',
        `this ${name} term overlaps the ${other.name} term from ${other.from} to ${other.to}`,
      )
    : [];
};

/** What is wrong with the terms that a configuration tells. */
export const termMistakes = (terms: readonly Told[]): readonly Mistake[] =>
  terms.flatMap((term, index) => {
    const missing = noDays(term, index);
    if (missing.length > 0) return missing;
    const own = termMistake(terms, index);
    return own.length > 0 ? own : halfTermMistakes(term, index);
  });

type Year = Pick<School, 'terms' | 'daysOff'>;

const toldYear = (told: readonly Told[]): Year => {
  const { terms, between } = joinHalves(
    told.map(({ name, from, to }) => ({ season: name, from, to })),
  );
  const own = told.flatMap(({ halfTerm, inset = [] }): readonly DayOff[] => [
    ...(halfTerm ? [{ kind: 'half-term' as const, ...halfTerm }] : []),
    ...inset.map((day) => ({ kind: 'inset' as const, from: day, to: day })),
  ]);
  return { terms, daysOff: [...between, ...own] };
};

/** A calendar that `calendar` names, as it was read. */
export interface NamedCalendar {
  readonly file: string;
  readonly events: readonly CalendarEvent[];
}

interface Gathered extends Year {
  readonly calendar: readonly CalendarEvent[];
  readonly notices: readonly Notice[];
}

const isSameTerm = (a: Term, b: Term): boolean => a.season === b.season && yearOf(a) === yearOf(b);

const shown = (term: Term): string =>
  `${termInWords({ season: term.season, year: yearOf(term) })} (${dayInWords(term.from)} to ${dayInWords(term.to)})`;

/** Terms and days off from the configuration and, where it is silent, from its calendars. */
export const gatherTerms = (
  told: readonly Told[],
  calendars: readonly NamedCalendar[],
  timezone: string,
): Gathered => {
  const year = toldYear(told);
  const terms: { readonly term: Term; readonly source: string }[] = year.terms.map((term) => ({
    term,
    source: 'policy-lint.yaml',
  }));
  const daysOff = [...year.daysOff];
  const calendar: CalendarEvent[] = [];
  const notices: Notice[] = [];
  for (const { file, events } of calendars) {
    const read = schoolYearIn(events, timezone);
    for (const event of read.events) calendar.push(event);
    daysOff.push(...read.daysOff);
    notices.push(...read.unclear.map((message): Notice => ({ kind: 'calendar', file, message })));
    for (const term of read.terms) {
      const rival = terms.find(
        (one) =>
          isSameTerm(one.term, term) || (one.term.from <= term.to && term.from <= one.term.to),
      );
      if (!rival) terms.push({ term, source: file });
      else if (rival.term.from !== term.from || rival.term.to !== term.to) {
        const message = `${shown(term)} differs from ${shown(rival.term)} in ${rival.source}, which is followed`;
        notices.push({ kind: 'calendar', file, message });
      }
    }
  }
  return {
    terms: terms.map(({ term }) => term).sort((a, b) => (a.from < b.from ? -1 : 1)),
    daysOff,
    calendar,
    notices,
  };
};
