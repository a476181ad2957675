import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { readConfig } from './config.ts';
import { findConfig } from './find-config.ts';

const NOW = Date.parse('2026-11-23T12:00Z');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'policy-lint-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (...parts: readonly string[]): string => path.join(folder, ...parts);
const write = (files: Readonly<Record<string, string | Uint8Array>>): void => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
  }
};
const read = async (text: string) => {
  write({ 'school/policy-lint.yaml': text });
  return readConfig(at('school', 'policy-lint.yaml'), NOW, { cwd: folder });
};
const problemsOf = async (text: string) =>
  (await read(text)).problems.map(({ file, line, column, message }) =>
    [file, line, column, message].filter((part) => part !== undefined).join(':'),
  );

describe('findConfig', () => {
  it('finds the nearest one upward, by either ending', () => {
    write({
      'policy-lint.yaml': '',
      'a/policy-lint.yml': '',
      'a/b/c/draft.txt': '',
      'd/draft.txt': '',
    });
    expect(findConfig(undefined, at('a', 'b', 'c'))).toEqual({ file: at('a', 'policy-lint.yml') });
    expect(findConfig(undefined, at('d'))).toEqual({ file: at('policy-lint.yaml') });
  });

  it('takes the one that is named, or none when told so', () => {
    write({ 'policy-lint.yaml': '', 'other.yaml': '' });
    expect(findConfig('other.yaml', folder)).toEqual({ file: at('other.yaml') });
    expect(findConfig(false, folder)).toEqual({ none: true });
    expect(findConfig('missing.yaml', folder)).toEqual({
      problem: { file: 'missing.yaml', message: 'there is no such file: check --config' },
    });
  });

  it('refuses to choose between two', () => {
    write({ 'policy-lint.yaml': '', 'policy-lint.yml': '', 'a/draft.txt': '' });
    expect(findConfig(undefined, at('a'))).toEqual({
      problem: {
        file: path.join('..', 'policy-lint.yml'),
        message: 'policy-lint.yaml and policy-lint.yml stand side by side: keep one',
      },
    });
  });

  it('notes a name that only looks like it', () => {
    for (const name of [
      'policylint.yaml',
      '.policy-lint.yml',
      'policy_lint.yaml',
      'policy-lint.yaml.txt',
      'policy-lint.config.json',
    ]) {
      write({ [`x/${name}`]: '' });
      expect(findConfig(undefined, at('x'))).toEqual({
        note: `${name} is not read: rename it to policy-lint.yaml`,
      });
      rmSync(at('x'), { recursive: true });
    }
    write({ 'y/policy-lint-notes.yaml': '', 'y/my-policy-lint.yaml': '' });
    expect(findConfig(undefined, at('y'))).toEqual({ none: true });
  });
});

describe('readConfig', () => {
  it('reads everything a school can say, and the files it names from its own folder', async () => {
    write({
      'school/lists/people.yaml': 'adults: [Ms Adeyemi]\n',
      'school/lists/handles.txt': '# years 7 to 9\noak_pupil_07\n@oak_pupil_08\n',
      'school/pupils.roster': 'Amira Khan\n',
      // A fold in the middle of the é.
      'school/term.ics': Uint8Array.from(
        Buffer.concat([
          Buffer.from('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:F'),
          Buffer.from([0xc3, 0x0d, 0x0a, 0x20, 0xaa]),
          Buffer.from('te\r\nDTSTART;VALUE=DATE:20260702\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'),
        ]),
      ),
    });
    const { place, ...configuration } = await read(`
policies: [use-of-twitter-2018, ../ours/policy.yaml, own.yml]
timezone: Europe/Dublin
accounts:
  - { name: school, kind: school, handle: OakfieldPrimary }
  - { name: science, kind: department, subject: science, handle: "@OakfieldSci" }
school: { names: [Oakfield Primary, Oakfield] }
handles: { allow: [HexleyLibrary, "@BBCNews"], pupils: lists/handles.txt, press: ["@HexleyGazette"] }
contacts: { phones: [01632 960123], emails: [oakfield.example] }
links: { allow: [www.Oakfield.example] }
subjects: { science: [bunsen] }
lessons: [{ from: "09:00", to: "12:00" }]
devices: [{ app: Brass Pigeon, kind: phone, owner: school, who: the trip leader, until: 2026-07-21 }]
answers: { use-of-twitter-2018/window-end: exclusive }
settle: { replies: use-of-twitter-2018 }
signOffs: ../sign-offs.yaml
people: lists/people.yaml
roster: pupils.roster
calendar: [term.ics]
rules:
  use-of-twitter-2018/no-child-names: { severity: warning }
`);
    expect(configuration).toEqual({
      signOffs: at('sign-offs.yaml'),
      school: {
        names: ['Oakfield Primary', 'Oakfield'],
        handles: { pupils: ['oak_pupil_07', 'oak_pupil_08'], press: ['HexleyGazette'] },
        contacts: {
          phones: ['01632 960123'],
          emails: ['oakfield.example'],
          addresses: [],
          postcodes: [],
        },
        links: { allow: ['oakfield.example'], block: [] },
        subjects: [{ name: 'science', words: ['bunsen'] }],
        lessons: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '12:00' }],
        devices: [
          {
            app: 'Brass Pigeon',
            kind: 'phone',
            owner: 'school',
            who: 'the trip leader',
            until: '2026-07-21',
          },
        ],
        accounts: [
          { name: 'school', kind: 'school', handle: 'OakfieldPrimary' },
          { name: 'science', kind: 'department', subject: 'science', handle: 'OakfieldSci' },
        ],
        allowedHandles: ['HexleyLibrary', 'BBCNews'],
        people: {
          ...UNKNOWN_SCHOOL.people,
          pupils: ['Amira Khan'],
          adults: ['Ms Adeyemi'],
        },
        calendar: [
          {
            title: 'Fête',
            startMs: Date.parse('2026-07-01T23:00Z'),
            endMs: Date.parse('2026-07-02T23:00Z'),
          },
        ],
        terms: [],
        daysOff: [],
        holidays: 'england-and-wales',
      },
      notices: [],
      gaps: [],
      policies: ['use-of-twitter-2018', at('ours', 'policy.yaml'), at('school', 'own.yml')],
      timezone: 'Europe/Dublin',
      changes: {
        sources: { base: expect.any(Function), list: expect.any(Function) },
        overrides: { 'use-of-twitter-2018/no-child-names': { severity: 'warning' } },
        answers: { 'use-of-twitter-2018/window-end': 'exclusive' },
        settled: { replies: 'use-of-twitter-2018' },
      },
      problems: [],
    });
    expect(
      place({
        kind: 'unknown',
        path: ['rules', 'use-of-twitter-2018/no-child-names'],
        message: 'no such rule',
      }),
    ).toEqual([
      {
        file: path.join('school', 'policy-lint.yaml'),
        line: 21,
        column: 3,
        message: 'no such rule',
      },
    ]);
  });

  it('needs to say nothing', async () => {
    expect(await read('{}')).toMatchObject({
      school: UNKNOWN_SCHOOL,
      policies: [],
      changes: { sources: expect.anything() as unknown },
      problems: [],
    });
  });

  it('tells terms, days off and whose bank holidays are kept', async () => {
    const { school, problems } = await read(`
terms:
  - name: autumn
    from: 2026-09-02
    to: 2026-12-18
    halfTerm: { from: 2026-10-26, to: 2026-10-30 }
    inset: [2026-09-01]
  - { name: spring, from: 2027-01-04, to: 2027-02-12 }
  - { name: spring, from: 2027-02-22, to: 2027-03-25 }
holidays: scotland
calendarMargin: 30
`);
    expect(problems).toEqual([]);
    expect(school).toEqual({
      ...UNKNOWN_SCHOOL,
      terms: [
        { season: 'autumn', from: '2026-09-02', to: '2026-12-18' },
        { season: 'spring', from: '2027-01-04', to: '2027-03-25' },
      ],
      daysOff: [
        { kind: 'half-term', from: '2027-02-13', to: '2027-02-21' },
        { kind: 'half-term', from: '2026-10-26', to: '2026-10-30' },
        { kind: 'inset', from: '2026-09-01', to: '2026-09-01' },
      ],
      holidays: 'scotland',
      calendarMargin: 30,
    });
  });

  it('refuses terms that cannot be', async () => {
    const file = path.join('school', 'policy-lint.yaml');
    expect(
      await problemsOf(`terms:
  - { name: autum, from: 3 September, to: 2026-12-18 }
`),
    ).toEqual([
      `${file}:2:13:name must be autumn, spring or summer, not “autum”: did you mean “autumn”?`,
      `${file}:2:26:from must be a day as 2025-09-03`,
    ]);
    expect(
      await problemsOf(`terms:
  - { name: autumn, from: 2026-09-02, to: 2025-12-18 }
  - { name: spring, from: 2027-01-04, to: 2027-02-30 }
  - { name: summer, from: 2027-04-12, to: 2028-07-21 }
  - { name: autumn, from: 2025-09-02, to: 2025-12-18, halfTerm: { from: 2025-10-31, to: 2025-10-27 } }
  - { name: spring, from: 2025-12-18, to: 2026-03-27 }
  - { name: summer, from: 2026-04-13, to: 2026-07-21, halfTerm: { from: 2025-05-25, to: 2025-05-29 }, inset: [2026-04-10, 2025-06-01] }
`),
    ).toEqual([
      `${file}:2:43:“to” is before “from” (2026-09-02): check the year`,
      `${file}:3:43:there is no day 2027-02-30`,
      `${file}:4:43:this term lasts 467 days: check the year`,
      `${file}:5:89:“to” is before “from” (2025-10-31): check the dates of half term`,
      `${file}:6:27:this spring term overlaps the autumn term from 2025-09-02 to 2025-12-18`,
      `${file}:7:65:half term lies outside the term, which is from 2026-04-13 to 2026-07-21`,
      `${file}:7:123:this day lies outside the term, which is from 2026-04-13 to 2026-07-21`,
    ]);
  });

  it('finds terms in calendars, follows them further for an audit, and says what it did not understand', async () => {
    const event = (title: string, from: string, to: string, ...more: readonly string[]): string =>
      [
        'BEGIN:VEVENT',
        `SUMMARY:${title}`,
        `DTSTART;VALUE=DATE:${from}`,
        `DTEND;VALUE=DATE:${to}`,
        ...more,
        'END:VEVENT',
        '',
      ].join('\r\n');
    write({
      'school/a.ics': `BEGIN:VCALENDAR\r\n${event('Autumn term', '20250903', '20251220')}${event('Spring term', '20260105', '20260330')}END:VCALENDAR\r\n`,
      'school/b.ics': `BEGIN:VCALENDAR\r\n${event('Spring term', '20260106', '20260330')}${event('Term ends', '20260721', '20260722')}${event('Fair', '20120601', '20120602', 'RRULE:FREQ=YEARLY')}END:VCALENDAR\r\n`,
    });
    const text =
      'calendar: [a.ics, b.ics]\nterms: [{ name: autumn, from: 2025-09-04, to: 2025-12-19 }]\n';
    write({ 'school/policy-lint.yaml': text });
    const audit = { cwd: folder, isAudit: true };
    const { school, notices } = await readConfig(at('school', 'policy-lint.yaml'), NOW, audit);
    expect(school.terms).toEqual([
      { season: 'autumn', from: '2025-09-04', to: '2025-12-19' },
      { season: 'spring', from: '2026-01-05', to: '2026-03-29' },
    ]);
    expect(school.calendarMargin).toBe(60);
    expect(notices.map(({ file, message }) => `${path.basename(file)}: ${message}`)).toEqual([
      'a.ics: Autumn term 2025 (3 September 2025 to 19 December 2025) differs from Autumn term 2025 (4 September 2025 to 19 December 2025) in policy-lint.yaml, which is followed',
      'b.ics: “term ends” on 21 July 2026 ends a term, and nothing in the calendar begins it; write the dates under terms in policy-lint.yaml if they matter',
      `b.ics: Spring term 2026 (6 January 2026 to 29 March 2026) differs from Spring term 2026 (5 January 2026 to 29 March 2026) in ${path.join('school', 'a.ics')}, which is followed`,
    ]);
    const fairs = ({ calendar }: typeof school) =>
      calendar.filter(({ title }) => title === 'Fair').length;
    expect(fairs(school)).toBe(16);
    expect(fairs((await read(text)).school)).toBe(4);
    expect((await read(text)).school.calendarMargin).toBeUndefined();
  });

  it('lets an audit go on without the events of a calendar that cannot be read', async () => {
    const event = (title: string, rule: string): string =>
      `BEGIN:VEVENT\r\nSUMMARY:${title}\r\nDTSTART:20260701T090000Z\r\n${rule}END:VEVENT\r\n`;
    const ics = (...events: readonly string[]): string =>
      `BEGIN:VCALENDAR\r\n${events.join('')}END:VCALENDAR\r\n`;
    write({
      'school/policy-lint.yaml': 'calendar: [a.ics, b.ics]\n',
      'school/a.ics': ics(event('Fair', ''), event('Bell', 'RRULE:FREQ=SECONDLY\r\n')),
      'school/b.ics': ics(event('Bell', 'RRULE:FREQ=SECONDLY\r\n')),
    });
    const told = async (isAudit: boolean) => {
      const file = at('school', 'policy-lint.yaml');
      const { gaps, problems } = await readConfig(file, NOW, { cwd: folder, isAudit });
      const names = (list: typeof gaps) => list.map((one) => path.basename(one.file));
      return { gaps: names(gaps), problems: names(problems) };
    };
    expect(await told(true)).toEqual({ gaps: ['a.ics'], problems: ['b.ics'] });
    expect(await told(false)).toEqual({ gaps: [], problems: ['a.ics', 'b.ics'] });
  });

  it('says where exceptions stand and who may approve them', async () => {
    expect(
      await read('roles: { head: [M. Idris] }\nwaivers: ../w.yaml\nbaseline: b.json\n'),
    ).toMatchObject({
      roles: { head: ['M. Idris'] },
      waivers: at('w.yaml'),
      baseline: at('school', 'b.json'),
      problems: [],
    });
    expect(await problemsOf('roles: { head: [], clerk: A. Okafor }\nwaivers: 3\n')).toEqual([
      'school/policy-lint.yaml:1:16:head must name somebody',
      'school/policy-lint.yaml:1:27:clerk must be a list of text, not text',
      'school/policy-lint.yaml:2:10:waivers must not be empty, not 3',
    ]);
  });

  it('reports every mistake at its line and column', async () => {
    const file = path.join('school', 'policy-lint.yaml');
    expect(
      await problemsOf(`polices: [a]
accounts:
  - { name: school, kind: shool }
  - { name: x, kind: class, handle: "not a handle" }
handles: { allow: HexleyLibrary }
rules: { a/b: { severity: of } }
roster: ""
`),
    ).toEqual([
      `${file}:1:1:“polices” is not known here: did you mean “policies”?`,
      `${file}:3:27:kind must be school, department, class or personal, not “shool”: did you mean “school”?`,
      `${file}:4:37:handle must be a handle such as OakfieldPrimary`,
      `${file}:5:19:allow must be a list of text, not text`,
      `${file}:6:27:severity must be error, warning, info or off, not “of”: did you mean “off”?`,
      `${file}:7:9:roster must not be empty`,
    ]);
  });

  it('reports accounts that cannot be told apart, and zones that are none', async () => {
    const file = path.join('school', 'policy-lint.yaml');
    expect(
      await problemsOf(`timezone: Europe/Lundon
accounts:
  - { name: school, kind: school, handle: Oakfield }
  - { name: School, kind: class, handle: oakfield }
`),
    ).toEqual([
      `${file}:1:11:there is no time zone “Europe/Lundon”: did you mean “Europe/London”?`,
      `${file}:4:13:another account has this name: give each its own`,
      `${file}:4:42:another account has this handle: give each its own`,
    ]);
  });

  it('names the line that names a missing file, and the line inside a file that is wrong', async () => {
    const file = path.join('school', 'policy-lint.yaml');
    write({
      'school/people.yaml': 'adult: [Ms Adeyemi]\n',
      'school/none.ics': 'hello\n',
      'school/pupils.roster': 'Amira Khan;3B\n',
    });
    expect(
      await problemsOf(
        'people: people.yaml\nroster: pupils.roster\ncalendar:\n  - none.ics\n  - gone.ics\n  - .\n',
      ),
    ).toEqual([
      `${file}:5:5:“gone.ics”: there is no such file: check the name and the folder`,
      `${file}:6:5:“.”: this is a folder: name the files in it`,
      `${path.join('school', 'people.yaml')}:1:1:“adult” is not known here: did you mean “adults”?`,
      `${path.join('school', 'pupils.roster')}:1:this line does not look like a name: write one pupil a line, such as Amira Khan`,
      `${path.join('school', 'none.ics')}:this calendar cannot be read: export it again as an .ics file`,
    ]);
    expect(await problemsOf('roster: gone.roster\n')).toEqual([
      `${file}:1:9:“gone.roster”: there is no such file: check the name and the folder`,
    ]);
  });

  it('is itself a file that may not be there, or no text', async () => {
    const gone = await readConfig(at('policy-lint.yaml'), NOW, { cwd: folder });
    expect(gone.problems).toEqual([
      { file: 'policy-lint.yaml', message: 'there is no such file: check the name and the folder' },
    ]);
    write({ 'policy-lint.yaml': Uint8Array.from([0, 1, 2]) });
    const binary = await readConfig(at('policy-lint.yaml'), NOW, { cwd: folder });
    expect(binary.problems).toEqual([
      {
        file: 'policy-lint.yaml',
        message: 'this file does not look like text: save it as plain text (.txt, UTF-8)',
      },
    ]);
  });
});
