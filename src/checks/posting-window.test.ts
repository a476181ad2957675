import fc from 'fast-check';
import process from 'node:process';
import { afterEach, describe, expect, it } from 'vitest';
import { WEEKDAYS } from '../core/policy.ts';
import type { Post } from '../core/post.ts';
import type { School } from '../core/school.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import { parseTime } from '../time/parse.ts';
import { toIso } from '../time/zone.ts';
import { postingWindow } from './posting-window.ts';

const LONDON = 'Europe/London';

const POST: Post = {
  id: 'one',
  text: 'Spelling lists are in book bags.',
  origin: { file: 'draft.txt', line: 1, record: 1 },
  at: { kind: 'unscheduled' },
  media: [],
};

const document = createDocument(POST, UNKNOWN_SCHOOL, { twitter: null, encoder: null });

const judge = (atMs: number | null, params: object = {}, timezone = LONDON) => [
  ...postingWindow.prepare(params)({ document, atMs, timezone }),
];

const instant = (iso: string, zone = LONDON): number => {
  const parsed = parseTime(iso, zone);
  if ('error' in parsed) throw new Error(parsed.error);
  return parsed.epochMs;
};

/** Where a post is moved to, in London time; undefined: it may stay. */
const moved = (iso: string, params: object = {}, zone = LONDON): string | undefined => {
  const remedy = judge(instant(iso, zone), params, zone)[0]?.remedies?.[0];
  return remedy && 'postAtMs' in remedy ? toIso(remedy.postAtMs, zone) : undefined;
};

describe('posting-window', () => {
  it('says when a post goes out, when the account speaks and when it next does', () => {
    expect(judge(instant('2026-06-27T15:20:00+01:00'))).toEqual([
      {
        where: 'at',
        range: null,
        confidence: 'certain',
        evidence: [
          'Saturday 27 June 2026, 15:20 in Europe/London is outside Monday to Friday, 8:00 to 18:00',
        ],
        data: {
          day: 'Saturday 27 June 2026',
          time: '15:20',
          zone: LONDON,
          window: 'Monday to Friday, 8:00 to 18:00',
          next: 'Monday 29 June at 8:00',
        },
        remedies: [
          {
            title: 'Send it on Monday 29 June at 8:00',
            postAtMs: instant('2026-06-29T08:00:00+01:00'),
          },
        ],
      },
    ]);
  });

  it('says nothing of a post without a time', () => {
    expect(judge(null)).toEqual([]);
  });

  it.each([
    ['before the day begins', '2026-03-12T05:00:00+00:00', '2026-03-12T08:00:00+00:00'],
    ['half a minute early', '2026-03-12T07:59:30+00:00', '2026-03-12T08:00:00+00:00'],
    ['a second late', '2026-03-12T18:00:01+00:00', '2026-03-13T08:00:00+00:00'],
    ['on a Friday evening', '2026-03-13T18:30:00+00:00', '2026-03-16T08:00:00+00:00'],
    ['as the clocks have gone forward', '2026-03-29T09:00:00+01:00', '2026-03-30T08:00:00+01:00'],
    ['the night before they do', '2026-03-28T23:00:00+00:00', '2026-03-30T08:00:00+01:00'],
    ['as the clocks have gone back', '2026-10-25T08:30:00+00:00', '2026-10-26T08:00:00+00:00'],
    ['in the hour shown twice', '2026-10-25T01:30:00+01:00', '2026-10-26T08:00:00+00:00'],
    ['across a new year', '2027-01-01T19:00:00+00:00', '2027-01-04T08:00:00+00:00'],
    ['on a leap day', '2028-02-29T20:00:00+00:00', '2028-03-01T08:00:00+00:00'],
    ['in New York’s afternoon', '2026-02-16T13:30:00-05:00', '2026-02-17T08:00:00+00:00'],
    ['without an offset', '2026-06-27T15:20', '2026-06-29T08:00:00+01:00'],
  ])('moves a post sent %s', (_, at, next) => {
    expect(moved(at)).toBe(next);
  });

  it.each([
    ['at the first minute', '2026-03-12T08:00:00+00:00'],
    ['at the last second', '2026-03-12T18:00:00+00:00'],
    ['at the last second of a summer day', '2026-07-16T17:00:00Z'],
    ['by Spanish clocks at seven', '2026-02-16T19:00:00+01:00'],
    ['on a bank holiday', '2026-05-25T10:00:00+01:00'],
  ])('leaves a post sent %s', (_, at) => {
    expect(moved(at)).toBe(undefined);
  });

  it('opens later where clocks skip the opening', () => {
    const params = { days: ['sun'], from: '01:15', to: '04:00' };
    expect(moved('2026-03-29T00:30:00+00:00', params)).toBe('2026-03-29T02:00:00+01:00');
  });

  it('opens a week later where clocks skip the whole window', () => {
    const params = { days: ['sun'], from: '01:15', to: '01:45' };
    expect(moved('2026-03-29T00:30:00+00:00', params)).toBe('2026-04-05T01:15:00+01:00');
  });

  it('opens twice where clocks show the window twice', () => {
    const params = { days: ['sun'], from: '01:00', to: '01:30' };
    expect(moved('2026-10-25T01:45:00+01:00', params)).toBe('2026-10-25T01:00:00+00:00');
  });

  it('runs past midnight where the end is not after the beginning', () => {
    const params = { days: ['fri'], from: '18:00', to: '02:00' };
    expect(moved('2026-06-27T01:59:00+01:00', params)).toBe(undefined);
    expect(moved('2026-06-27T02:01:00+01:00', params)).toBe('2026-07-03T18:00:00+01:00');
  });

  it('leaves the end itself out where asked', () => {
    const params = { endInclusive: false };
    expect(moved('2026-03-12T17:59:59+00:00', params)).toBe(undefined);
    expect(moved('2026-03-12T18:00:00+00:00', params)).toBe('2026-03-13T08:00:00+00:00');
  });

  it.each([
    [['mon', 'tue', 'wed', 'thu', 'fri'], 'Monday to Friday, 8:00 to 18:00'],
    [['fri', 'mon'], 'Monday and Friday, 8:00 to 18:00'],
    [['mon', 'wed', 'fri'], 'Monday, Wednesday and Friday, 8:00 to 18:00'],
    [['tue'], 'Tuesday, 8:00 to 18:00'],
    [[...WEEKDAYS], 'any day, 8:00 to 18:00'],
  ])('names the days %j', (days, window) => {
    expect(judge(instant('2026-06-27T23:00:00+01:00'), { days })[0]?.data?.['window']).toBe(window);
  });

  it.each([
    [{ from: '8:00' }],
    [{ to: '25:00' }],
    [{ to: '24:01' }],
    [{ days: [] }],
    [{ days: ['monday'] }],
    [{ until: '18:00' }],
  ])('refuses %j', (params) => {
    expect(() => postingWindow.prepare(params)).toThrow();
  });
});

const YEARS = { min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) };
const times = fc.integer(YEARS);
const zones = fc.constantFrom(
  LONDON,
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Europe/Madrid',
);
const clocks = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((pair) => pair.map((value) => String(value).padStart(2, '0')).join(':'));
const windows = fc.record({
  days: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }),
  from: clocks,
  to: clocks,
  endInclusive: fc.boolean(),
});

describe('a time that posting-window offers', () => {
  it('is a later whole minute inside the window', () => {
    fc.assert(
      fc.property(times, zones, windows, (atMs, zone, params) => {
        const [breach] = judge(atMs, params, zone);
        const remedy = breach?.remedies?.[0];
        if (!remedy || !('postAtMs' in remedy)) return;
        expect(remedy.postAtMs).toBeGreaterThan(atMs);
        expect(remedy.postAtMs % 60_000).toBe(0);
        expect(judge(remedy.postAtMs, params, zone)).toEqual([]);
      }),
    );
  });

  it('is the first such minute', () => {
    const hours = { days: ['mon', 'thu'], from: '07:30', to: '09:15' };
    fc.assert(
      fc.property(times, zones, (atMs, zone) => {
        const remedy = judge(atMs, hours, zone)[0]?.remedies?.[0];
        if (!remedy || !('postAtMs' in remedy)) return;
        const MINUTE = 60_000;
        const first = Math.floor(atMs / MINUTE) * MINUTE + MINUTE;
        for (let ms = first; ms < remedy.postAtMs; ms += 15 * MINUTE) {
          expect(judge(ms, hours, zone)).not.toEqual([]);
        }
        expect(judge(remedy.postAtMs - MINUTE, hours, zone)).not.toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('bank holidays', () => {
  const closed = { holidays: 'closed' };

  it('are told, and the day after them is named', () => {
    const [breach] = judge(instant('2026-04-03T10:00:00+01:00'), closed);
    expect(breach?.evidence).toEqual([
      'Friday 3 April 2026, 10:00 in Europe/London, a bank holiday (Good Friday), is outside Monday to Friday, 8:00 to 18:00, bank holidays excepted',
    ]);
    expect(moved('2026-04-03T10:00:00+01:00', closed)).toBe('2026-04-07T08:00:00+01:00');
    expect(moved('2026-04-04T10:00:00+01:00')).toBe('2026-04-06T08:00:00+01:00');
  });

  it('may fall on two Mondays that follow each other', () => {
    expect(moved('2021-12-21T10:00:00Z', { ...closed, days: ['mon'] })).toBe(
      '2022-01-10T08:00:00+00:00',
    );
  });

  it('silence the night that begins with them', () => {
    const night = { ...closed, from: '20:00', to: '02:00' };
    expect(judge(instant('2026-04-07T01:00:00+01:00'), night)).toHaveLength(1);
    expect(judge(instant('2026-04-08T01:00:00+01:00'), night)).toEqual([]);
  });

  it('are those of the school, and known for some years', () => {
    const school = (holidays: School['holidays']) => ({
      ...document,
      school: { ...UNKNOWN_SCHOOL, holidays },
    });
    const run = postingWindow.prepare(closed);
    const lacks = postingWindow.prepareLacks(closed)!;
    const monday = { atMs: instant('2026-04-06T10:00:00+01:00'), timezone: LONDON };
    const found = (['england-and-wales', 'scotland', 'none'] as const).map(
      (holidays) => [...run({ ...monday, document: school(holidays) })].length,
    );
    expect(found).toEqual([1, 0, 0]);
    const late = { atMs: instant('2031-04-06T10:00:00+01:00'), timezone: LONDON };
    expect(lacks({ ...monday, document })).toBeUndefined();
    expect(lacks({ ...late, document })).toBe('bank holidays of years before 2012 and after 2028');
    expect(lacks({ ...late, document: school('none') })).toBeUndefined();
  });
});

describe('the zone of the machine', () => {
  const before = process.env['TZ'];
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it('changes nothing', () => {
    const instants = ['2026-03-29T00:59:00Z', '2026-07-16T17:30:00Z', '2026-10-25T01:30:00Z'];
    const answers = ['UTC', 'America/New_York', 'Pacific/Kiritimati', LONDON].map((zone) => {
      process.env['TZ'] = zone;
      return instants.map((iso) => judge(instant(iso)));
    });
    expect(answers.slice(1)).toEqual(answers.slice(1).map(() => answers[0]));
  });
});
