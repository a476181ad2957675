import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeArchive, tweet } from '../../../test/support/make-archive.ts';
import { noTerminal } from '../../../test/support/no-terminal.ts';
import { run } from '../run.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const REPORTS = ['a.html', 'a.csv', 'a.json', 'a.txt', 'a.ndjson'] as const;

const CONFIG = `policies: [use-of-twitter-2018]
roster: pupils.roster
rosterKey: key
calendar: [dates.ics]
`;
const PUPILS = 'Forename,Surname\nJory,Penhallow\nRufus,Tattersall\nQuillon,Marsden\n';
const event = (day: number, title: string) => `BEGIN:VEVENT
UID:${day}
DTSTAMP:20260101T000000Z
DTSTART;TZID=Europe/London:202610${day}T180000
DTEND;TZID=Europe/London:202610${day}T200000
SUMMARY:${title}
END:VEVENT
`;
const DATES = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//oakfield
${event(12, 'Concert: solo by Jory Penhallow')}${event(13, 'Recital (Ottoline Quaye)')}END:VCALENDAR
`;

const at = (day: number, hour: number): string => `2026-10-${day}T${hour}:30:00`;
const POSTS = [
  {
    id: 'jory-penhallow-1',
    text: 'It has begun.',
    at: at(12, 18),
    source: 'Jory Penhallow’s iPad',
  },
  { id: '2', text: 'See https://oakfield.example/gallery/jory-penhallow', at: at(12, 19) },
  { id: '3', text: 'Doors open.', at: at(13, 18) },
  { id: '4', text: 'Well done joryp and QuillonMarsden and rufus_tattersall', at: at(14, 12) },
  { id: '5', text: 'Ask jory.penhallow@oakfield.example', at: at(14, 13) },
  { id: '6', text: 'Art', at: at(14, 14), media: [{ file: '21-rufus-tattersall.jpg' }] },
  { id: '7', text: 'Late!', at: at(15, 21), event: 'Quillon Marsden’s birthday' },
  { id: '8', text: 'No time, Jory Penhallow', at: 'never' },
];

let cwd: string;
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
  writeFileSync(path.join(cwd, file), text);
};
beforeAll(async () => {
  cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
  write('policy-lint.yaml', CONFIG);
  write('pupils.csv', PUPILS);
  write('key', 'plk1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n');
  const argv = ['pupils.csv', '-o', 'pupils.roster', '--key-file', 'key'];
  await run(['roster', 'build', ...argv], noTerminal(cwd, NOW));
  write('dates.ics', DATES);
});
afterAll(() => rmSync(cwd, { recursive: true }));

const NAMES = /jory|penhallow|rufus|tattersall|quillon|marsden|ottoline|quaye/iu;

const audit = async (archive: string, more: readonly string[] = []) => {
  const asked = REPORTS.flatMap((file) => ['--report', file]);
  const io = noTerminal(cwd, NOW);
  const { stderr } = await run(['audit', archive, ...asked, ...more], io);
  const read = (file: string): string => readFileSync(path.join(cwd, file), 'utf8');
  return { stderr, reports: Object.fromEntries(REPORTS.map((file) => [file, read(file)])) };
};

describe('names of pupils', () => {
  it('stand in no report, whatever tells them', async () => {
    write('Jory Penhallow.ndjson', POSTS.map((post) => JSON.stringify(post)).join('\n'));
    const { reports, stderr } = await audit('Jory Penhallow.ndjson');
    for (const file of REPORTS) expect(reports[file]).not.toMatch(NAMES);
    expect(stderr).not.toMatch(NAMES);
    for (const shown of [
      'Concert: solo by J•••',
      'Recital (O•••)',
      'https://oakfield.example/gallery/j•••-p•••',
      'Q•••’s birthday',
      'j•••.p•••@oakfield.example',
    ]) {
      expect(reports['a.csv']).toContain(shown);
    }
    expect(reports['a.ndjson']).toContain('"source":"J••• P•••’s iPad"');
  });

  it('are read by whoever says so', async () => {
    const { reports } = await audit('Jory Penhallow.ndjson', ['--reveal']);
    expect(reports['a.csv']).toContain('Concert: solo by Jory Penhallow');
  });

  it('stand in nothing that is said of the account', async () => {
    const website = 'https://x.example/jory-penhallow';
    const bio = 'News of Oakfield. Well done Quillon Marsden!';
    const made = makeArchive({
      tweets: [tweet('Sports day', Date.UTC(2026, 9, 12, 10))],
      data: {
        'profile.js': `window.YTD.profile.part0 = ${JSON.stringify([
          { profile: { description: { bio, location: 'Rufus Tattersall’s house', website } } },
        ])}`,
      },
    });
    for (const [file, text] of Object.entries(made)) write(path.join('arch', file), text);
    const { reports } = await audit('arch');
    for (const file of REPORTS) expect(reports[file]).not.toMatch(NAMES);
    expect(reports['a.json']).toContain('"bio": "News of Oakfield. Well done Q•••!"');
  });
});
