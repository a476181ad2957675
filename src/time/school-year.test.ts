import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../core/school.ts';
import { addDays } from '../core/calendar-dates.ts';
import { startOfDay } from './day.ts';
import { schoolYearIn } from './school-year.ts';

const LONDON = 'Europe/London';
const HOUR = 3_600_000;

/** `Autumn term 2025-09-03..2025-12-19`, or one day, or a day with hours: `Fair 2025-12-05 15+2`. */
const eventOf = (line: string): CalendarEvent => {
  const [, title = '', from = '', to = from, hour, hours] =
    /^(.*) (\d{4}-\d{2}-\d{2})(?:\.\.(\S+))?(?: (\d+)\+(\d+))?$/u.exec(line) ?? [];
  const start = startOfDay(from, LONDON);
  if (hour === undefined)
    return { title, startMs: start, endMs: startOfDay(addDays(to, 1), LONDON) };
  const startMs = start + Number(hour) * HOUR;
  return { title, startMs, endMs: startMs + Number(hours) * HOUR };
};

const read = (...lines: readonly string[]) => {
  const events = lines.map(eventOf).sort((a, b) => a.startMs - b.startMs);
  const year = schoolYearIn(events, LONDON);
  return {
    terms: year.terms.map(({ season, from, to }) => `${season} ${from}..${to}`),
    off: year.daysOff.map(({ kind, from, to }) => `${kind} ${from}..${to}`),
    unclear: year.unclear.map((message) => message.replace(/; write the dates .*$/u, '')),
    marks: year.events.map(({ title, marks }) => `${title}: ${marks ?? 'event'}`),
  };
};
const termsOf = (...lines: readonly string[]) => read(...lines).terms;
const offOf = (...lines: readonly string[]) => read(...lines).off;

const AUTUMN = ['autumn 2025-09-03..2025-12-19'];

describe('terms of a calendar', () => {
  it.each<[string, readonly string[]]>([
    ['a range', ['Autumn term 2025-09-03..2025-12-19']],
    ['a range with its year', ['Autumn Term 2025/26 2025-09-03..2025-12-19']],
    ['another name', ['Michaelmas Term 2025-09-03..2025-12-19']],
    ['its first and last day', ['Autumn term begins 2025-09-03', 'Autumn term ends 2025-12-19']],
    ['days without a name', ['First day of term 2025-09-03', 'Last day of term 2025-12-19']],
    ['the school’s doors', ['School opens 2025-09-03', 'School closes for Christmas 2025-12-19']],
    ['other words', ['Pupils return 2025-09-03', 'End of term (1.30pm) 2025-12-19 13+1']],
    ['breaking up', ['Back to school 2025-09-03', 'Break up for Christmas 2025-12-19']],
    [
      'year groups one after another',
      [
        'Autumn Term starts - Years 7 and 12 2025-09-03',
        'Autumn Term starts - all years 2025-09-05',
        'Term ends - Nursery 2025-12-18',
        'Term ends 2025-12-19',
      ],
    ],
    [
      'a range and its markers',
      [
        'Autumn term 2025-09-03..2025-12-19',
        'Autumn term begins 2025-09-03',
        'Autumn term ends 2025-12-19',
      ],
    ],
    ['two halves', ['Autumn 1 2025-09-03..2025-10-24', 'Autumn 2 2025-11-03..2025-12-19']],
    ['two of six', ['Term 1 2025-09-03..2025-10-24', 'Term 2 2025-11-03..2025-12-19']],
    [
      'half terms of lessons',
      ['Half term 1 2025-09-03..2025-10-24', 'Half term 2 2025-11-03..2025-12-19'],
    ],
    [
      'school days round half term',
      [
        'Start of autumn term 2025-09-03',
        'School closes for half term 2025-10-24',
        'School reopens after half-term 2025-11-03',
        'End of autumn term 2025-12-19',
      ],
    ],
  ])('by %s', (_, lines) => {
    const { terms, unclear } = read(...lines);
    expect(terms).toEqual(AUTUMN);
    expect(unclear).toEqual([]);
  });

  it('are told by the time of the year where nobody names them', () => {
    expect(
      termsOf(
        'Term begins 2024-08-19',
        'Term ends 2024-12-20',
        'Term begins 2025-01-06',
        'Term ends 2025-04-11',
        'Term begins 2025-04-28',
        'Term ends 2025-07-22',
      ),
    ).toEqual([
      'autumn 2024-08-19..2024-12-20',
      'spring 2025-01-06..2025-04-11',
      'summer 2025-04-28..2025-07-22',
    ]);
  });

  it('begin with the days of the staff only if the calendar says so', () => {
    expect(
      read(
        'Staff return 2025-09-01',
        'INSET day - start of autumn term 2025-09-02',
        'Autumn term ends 2025-12-19',
      ),
    ).toMatchObject({
      terms: ['autumn 2025-09-02..2025-12-19'],
      off: ['inset 2025-09-02..2025-09-02'],
      unclear: [],
    });
  });

  it.each([
    'Autumn term parents’ evening 2025-10-09 16+3',
    'End of term disco 2025-12-17 18+2',
    'Spring term concert 2026-03-20 19+2',
    'Open day 2025-10-10',
    'First day for orders 2025-10-10',
    'Summer fair 2026-06-20',
    'Start of the cross-country season 2025-09-13',
    'Last day to order photographs 2025-11-14',
    'Half term holiday club 2025-10-27..2025-10-31',
    'Half term ski trip 2026-02-14..2026-02-21',
    'Holiday homework 2025-10-27',
    'INSET for governors 2025-10-09 16+2',
    'Christmas 2025-12-25',
    'Year 6 residential to Hexley 2025-10-06..2025-10-10',
  ])('are not in “%s”', (line) => {
    const { terms, off, unclear, marks } = read(line);
    expect({ terms, off, unclear }).toEqual({ terms: [], off: [], unclear: [] });
    expect(marks[0]).toContain(': event');
  });

  it('that cannot be understood are told, by the words that were understood', () => {
    expect(
      read(
        'Autumn term 2025-09-03',
        'Spring term 2026-01-05..2026-01-13',
        'Summer term begins 2026-09-01',
        'Term ends 2026-12-18',
        'Autumn term starts 2027-09-01',
        'Ben Oakley’s half term timetable 2026-02-02..2026-03-13',
        'Term 2028-01-01..2028-12-31',
      ).unclear,
    ).toEqual([
      '“autumn term” on 3 September 2025 lasts one day: it was taken neither for a term nor for days off',
      '“spring term” on 5 January 2026 lasts 9 days: it was taken neither for a term nor for days off',
      '“half term” on 2 February 2026 lasts 40 days: it was taken neither for a term nor for days off',
      '“term” on 1 January 2028 lasts 366 days: it was taken neither for a term nor for days off',
      '“summer term begins” on 1 September 2026 names the summer term, which is at another time of the year',
      '“autumn term starts” on 1 September 2027 begins a term, and nothing in the calendar ends it',
    ]);
  });

  it('are told at most twenty times', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `Term ends ${2000 + index}-07-20`);
    const { unclear } = read(...lines);
    expect(unclear).toHaveLength(21);
    expect(unclear.at(-1)).toBe('10 more such events were not understood');
  });
});

describe('days off of a calendar', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'half term',
      ['Half-Term Holiday 2025-10-27..2025-10-31'],
      ['half-term 2025-10-27..2025-10-31'],
    ],
    [
      'a half term whose first and last days are marked',
      ['Half term begins 2025-10-27', 'Half term ends 2025-10-31'],
      ['half-term 2025-10-27..2025-10-31'],
    ],
    [
      'a half term between school days',
      ['Last day before half term 2025-10-24', 'Return after half term 2025-11-03'],
      ['half-term 2025-10-25..2025-11-02'],
    ],
    [
      'a half term between halves',
      ['Autumn term 1 2025-09-03..2025-10-24', 'Autumn term 2 2025-11-03..2025-12-19'],
      ['half-term 2025-10-25..2025-11-02'],
    ],
    [
      'holidays',
      ['Christmas Holidays 2025-12-22..2026-01-02', 'Summer holiday 2026-07-22..2026-08-31'],
      ['holiday 2025-12-22..2026-01-02', 'holiday 2026-07-22..2026-08-31'],
    ],
    [
      'a closed school',
      ['School closed for Easter 2026-04-03'],
      ['holiday 2026-04-03..2026-04-03'],
    ],
    ['an occasional day', ['Occasional day 2026-05-22'], ['closed 2026-05-22..2026-05-22']],
    [
      'closed for a reason',
      ['School closed - polling station 2026-05-07'],
      ['closed 2026-05-07..2026-05-07'],
    ],
    [
      'days of training',
      [
        'INSET 2025-09-01',
        'Inset Day 2 (staff only) 2025-09-02',
        'PD day 2025-11-03',
        'Staff training day: safeguarding 2026-01-05',
        'INSET Day Phonics 2026-04-13',
      ],
      [
        'inset 2025-09-01..2025-09-01',
        'inset 2025-09-02..2025-09-02',
        'inset 2025-11-03..2025-11-03',
        'inset 2026-01-05..2026-01-05',
        'inset 2026-04-13..2026-04-13',
      ],
    ],
  ])('are %s', (_, lines, off) => {
    expect(offOf(...lines)).toEqual(off);
  });

  it('that end without a beginning are told', () => {
    expect(read('End of half term 2025-10-31')).toMatchObject({
      off: [],
      unclear: [
        '“end of half term” on 31 October 2025 ends days off, and nothing in the calendar begins them',
      ],
    });
  });
});

describe('any calendar', () => {
  const title = fc.oneof(
    fc.string(),
    fc
      .array(fc.constantFrom('Autumn', 'term', 'begins', 'ends', 'half term', 'INSET', '-', 'for'))
      .map((words) => words.join(' ')),
  );
  const event = fc.record({
    title,
    startMs: fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2027, 0) }),
    length: fc.integer({ min: 0, max: 150 * 24 }),
  });

  it('yields terms in order, and keeps every event', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (some) => {
        const calendar = some.map(({ title: words, startMs, length }) => ({
          title: words,
          startMs,
          endMs: startMs + length * HOUR,
        }));
        const { terms, daysOff, events } = schoolYearIn(calendar, LONDON);
        for (const { from, to } of [...terms, ...daysOff]) expect(from <= to).toBe(true);
        const starts = terms.map(({ from }) => from);
        expect(starts).toEqual([...starts].sort());
        expect(events.map(({ marks: _, ...one }) => one)).toEqual(calendar);
      }),
    );
  });

  it('quotes no more of a long title than anybody reads', () => {
    const { unclear } = read(`${'term '.repeat(10_000)}2025-09-03`);
    expect(unclear.join('').length).toBeLessThan(200);
  });
});

describe('events of a calendar', () => {
  it('are known from what only marks the school year', () => {
    expect(
      read(
        'Autumn term 2025-09-03..2025-12-19',
        'Half term 2025-10-27..2025-10-31',
        'Netball match 2025-10-28 16+2',
        'INSET 2025-11-03',
        'End of term - carol concert 2025-12-19 18+2',
        'Boxing Day 2025-12-26',
      ).marks,
    ).toEqual([
      'Autumn term: term',
      'Half term: half-term',
      'Netball match: event',
      'INSET: inset',
      'End of term - carol concert: event',
      'Boxing Day: bank-holiday',
    ]);
  });
});
