import { describe, expect, it } from 'vitest';
import { CHECKS } from '../checks/index.ts';
import type { Policy, Rule } from '../core/policy.ts';
import type { Example } from '../core/policy.ts';
import type { CalendarEvent, School } from '../core/school.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import { examplePost } from './example.ts';
import { excusesOf } from './excuses.ts';
import { preparePolicy } from './prepare.ts';
import { NO_TOOLS } from './tools.ts';

const LONDON = 'Europe/London';
const NO_EXAMPLES = { flags: [], allows: [] };
const HOURS: Rule = {
  id: 'hours',
  clause: 'a',
  concept: 'posting-window',
  severity: 'error',
  check: 'posting-window',
  with: {},
  unless: {
    any: [
      { event: true },
      { urgent: true },
      { reply: true },
      { check: 'event-wording' },
      { check: 'urgency-wording' },
    ],
  },
  message: 'Too late.',
  examples: NO_EXAMPLES,
  line: 1,
};
const policyOf = (...rules: readonly Rule[]): Policy => ({
  file: 'p.yaml',
  info: { id: 'p', title: 'P' },
  timezone: LONDON,
  clauses: [],
  audits: [],
  rules,
  questions: [],
  off: [],
});

const on = (title: string, from: string, to: string): CalendarEvent => ({
  title,
  startMs: Date.parse(`2026-03-11T${from}Z`),
  endMs: Date.parse(`2026-03-11T${to}Z`),
});

const excuses = (
  example: Readonly<Record<string, unknown>>,
  school: Partial<School> = {},
  policy = policyOf(HOURS),
) => {
  const late: Example = { text: 'Hello.', at: '2026-03-11T18:30:00Z', ...example };
  const { post } = examplePost(late, LONDON);
  const document = createDocument(post, { ...UNKNOWN_SCHOOL, ...school }, NO_TOOLS);
  const atMs = post.at.kind === 'instant' ? post.at.epochMs : null;
  return excusesOf(document, [preparePolicy(policy, CHECKS)], atMs).map(
    ({ rule, by, what }) => `${rule} by ${by}: ${what}`,
  );
};

const MATCH = on('Netball match', '16:00', '18:00');

describe('excusesOf', () => {
  it('tells what was declared', () => {
    expect(excuses({ event: 'Spring concert' })).toEqual(['p/hours by event: Spring concert']);
    expect(excuses({ event: 'Residential, Year 6' })).toEqual([
      'p/hours by trip: Residential, Year 6',
    ]);
    expect(excuses({ event: true })).toEqual(['p/hours by event: declared as an event']);
    expect(excuses({ urgent: 'snow' })).toEqual(['p/hours by urgent: snow']);
    expect(excuses({ urgent: true })).toEqual(['p/hours by urgent: declared urgent']);
    expect(excuses({ event: 'x'.repeat(80) })).toEqual([`p/hours by event: ${'x'.repeat(59)}…`]);
  });

  it('tells what the calendar has', () => {
    const calendar = [MATCH, on('Hexley visit\r\nof Year 4', '18:00', '20:00')];
    expect(excuses({}, { calendar })).toEqual(['p/hours by trip: Hexley visit of Year 4']);
    expect(excuses({}, { calendar: [MATCH] })).toEqual([]);
    expect(excuses({ event: true }, { calendar })).toEqual([
      'p/hours by trip: Hexley visit of Year 4',
    ]);
    expect(excuses({}, { calendar: [on('Author visit: poems', '18:00', '20:00')] })).toEqual([
      'p/hours by event: Author visit: poems',
    ]);
  });

  it('tells how long before or after an event, where the school allows for that', () => {
    const within = (calendarMargin: number, ...calendar: readonly CalendarEvent[]) =>
      excuses({}, { calendar, calendarMargin });
    expect(within(60, MATCH)).toEqual(['p/hours by event: 30 minutes after Netball match']);
    expect(within(20, MATCH)).toEqual([]);
    expect(within(60, on('Concert', '18:31', '20:00'))).toEqual([
      'p/hours by event: 1 minute before Concert',
    ]);
    expect(within(60, on('Bell', '18:30', '18:30'))).toEqual(['p/hours by event: just after Bell']);
    expect(within(60, { ...on('Half term', '00:00', '23:59'), marks: 'half-term' })).toEqual([]);
  });

  it('tells what kind of news the words are, and not the words', () => {
    expect(excuses({ text: 'School is closed tomorrow because of snow.' })).toEqual([
      'p/hours by urgent: words that speak of a closure',
    ]);
    expect(excuses({ text: 'Full time: Oakfield win 3-1 at Hexley!' })).toEqual([
      'p/hours by wording: words that speak of a match',
    ]);
    expect(excuses({ text: 'We have arrived safely at the residential centre!' })).toEqual([
      'p/hours by trip: words that speak of a trip',
    ]);
  });

  it('tells that there is another exception', () => {
    expect(excuses({ replyTo: 'somebody' })).toEqual([
      'p/hours by other: another exception of the rule',
    ]);
  });

  it('is silent where nothing would be found, and where nothing excuses', () => {
    expect(excuses({ event: 'Concert', at: '2026-03-11T12:00:00Z' })).toEqual([]);
    expect(excuses({ event: 'Concert', at: null })).toEqual([]);
    expect(excuses({})).toEqual([]);
    const { unless: _, ...strict } = HOURS;
    expect(excuses({ event: 'Concert' }, {}, policyOf(strict))).toEqual([]);
    const replies: Rule = { ...HOURS, unless: { reply: true } };
    expect(excuses({ replyTo: 'somebody' }, {}, policyOf(replies))).toEqual([]);
    const only: Rule = { ...HOURS, when: { reply: true } };
    expect(excuses({ event: 'Concert' }, {}, policyOf(only))).toEqual([]);
  });

  it('tells the most serious of rules that ask the same', () => {
    const mild: Rule = { ...HOURS, id: 'mild', severity: 'info' };
    expect(excuses({ event: 'Concert' }, {}, policyOf(mild, HOURS))).toEqual([
      'p/hours by event: Concert',
    ]);
  });

  it('tells events of the kind that the rule asks for', () => {
    const trips: Rule = { ...HOURS, unless: { event: ['trip', 'visit'] } };
    const calendar = [MATCH, on('Hexley visit', '15:00', '19:00')];
    const school = { calendar, calendarMargin: 60 };
    expect(excuses({}, school, policyOf(trips))).toEqual(['p/hours by trip: Hexley visit']);
    expect(excuses({ event: 'Concert' }, school, policyOf(trips))).toEqual([
      'p/hours by trip: Hexley visit',
    ]);
  });

  describe('of what is out already', () => {
    const days = (title: string, from = 11, to = 12): CalendarEvent => ({
      title,
      startMs: Date.UTC(2026, 2, from),
      endMs: Date.UTC(2026, 2, to),
    });
    const out = (text: string, ...calendar: readonly CalendarEvent[]) =>
      excuses({ text, published: { kind: 'own' } }, { calendar });
    const JUMPERS = 'New jumpers in the shop.';

    it('takes no entry for a whole day or more unless it is of an event', () => {
      const titles = [
        'Menu week 2',
        'Flu vaccinations Reception',
        'Reports go home',
        'Photograph day',
        'Anti-bullying week',
        'Staff training (trip hazards)',
        'Governors meeting',
      ];
      expect(titles.map((title) => out(JUMPERS, days(title)))).toEqual(titles.map(() => []));
      const week = days('Assessment week', 9, 14);
      expect([out(JUMPERS, week), out('Assessment week is going well.', week)]).toEqual([[], []]);
      // Who writes a post knows what it is about.
      expect(excuses({ text: JUMPERS }, { calendar: [week] })).toEqual([
        'p/hours by event: Assessment week',
      ]);
    });

    it('takes an event of a whole day for what speaks of it', () => {
      const concert = days('Winter concert');
      const excused = ['p/hours by event: Winter concert'];
      expect(out('The concert choir were magnificent.', concert)).toEqual(excused);
      expect(out('Curtain up at Oakfield!', concert)).toEqual(excused);
      expect(out(JUMPERS, concert)).toEqual([]);
      expect(out(JUMPERS, on('Author visit: poems', '18:00', '20:00'))).toEqual([
        'p/hours by event: Author visit: poems',
      ]);
    });

    it('takes a trip of several days for what speaks of it', () => {
      const trip = days('Year 6 residential to Hexley', 10, 14);
      const excused = ['p/hours by trip: Year 6 residential to Hexley'];
      expect(out('Hexley in the rain, and nobody minds.', trip)).toEqual(excused);
      expect(out('Year 6 are having a marvellous time.', trip)).toEqual(excused);
      expect(out('Tents are up, all fed.', trip)).toEqual(excused);
      for (const other of [JUMPERS, 'Uniform sale tomorrow', 'Year 6 uniform sale tomorrow']) {
        expect(out(other, trip)).toEqual([]);
      }
    });
  });
});
