import type { CalendarEvent, DayOff, TermSeason } from '../core/school.ts';
import type { TitleRead, YearWord } from './school-year-words.ts';

type Season = { readonly season?: TermSeason };

/** What an event says of the school year. Of markers, the last of these is a school day on its side. */
export type Meaning =
  /** All its days are days of a term. */
  | ({ readonly is: 'stretch' } & Season)
  /** The first or last day of a term. */
  | ({ readonly is: 'begin' | 'end' } & Season)
  /** All its days are off. */
  | { readonly is: 'off'; readonly kind: DayOff['kind'] }
  /** The first or last day off; the last school day before days off, or the first after them. */
  | {
      readonly is: 'off-from' | 'off-to' | 'school-to' | 'school-from';
      readonly kind: 'half-term' | 'holiday';
    }
  | { readonly is: 'unclear' };

const UNCLEAR: readonly Meaning[] = [{ is: 'unclear' }];

/** Days: markers stand on one, or on the few on which year groups come back one after another. */
const MARKER = 3;
const SHORTEST_TERM = 14;
const LONGEST_TERM = 140;
const LONGEST_HALF_TERM = 16;
const LONGEST_HOLIDAY = 75;
/** Hours. */
const SCHOOL_DAY = 5;

interface Asked {
  readonly has: (...words: readonly YearWord[]) => boolean;
  readonly days: number;
  readonly begins: boolean;
  readonly ends: boolean;
  readonly season: Season;
}

const within = (days: number, most: number, meaning: Meaning): readonly Meaning[] =>
  days <= most ? [meaning] : UNCLEAR;

const halfTerm = ({ has, days, begins, ends, season }: Asked): readonly Meaning[] => {
  const kind = 'half-term';
  // “Half term 1” is what some call the first half of the autumn term.
  if (days > LONGEST_HALF_TERM) return within(days, LONGEST_TERM, { is: 'stretch', ...season });
  if (begins === ends || days > MARKER) return [{ is: 'off', kind }];
  if (begins) return [{ is: has('return', 'after') ? 'school-from' : 'off-from', kind }];
  return [{ is: has('last', 'break-up', 'before') ? 'school-to' : 'off-to', kind }];
};

const holiday = (asked: Asked): readonly Meaning[] => {
  const { has, days, begins, ends } = asked;
  const kind = 'holiday';
  if (has('closed') || begins === ends || days > MARKER) {
    // “Easter” on one day is a feast, not a holiday of schools.
    return has('holiday', 'closed') || days > MARKER
      ? within(days, LONGEST_HOLIDAY, { is: 'off', kind })
      : [];
  }
  if (has('term')) return [{ is: begins ? 'begin' : 'end', ...asked.season }];
  if (begins && has('return', 'after')) return [{ is: 'begin' }];
  if (ends && has('last', 'break-up', 'before')) return [{ is: 'end' }];
  return has('holiday') ? [{ is: begins ? 'off-from' : 'off-to', kind }] : [];
};

const term = ({ has, days, begins, ends, season }: Asked): readonly Meaning[] => {
  const isNamed = has('term', 'season');
  const isOfSchool = isNamed || has('people');
  if (begins !== ends && days < SHORTEST_TERM) {
    if (days > MARKER) return isNamed ? UNCLEAR : [];
    if (begins) return isOfSchool || has('return') ? [{ is: 'begin', ...season }] : [];
    return isOfSchool || has('break-up') ? [{ is: 'end', ...season }] : [];
  }
  if (!isNamed)
    return has('closed') ? within(days, LONGEST_HOLIDAY, { is: 'off', kind: 'closed' }) : [];
  if (days >= SHORTEST_TERM) return within(days, LONGEST_TERM, { is: 'stretch', ...season });
  return has('term') ? UNCLEAR : [];
};

/** What an event that lasts so long says; nothing when it is an event like any other. */
export const meaningsOf = (
  title: TitleRead,
  { days, hours }: { readonly days: number; readonly hours: number },
): readonly Meaning[] => {
  const has: Asked['has'] = (...words) => words.some((word) => title.words.has(word));
  const { opening } = title;
  if (title.known !== 'whole' && (opening === 'inset' || opening === 'closed')) {
    // “INSET: safeguarding” is a day off; two hours of it after school are an evening of the staff.
    return hours >= SCHOOL_DAY ? within(days, LONGEST_HALF_TERM, { is: 'off', kind: opening }) : [];
  }
  if (title.known === 'some') {
    return has('term', 'half-term', 'holiday') && days >= SHORTEST_TERM ? UNCLEAR : [];
  }
  if (has('bank-holiday')) return [];
  const inset: readonly Meaning[] = has('inset')
    ? within(days, LONGEST_HALF_TERM, { is: 'off', kind: 'inset' })
    : [];
  // Staff come back before pupils do.
  if (has('staff')) return inset;
  const asked: Asked = {
    has,
    days,
    begins: has('begin', 'return'),
    ends: has('end', 'last', 'break-up'),
    season: title.season ? { season: title.season } : {},
  };
  if (has('inset') && !asked.begins && !asked.ends) return inset;
  if (has('half-term')) return [...inset, ...halfTerm(asked)];
  if (has('holiday', 'feast')) return [...inset, ...holiday(asked)];
  return [...inset, ...term(asked)];
};

/** What the event is in the calendar: nothing that goes on, if all of its title is understood. */
export const markOf = (
  title: TitleRead,
  meanings: readonly Meaning[],
): CalendarEvent['marks'] | undefined => {
  if (title.known !== 'whole') return undefined;
  if (title.words.has('bank-holiday')) return 'bank-holiday';
  const [first] = meanings;
  if (!first) return undefined;
  return 'kind' in first ? first.kind : 'term';
};
