import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { idAt, makeArchive, tweet, ytd } from '../../../test/support/make-archive.ts';
import { noTerminal } from '../../../test/support/no-terminal.ts';
import { run } from '../run.ts';

const NOW = Date.UTC(2026, 0, 7, 9);
const REPORTS = ['audit.html', 'audit.csv', 'audit.json', 'audit.txt', 'audit.ndjson'] as const;

const at = (day: string): number => Date.parse(`${day}:00Z`);
const editIds = [idAt(at('2025-11-04T12:00')), idAt(at('2025-11-04T12:09'))];
const initial = {
  editTweetIds: editIds,
  editableUntil: '2025-11-04T13:00:00.000Z',
  editsRemaining: '4',
  isEditEligible: true,
};
const first = { edit_info: { initial } };
const second = {
  edit_info: { edit: { initialTweetId: editIds[0], editControlInitial: initial } },
};

/** Posts of the period, of the one before and of neither; edited, liked, passed on, and one that is none. */
const ARCHIVE = makeArchive({
  exportedMs: NOW,
  isPartial: true,
  tweets: [
    tweet('Well done Priya Nandakumar, reader of the week', at('2025-07-01T10:00')),
    tweet('The sun is out.', at('2025-08-12T10:00')),
    tweet('Well done Josh Okonkwo, who found the tap', at('2025-09-18T22:00')),
    tweet('Well done Josh Okonkwo', at('2025-11-04T12:00'), first),
    tweet('Well done to all who looked for the tap', at('2025-11-04T12:09'), second),
    tweet('RT @HexleyLibrary: Story time is at four', at('2025-11-05T21:00')),
    tweet('School is closed today because of snow.', at('2025-11-19T06:45')),
    { id_str: '12' },
  ],
  data: {
    'like.js': ytd('like', [{ like: { tweetId: '1', fullText: 'A heron', expandedUrl: '' } }]),
    'tweets-part1.js': ytd('tweets', [{ nothing: true }], 1),
  },
});

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
  for (const [name, text] of Object.entries(ARCHIVE)) {
    const file = path.join(cwd, 'archive', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  writeFileSync(
    path.join(cwd, 'policy-lint.yaml'),
    `terms:
  - { name: summer, from: 2025-04-22, to: 2025-07-22 }
  - { name: autumn, from: 2025-09-03, to: 2025-12-19 }
calendar: [diary.ics]
`,
  );
  writeFileSync(
    path.join(cwd, 'diary.ics'),
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Term ends\r\nDTSTART;VALUE=DATE:20270721\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  );
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** Each report, and what is printed. */
const reports = async (...argv: readonly string[]) => {
  const asked = REPORTS.flatMap((file) => ['--report', file]);
  const { stdout, exitCode } = await run(
    [...argv, '--term', 'autumn', ...asked],
    noTerminal(cwd, NOW),
  );
  const read = (file: string): string => readFileSync(path.join(cwd, file), 'utf8');
  const files: Readonly<Record<string, string>> = Object.fromEntries(
    REPORTS.map((file) => [file, read(file)]),
  );
  return { exitCode, stdout, files };
};

it('is made again, the same to the byte, of the lines that an audit wrote', async () => {
  const audit = await reports('audit', 'archive');
  const lines = audit.files['audit.ndjson']!;
  const { sums } = JSON.parse(audit.files['audit.json']!) as { readonly sums: object };
  expect(sums).toEqual({
    read: 9,
    own: 3,
    reposts: 1,
    likes: 0,
    before: 1,
    outside: 1,
    skipped: { replaced: 1 },
    unread: 2,
  });
  writeFileSync(path.join(cwd, 'lines.ndjson'), lines);
  const again = await reports('report', 'lines.ndjson', '--archive', 'archive');
  const inOrder = (all: typeof audit) => ({
    ...all,
    files: { ...all.files, 'audit.ndjson': all.files['audit.ndjson']?.split('\n').sort() },
  });
  expect(inOrder(again)).toEqual(inOrder(audit));
});

it('is not made of other days than the lines hold', async () => {
  const argv = ['report', 'lines.ndjson', '--term', 'summer'];
  const { stderr, exitCode } = await run(argv, noTerminal(cwd, NOW));
  expect(exitCode).toBe(2);
  expect(stderr).toContain(
    '--term: a part holds the posts of 2025-09-03 to 2025-12-19 alone: report the same days, or judge all posts again\n',
  );
});
