import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../core/calendar-dates.ts';
import type { Term } from '../core/school.ts';
import type { ArchiveBounds, PeriodFound, PeriodWanted } from './period.ts';
import { findPeriod, termPeriods } from './period.ts';

const LONDON = 'Europe/London';
const NOW = '2026-11-23T12:00Z';
const TERMS: readonly Term[] = [
  { season: 'autumn', from: '2025-09-03', to: '2025-12-19' },
  { season: 'spring', from: '2026-01-05', to: '2026-03-27' },
  { season: 'summer', from: '2026-04-13', to: '2026-07-21' },
  { season: 'autumn', from: '2026-09-02', to: '2026-12-18' },
];

const find = (
  wanted: PeriodWanted,
  {
    terms = TERMS,
    now = NOW,
    zone = LONDON,
    archive = undefined as ArchiveBounds | undefined,
  } = {},
): PeriodFound => findPeriod(wanted, terms, Date.parse(now), zone, archive);

/** The label, the days and the instants, and what it is compared with. */
const told = (found: PeriodFound): readonly string[] => {
  if ('problem' in found) return [found.problem];
  const { period, previous, notes } = found;
  return [period, ...(previous ? [previous] : [])]
    .map(({ label, from, to }) => `${label}: ${from} to ${to}`)
    .concat(notes);
};

const bounds = (first: string, last: string): ArchiveBounds => ({
  firstMs: Date.parse(first),
  lastMs: Date.parse(last),
});

describe('a term', () => {
  it('is the last of its name that has begun, against the one before it', () => {
    expect(told(find({ term: 'summer' }))).toEqual([
      'Summer term 2026: 2026-04-13 to 2026-07-21',
      'Spring term 2026: 2026-01-05 to 2026-03-27',
    ]);
    expect(told(find({ term: 'Spring' }))).toEqual([
      'Spring term 2026: 2026-01-05 to 2026-03-27',
      'Autumn term 2025: 2025-09-03 to 2025-12-19',
    ]);
    expect(told(find({ term: 'autumn' }, { now: '2026-09-01T22:59Z' }))[0]).toBe(
      'Autumn term 2025: 2025-09-03 to 2025-12-19',
    );
    expect(told(find({ term: 'autumn' }, { now: '2026-09-01T23:00Z' }))[0]).toBe(
      'Autumn term 2026: 2026-09-02 to 2026-12-18',
    );
  });

  it('that is still running is compared with as much of the one before', () => {
    expect(told(find({ term: 'autumn' }))).toEqual([
      'Autumn term 2026: 2026-09-02 to 2026-12-18',
      'Summer term 2026 up to 4 July 2026: 2026-04-13 to 2026-07-04',
      'the autumn term 2026 runs until 18 December 2026: its first 83 days are compared with the first 83 days of the summer term 2026',
    ]);
    expect(told(find({ term: 'autumn' }, { now: '2026-12-18T09:00Z' }))).toEqual([
      'Autumn term 2026: 2026-09-02 to 2026-12-18',
      'Summer term 2026: 2026-04-13 to 2026-07-21',
    ]);
  });

  it('begins and ends with days of the zone, whatever its clocks do', () => {
    const found = find({ term: 'autumn 2025' });
    expect('period' in found && [found.period.startMs, found.period.endMs]).toEqual([
      Date.parse('2025-09-02T23:00Z'),
      Date.parse('2025-12-20T00:00Z'),
    ]);
    const beirut = find({ from: '2025-03-30', to: '2025-03-30' }, { zone: 'Asia/Beirut' });
    expect('period' in beirut && [beirut.period.startMs, beirut.period.endMs]).toEqual([
      Date.parse('2025-03-29T22:00Z'),
      Date.parse('2025-03-30T21:00Z'),
    ]);
  });

  it.each([
    ['autumn 2025', 'Autumn term 2025'],
    ['Autumn term 2025', 'Autumn term 2025'],
    ['autumn-2025', 'Autumn term 2025'],
    ['autumn 2025/26', 'Autumn term 2025'],
    ['spring 2025-26', 'Spring term 2026'],
    ['summer 2025/2026', 'Summer term 2026'],
    ['michaelmas', 'Autumn term 2026'],
    ['Lent term 2026', 'Spring term 2026'],
  ])('may be written %s', (written, label) => {
    expect(told(find({ term: written }))[0]).toContain(`${label}: `);
  });

  it.each([
    ['winter', 'write --term as autumn, spring or summer, with a year if you like: "autumn 2024"'],
    ['', 'write --term as autumn, spring or summer, with a year if you like: "autumn 2024"'],
    [
      'autumn 24',
      'write --term as autumn, spring or summer, with a year if you like: "autumn 2024"',
    ],
    ['autumn 2025/27', '“2025/27” is no school year: write it as 2025/26'],
    ['spring 2027', 'the spring term 2027 has not begun: it begins on 1 January 2027'],
  ])('%j is a problem', (written, problem) => {
    expect(find({ term: written })).toEqual({ problem });
  });

  it('is assumed, and said to be, where nobody has told its days', () => {
    expect(told(find({ term: 'spring' }, { terms: [] }))).toEqual([
      'Spring term 2026: 2026-01-01 to 2026-04-10',
      'Autumn term 2025: 2025-09-01 to 2025-12-31',
      'nobody has told the days of the spring term 2026: 1 January 2026 to 10 April 2026 is assumed, as is usual in England; write them under terms in policy-lint.yaml',
      'nobody has told the days of the autumn term 2025: 1 September 2025 to 31 December 2025 is assumed, as is usual in England; write them under terms in policy-lint.yaml',
    ]);
    expect(told(find({ term: 'autumn 2025' })).slice(0, 2)).toEqual([
      'Autumn term 2025: 2025-09-03 to 2025-12-19',
      'Summer term 2025: 2025-04-11 to 2025-07-31',
    ]);
  });

  it('that is assumed gives way to those that are told', () => {
    const terms: Term[] = [
      { season: 'spring', from: '2026-01-05', to: '2026-04-15' },
      { season: 'autumn', from: '2026-07-20', to: '2026-12-18' },
    ];
    expect(told(find({ term: 'summer' }, { terms }))[0]).toBe(
      'Summer term 2026: 2026-04-16 to 2026-07-19',
    );
    const room: Term[] = [
      { season: 'spring', from: '2026-01-05', to: '2026-07-31' },
      { season: 'autumn', from: '2026-08-01', to: '2026-12-18' },
    ];
    expect(find({ term: 'summer 2026' }, { terms: room })).toEqual({
      problem: 'your term dates leave no room for the summer term 2026: use --from and --to',
    });
  });
});

describe('days', () => {
  it('are compared with as many days before', () => {
    expect(told(find({ from: '2025-09-01', to: '2025-09-30' }))).toEqual([
      '1 September 2025 to 30 September 2025: 2025-09-01 to 2025-09-30',
      'The 30 days before: 2025-08-02 to 2025-08-31',
    ]);
    expect(told(find({ from: '2025-09-01', to: '2025-09-01' }))).toEqual([
      '1 September 2025: 2025-09-01 to 2025-09-01',
      'The day before: 2025-08-31 to 2025-08-31',
    ]);
  });

  it('end today, or count until today where they end later', () => {
    expect(told(find({ from: '2026-11-20' }))).toEqual([
      '20 November 2026 to 23 November 2026: 2026-11-20 to 2026-11-23',
      'The 4 days before: 2026-11-16 to 2026-11-19',
    ]);
    expect(told(find({ from: '2026-11-20', to: '2026-12-31' }))[1]).toBe(
      'The 4 days before: 2026-11-16 to 2026-11-19',
    );
  });

  it('begin with the archive', () => {
    const archive = bounds('2014-05-06T12:00Z', '2026-10-01T12:00Z');
    expect(told(find({ to: '2025-07-31' }, { archive }))).toEqual([
      'Up to 31 July 2025: 2014-05-06 to 2025-07-31',
    ]);
    expect(told(find({ to: '2012-07-31' }, { archive }))).toEqual([
      'Up to 31 July 2012: 2012-07-31 to 2012-07-31',
    ]);
    expect(told(find({ to: '2025-07-31' }))).toEqual([
      'Up to 31 July 2025: 1970-01-01 to 2025-07-31',
    ]);
  });

  it('are not compared with days that the archive does not hold', () => {
    const wanted = { from: '2025-09-01', to: '2025-09-30' };
    const archive = (first: string) => ({ archive: bounds(first, '2026-10-01T12:00Z') });
    expect(told(find(wanted, archive('2025-09-05T08:00Z')))).toEqual([
      '1 September 2025 to 30 September 2025: 2025-09-01 to 2025-09-30',
      'the archive begins on 5 September 2025: there is nothing before the period to compare it with',
    ]);
    expect(told(find(wanted, archive('2025-08-20T08:00Z')))).toEqual([
      '1 September 2025 to 30 September 2025: 2025-09-01 to 2025-09-30',
      'The 30 days before: 2025-08-02 to 2025-08-31',
      'the archive begins on 20 August 2025, within the time that the period is compared with',
    ]);
    expect(told(find(wanted, archive('2025-07-20T08:00Z')))).toHaveLength(2);
  });

  it.each<[PeriodWanted, string]>([
    [
      { from: '2025-10-01', to: '2025-09-01' },
      '--to 2025-09-01 is before --from 2025-10-01: swap them',
    ],
    [{ from: '1/9/2025' }, 'write --from as a day such as 2025-09-01, not “1/9/2025”'],
    [{ from: '2025-09-01', to: '' }, 'write --to as a day such as 2025-09-01, not “”'],
    [{ from: '2025-02-29' }, 'there is no day 2025-02-29: check --from'],
    [{ to: '0026-02-20' }, 'there is no day 0026-02-20: check --to'],
    [{ from: '2052-09-01' }, '--from 2052-09-01 is still to come'],
    [{ term: 'autumn', to: '2025-09-01' }, 'give --term, or --from and --to, not both'],
  ])('%j are a problem', (wanted, problem) => {
    expect(find(wanted)).toEqual({ problem });
  });

  it('meet those before without a gap and are as many', () => {
    const day = fc.integer({ min: 0, max: 6600 }).map((days) => addDays('2007-01-01', days));
    fc.assert(
      fc.property(day, fc.nat(400), (from, more) => {
        const found = find({ from, to: addDays(from, more) });
        if ('problem' in found || !found.previous) throw new Error(JSON.stringify(found));
        expect(found.previous.endMs).toBe(found.period.startMs);
        expect(addDays(found.previous.from, more)).toBe(found.previous.to);
      }),
    );
  });
});

describe('neither', () => {
  it('is the whole archive, compared with nothing', () => {
    const archive = bounds('2014-05-06T23:30Z', '2026-10-01T12:00Z');
    expect(told(find({}, { archive }))).toEqual(['The whole archive: 2014-05-07 to 2026-10-01']);
    expect(told(find({}))).toEqual(['The whole archive: 1970-01-01 to 9999-12-30']);
  });
});

describe('termPeriods', () => {
  it('names each by its season and year', () => {
    expect(termPeriods(TERMS.slice(0, 2), LONDON)).toEqual([
      {
        label: 'Autumn term 2025',
        from: '2025-09-03',
        to: '2025-12-19',
        startMs: Date.parse('2025-09-02T23:00Z'),
        endMs: Date.parse('2025-12-20T00:00Z'),
      },
      {
        label: 'Spring term 2026',
        from: '2026-01-05',
        to: '2026-03-27',
        startMs: Date.parse('2026-01-05T00:00Z'),
        endMs: Date.parse('2026-03-28T00:00Z'),
      },
    ]);
  });
});
