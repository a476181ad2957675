import { describe, expect, it } from 'vitest';
import { readCalendar } from './calendar.ts';

const NOW = Date.parse('2026-11-23T12:00Z');

const ics = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Oakfield//EN', ...lines, 'END:VCALENDAR', ''].join(
    '\r\n',
  );
const event = (...lines: readonly string[]): readonly string[] => [
  'BEGIN:VEVENT',
  ...lines,
  'END:VEVENT',
];

const read = async (text: string, timezone = 'Europe/London') => {
  const options = { file: 'term.ics', timezone, nowMs: NOW };
  const { value, problems } = await readCalendar(text, options);
  const iso = (ms: number): string => new Date(ms).toISOString().replace(':00.000Z', 'Z');
  return {
    events: value.map(({ title, startMs, endMs }) => `${title}: ${iso(startMs)} to ${iso(endMs)}`),
    problems,
  };
};
const eventsOf = async (...lines: readonly string[]) =>
  (await read(ics(...event(...lines)))).events;

describe('readCalendar', () => {
  it('reads days in the school’s zone, the end day not included', async () => {
    const days = ['SUMMARY:Half term', 'DTSTART;VALUE=DATE:20261023', 'DTEND;VALUE=DATE:20261031'];
    expect(await eventsOf(...days)).toEqual(['Half term: 2026-10-22T23:00Z to 2026-10-31T00:00Z']);
    expect((await read(ics(...event(...days)), 'America/New_York')).events).toEqual([
      'Half term: 2026-10-23T04:00Z to 2026-10-31T04:00Z',
    ]);
  });

  it('takes a day that ends on itself, or nowhere, for a whole day, be it 23 or 25 hours long', async () => {
    const title = 'SUMMARY:INSET\\, staff only';
    expect(await eventsOf(title, 'DTSTART;VALUE=DATE:20261025')).toEqual([
      'INSET, staff only: 2026-10-24T23:00Z to 2026-10-26T00:00Z',
    ]);
    expect(
      await eventsOf(title, 'DTSTART;VALUE=DATE:20260329', 'DTEND;VALUE=DATE:20260329'),
    ).toEqual(['INSET, staff only: 2026-03-29T00:00Z to 2026-03-29T23:00Z']);
  });

  it('reads times in UTC, in named zones, in Outlook’s, and in none', async () => {
    const clock = '20260715T183000';
    const to = 'to 2026-07-15T20:00Z';
    const concert = (start: string) => eventsOf('SUMMARY:Concert', start, 'DTEND:20260715T200000Z');
    expect(await concert(`DTSTART:${clock}Z`)).toEqual([`Concert: 2026-07-15T18:30Z ${to}`]);
    expect(await concert(`DTSTART;TZID=Europe/London:${clock}`)).toEqual([
      `Concert: 2026-07-15T17:30Z ${to}`,
    ]);
    expect(await concert(`DTSTART;TZID=GMT Standard Time:${clock}`)).toEqual([
      `Concert: 2026-07-15T17:30Z ${to}`,
    ]);
    expect(await concert(`DTSTART;TZID=Europe/Paris:${clock}`)).toEqual([
      `Concert: 2026-07-15T16:30Z ${to}`,
    ]);
    expect(await concert(`DTSTART;TZID=Customized Time Zone:${clock}`)).toEqual([
      `Concert: 2026-07-15T17:30Z ${to}`,
    ]);
    expect(await concert(`DTSTART:${clock}`)).toEqual([`Concert: 2026-07-15T17:30Z ${to}`]);
  });

  it('reads a length in place of an end', async () => {
    expect(await eventsOf('SUMMARY:Match', 'DTSTART:20261123T143000Z', 'DURATION:PT1H30M')).toEqual(
      ['Match: 2026-11-23T14:30Z to 2026-11-23T16:00Z'],
    );
    expect(await eventsOf('SUMMARY:Trip', 'DTSTART;VALUE=DATE:20261123', 'DURATION:P3D')).toEqual([
      'Trip: 2026-11-23T00:00Z to 2026-11-26T00:00Z',
    ]);
  });

  it('keeps to the clock of the school when a repeating event crosses the change', async () => {
    expect(
      await eventsOf(
        'SUMMARY:Club',
        'DTSTART;TZID=Europe/London:20261013T153000',
        'DTEND;TZID=Europe/London:20261013T163000',
        'RRULE:FREQ=WEEKLY;UNTIL=20261103T153000Z',
        'EXDATE;TZID=Europe/London:20261020T153000',
      ),
    ).toEqual([
      'Club: 2026-10-13T14:30Z to 2026-10-13T15:30Z',
      'Club: 2026-10-27T15:30Z to 2026-10-27T16:30Z',
      'Club: 2026-11-03T15:30Z to 2026-11-03T16:30Z',
    ]);
  });

  it('is not led astray by the file’s own idea of the zone', async () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Europe/London',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0000',
      'TZOFFSETTO:+0000',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const club = event(
      'SUMMARY:Club',
      'DTSTART;TZID=Europe/London:20260713T090000',
      'DTEND;TZID=Europe/London:20260713T100000',
      'RRULE:FREQ=DAILY;UNTIL=20260714T080000Z',
    );
    expect((await read(ics(...zone, ...club))).events).toEqual([
      'Club: 2026-07-13T08:00Z to 2026-07-13T09:00Z',
      'Club: 2026-07-14T08:00Z to 2026-07-14T09:00Z',
    ]);
  });

  it('moves and drops single dates of a repeating event', async () => {
    const series = event(
      'UID:a',
      'SUMMARY:Club',
      'DTSTART:20261102T150000Z',
      'DTEND:20261102T160000Z',
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'RDATE:20261120T150000Z',
    );
    const moved = event(
      'UID:a',
      'SUMMARY:Club (moved)',
      'RECURRENCE-ID:20261109T150000Z',
      'DTSTART:20261110T150000Z',
      'DTEND:20261110T160000Z',
    );
    const dropped = event(
      'UID:a',
      'STATUS:CANCELLED',
      'SUMMARY:Club',
      'RECURRENCE-ID:20261116T150000Z',
      'DTSTART:20261116T150000Z',
    );
    const other = event('UID:b', 'STATUS:CANCELLED', 'SUMMARY:Fair', 'DTSTART:20261116T150000Z');
    expect(await read(ics(...series, ...moved, ...dropped, ...other))).toEqual({
      events: [
        'Club: 2026-11-02T15:00Z to 2026-11-02T16:00Z',
        'Club (moved): 2026-11-10T15:00Z to 2026-11-10T16:00Z',
        'Club: 2026-11-20T15:00Z to 2026-11-20T16:00Z',
      ],
      problems: [],
    });
  });

  it('asks nothing of ids that are missing or shared', async () => {
    const club = (...more: readonly string[]) =>
      event('SUMMARY:Club', 'DTSTART:20261102T150000Z', 'DTEND:20261102T160000Z', ...more);
    const weekly = club('RRULE:FREQ=WEEKLY;COUNT=2');
    const lonely = event(
      'SUMMARY:Moved',
      'RECURRENCE-ID:20261102T150000Z',
      'DTSTART:20261103T150000Z',
    );
    const start = 'Club: 2026-11-02T15:00Z to 2026-11-02T16:00Z';
    expect((await read(ics(...weekly, ...lonely))).events).toEqual([
      start,
      'Moved: 2026-11-03T15:00Z to 2026-11-03T15:00Z',
      'Club: 2026-11-09T15:00Z to 2026-11-09T16:00Z',
    ]);
    const fair = event('UID:a', 'SUMMARY:Fair', 'DTSTART:20261205T100000Z');
    expect((await read(ics(...club('UID:a'), ...fair))).events).toEqual([
      start,
      'Fair: 2026-12-05T10:00Z to 2026-12-05T10:00Z',
    ]);
  });

  it('takes the latest version of an event', async () => {
    const version = (sequence: number, day: number) =>
      event(
        'UID:a',
        `SEQUENCE:${sequence}`,
        `SUMMARY:Fair ${sequence}`,
        `DTSTART:202612${day}T100000Z`,
      );
    expect(
      (await read(ics(...version(2, 12), ...version(1, 11), ...version(0, 10)))).events,
    ).toEqual(['Fair 2: 2026-12-12T10:00Z to 2026-12-12T10:00Z']);
  });

  it('leaves out dates of a repeating event, written in UTC or as days, across the clock change', async () => {
    const without = (...exdates: readonly string[]) =>
      eventsOf(
        'SUMMARY:Club',
        'DTSTART;TZID=Europe/London:20260323T153000',
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY;COUNT=3',
        ...exdates,
      );
    const [first, second, third] = [
      'Club: 2026-03-23T15:30Z to 2026-03-23T16:30Z',
      'Club: 2026-03-30T14:30Z to 2026-03-30T15:30Z',
      'Club: 2026-04-06T14:30Z to 2026-04-06T15:30Z',
    ];
    expect(await without()).toEqual([first, second, third]);
    expect(await without('EXDATE:20260330T143000Z')).toEqual([first, third]);
    expect(await without('EXDATE:20260330T153000Z')).toEqual([first, second, third]);
    expect(await without('EXDATE;VALUE=DATE:20260330,20260406')).toEqual([first]);
    expect(await without('EXDATE;TZID=GMT Standard Time:20260406T153000')).toEqual([first, second]);
  });

  it('repeats whole days by the calendar, not by 24 hours', async () => {
    expect(
      await eventsOf(
        'SUMMARY:Market',
        'DTSTART;VALUE=DATE:20261018',
        'RRULE:FREQ=WEEKLY;COUNT=3',
        'EXDATE;VALUE=DATE:20261101',
      ),
    ).toEqual([
      'Market: 2026-10-17T23:00Z to 2026-10-18T23:00Z',
      'Market: 2026-10-24T23:00Z to 2026-10-26T00:00Z',
    ]);
  });

  it('takes an end before its start for none, and a bare date for a day', async () => {
    expect(
      await eventsOf('SUMMARY:Day', 'DTSTART;VALUE=DATE:20261123', 'DTEND;VALUE=DATE:20261120'),
    ).toEqual(['Day: 2026-11-23T00:00Z to 2026-11-24T00:00Z']);
    expect(await eventsOf('SUMMARY:Day', 'DTSTART:20261123', 'DTEND:20261125')).toEqual([
      'Day: 2026-11-23T00:00Z to 2026-11-25T00:00Z',
    ]);
    expect(
      await eventsOf('SUMMARY:Hour', 'DTSTART:20261123T150000Z', 'DTEND:20261123T140000Z'),
    ).toEqual(['Hour: 2026-11-23T15:00Z to 2026-11-23T15:00Z']);
  });

  it('drops what is cancelled, however it is written', async () => {
    expect(
      (
        await read(
          ics(
            ...event('SUMMARY:Fair', 'STATUS:Cancelled', 'DTSTART:20261123T150000Z'),
            ...event('SUMMARY:Fête', 'STATUS:CONFIRMED', 'DTSTART:20261123T150000Z'),
          ),
        )
      ).events,
    ).toEqual(['Fête: 2026-11-23T15:00Z to 2026-11-23T15:00Z']);
  });

  it('reads times without a zone in the zone of the calendar, and days in that of the school', async () => {
    const events = [
      ...event('SUMMARY:Call', 'DTSTART:20260715T183000'),
      ...event('SUMMARY:Day', 'DTSTART;VALUE=DATE:20260715'),
    ];
    const inZone = async (zone: string) =>
      (await read(ics(`X-WR-TIMEZONE:${zone}`, ...events))).events;
    const day = 'Day: 2026-07-14T23:00Z to 2026-07-15T23:00Z';
    expect(await inZone('Europe/Paris')).toEqual([
      day,
      'Call: 2026-07-15T16:30Z to 2026-07-15T16:30Z',
    ]);
    expect(await inZone('Somewhere')).toEqual([
      day,
      'Call: 2026-07-15T17:30Z to 2026-07-15T17:30Z',
    ]);
  });

  it('says once which names of zones nobody knows', async () => {
    const at = (zone: string) => event('SUMMARY:Fair', `DTSTART;TZID=${zone}:20260715T183000`);
    const text = ics(
      ...at('Customized Time Zone'),
      ...at('Customized Time Zone'),
      ...at('Europe/London'),
      ...at('Mars'),
    );
    const options = { file: 'term.ics', timezone: 'Europe/London', nowMs: NOW };
    const { problems, notices } = await readCalendar(text, options);
    expect(problems).toEqual([]);
    expect(notices).toEqual(
      ['Customized Time Zone', 'Mars'].map((name) => ({
        kind: 'calendar',
        file: 'term.ics',
        message: `this calendar has times of “${name}”, which names no place: they are taken for times of Europe/London`,
      })),
    );
  });

  it('follows events as far as it is told', async () => {
    const window = { fromMs: Date.parse('2015-01-01T00:00Z'), toMs: NOW };
    const options = { file: 'term.ics', timezone: 'Europe/London', nowMs: NOW, window };
    const daily = event('SUMMARY:Daily', 'DTSTART:20000103T090000Z', 'RRULE:FREQ=DAILY');
    const yearly = event('SUMMARY:Fair', 'DTSTART;VALUE=DATE:20120601', 'RRULE:FREQ=YEARLY');
    const second = event('SUMMARY:Bell', 'DTSTART:20260101T090000Z', 'RRULE:FREQ=SECONDLY');
    const { value, problems } = await readCalendar(ics(...daily, ...yearly, ...second), options);
    const count = (wanted: string) => value.filter(({ title }) => title === wanted).length;
    expect([count('Daily'), count('Fair'), count('Bell')]).toEqual([4345, 12, 0]);
    expect(problems).toHaveLength(1);
  });

  it('gives up on a calendar whose events together never end, and keeps what happens once', async () => {
    const daily = event(
      'SUMMARY:Daily',
      'DTSTART:19730101T090000Z',
      'RRULE:FREQ=DAILY;COUNT=19000',
    );
    const text = ics(
      ...Array.from({ length: 40 }, () => daily).flat(),
      ...event('SUMMARY:Fair', 'DTSTART:20261205T100000Z'),
    );
    const { events, problems } = await read(text);
    expect(problems).toEqual([
      {
        file: 'term.ics',
        message:
          'the events of this calendar repeat too often: those that repeat are left out from event 16 on',
      },
    ]);
    expect(events).toContain('Fair: 2026-12-05T10:00Z to 2026-12-05T10:00Z');
  }, 60_000);

  it('follows an endless event two years each way', async () => {
    const events = await eventsOf(
      'SUMMARY:Sports day',
      'DTSTART;VALUE=DATE:20100601',
      'RRULE:FREQ=YEARLY',
    );
    expect(events.map((one) => one.slice(12, 16))).toEqual(['2025', '2026', '2027', '2028']);
    const daily = await eventsOf(
      'SUMMARY:Daily',
      'DTSTART:20000101T090000Z',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY',
    );
    expect(daily).toHaveLength(2 * 2 * 366);
  });

  it('refuses rules made to exhaust it, counting the event and never naming it', async () => {
    const problem = (index: number) => ({
      file: 'term.ics',
      message: `event ${index} of this calendar cannot be read: check its dates and how often it repeats`,
    });
    const rules = [
      'FREQ=SECONDLY',
      'FREQ=MINUTELY;INTERVAL=1',
      'FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9,10;BYMINUTE=1,2,3,4,5,6,7,8,9,10;BYSECOND=1,2,3,4,5,6,7,8,9',
      'FREQ=DAILY;INTERVAL=0',
    ];
    const text = ics(
      ...rules.flatMap((rule) =>
        event('SUMMARY:Amira', 'DTSTART:20200101T090000Z', `RRULE:${rule}`),
      ),
    );
    const { events, problems } = await read(text);
    expect(events.length).toBeLessThan(2000);
    expect(problems.map(({ message }) => message)).toEqual(
      [1, 2, 3].map((index) => problem(index).message),
    );
    expect(
      await read(
        ics(...event('SUMMARY:Amira'), ...event('SUMMARY:Fair', 'DTSTART:20261123T120000Z')),
      ),
    ).toEqual({
      events: ['Fair: 2026-11-23T12:00Z to 2026-11-23T12:00Z'],
      problems: [problem(1)],
    });
  });

  it('comes to an end where a rule names a day that never is', async () => {
    const never = [
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4',
      'FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1',
    ];
    for (const rule of never) {
      const { events, problems } = await read(
        ics(...event('SUMMARY:x', 'DTSTART:20260101T090000Z', `RRULE:${rule}`)),
      );
      expect(events.length + problems.length).toBeLessThanOrEqual(4);
    }
  });

  it('refuses what is no calendar', async () => {
    const problem = {
      file: 'term.ics',
      message: 'this calendar cannot be read: export it again as an .ics file',
    };
    for (const text of [
      '',
      'hello',
      'BEGIN:VCARD\r\nEND:VCARD\r\n',
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n',
      '<html></html>',
      ics(...event('DTSTART:20261123T120000Z', 'RRULE:FREQ=SOMETIMES')),
    ]) {
      expect(await read(text)).toEqual({ events: [], problems: [problem] });
    }
    expect(await read(ics())).toEqual({ events: [], problems: [] });
  });
});
