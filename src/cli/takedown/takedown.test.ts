import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idAt, makeArchive, tweet } from '../../../test/support/make-archive.ts';
import { noTerminal } from '../../../test/support/no-terminal.ts';
import { run } from '../run.ts';

const NOW = Date.UTC(2026, 10, 23, 9);

const POSTS = [
  { id: '1', text: 'Well done Josh, a better lesson today', url: 'https://x.com/o/status/1' },
  { id: '2', text: 'Our bulbs are out. Will they last? We hope so.' },
  { id: '3', text: 'Joshua Okonkwo won the spelling bee!', url: 'https://x.com/o/status/3' },
  { id: '4', text: 'Zainab and Erin read to the nursery.' },
  {
    id: '5',
    text: 'Science week',
    media: [{ file: 'p.jpg', people: [{ name: 'J. Okonkwo', child: true }] }],
  },
  { id: '6', text: 'A great week #WellDoneJoshOkonkwo', deleted: true },
].map(({ url, deleted, ...post }, index) =>
  JSON.stringify({
    ...post,
    at: `2026-10-0${index + 1}T10:00:00Z`,
    published: {
      kind: 'own',
      ...(url && { url }),
      ...(deleted && { deleted: '2026-10-09T10:00:00Z' }),
    },
  }),
);

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
  write('posts.ndjson', `${POSTS.join('\n')}\n`);
});
afterEach(() => rmSync(cwd, { recursive: true }));

const write = (file: string, text: string): void => writeFileSync(path.join(cwd, file), text);

const takedown = (argv: readonly string[], answer?: string) =>
  run(['takedown', ...argv], {
    ...noTerminal(cwd, NOW),
    ...(answer !== undefined && { ask: () => Promise.resolve(answer) }),
  });

interface Told {
  readonly posts: readonly { readonly id: string; readonly how: string; readonly text: string }[];
}

describe('withdrawn consent', () => {
  it('finds posts that name or picture the pupil, the surest first, and repeats no name', async () => {
    const { stdout, exitCode } = await takedown(
      ['posts.ndjson', '--pupil', '--format', 'json'],
      'Joshua Okonkwo',
    );
    const { posts } = JSON.parse(stdout) as Told;
    expect(posts.map(({ id, how }) => `${id} ${how}`)).toEqual([
      '3 full',
      '5 picture',
      '1 one',
      '6 full',
    ]);
    expect(stdout).not.toMatch(/Josh|Okonkwo/u);
    expect(exitCode).toBe(1);
  });

  it('tells people what to open and how sure it is', async () => {
    const { stdout } = await takedown(['posts.ndjson', '--pupil'], 'Joshua Okonkwo');
    expect(stdout).toBe(`2026-10-03 11:00  https://x.com/o/status/3
  the whole name, in: text
  J••• O••• won the spelling bee!

2026-10-05 11:00  posts.ndjson:5 (5)
  declared in a picture, in: picture 1
  Science week

2026-10-01 11:00  https://x.com/o/status/1
  the first name or the surname alone: look whether this pupil is meant, in:
  text
  Well done J•••, a better lesson today

2026-10-06 11:00  posts.ndjson:6 (6)
  the whole name, in: text; deleted already
  A great week #W•••

2 posts to take down · 1 to look at · 1 deleted already · 6 posts read
`);
  });

  it('reads a list, and a roster of it, which say the same', async () => {
    write('withdrawn.csv', 'Forename,Surname\nErin,Vale\n');
    write('key', 'plk1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n');
    const argv = ['withdrawn.csv', '-o', 'withdrawn.roster', '--key-file', 'key'];
    await run(['roster', 'build', ...argv], noTerminal(cwd, NOW));
    const list = await takedown(['posts.ndjson', '--list', 'withdrawn.csv']);
    const roster = await takedown([
      'posts.ndjson',
      '--list',
      'withdrawn.roster',
      '--key-file',
      'key',
    ]);
    expect(list.stdout).toContain('1 to look at');
    expect(roster).toEqual(list);
  });

  it('ends with 0 where nobody is named', async () => {
    const { stdout, exitCode } = await takedown(['posts.ndjson', '--pupil'], 'Ottilie Quaye');
    expect(stdout).toBe('0 posts to take down · 6 posts read\n');
    expect(exitCode).toBe(0);
  });

  it.each([
    [
      ['posts.ndjson', '--pupil', 'Joshua Okonkwo'],
      'name nobody on the command line, which the shell keeps: write --pupil alone and you are asked',
    ],
    [['posts.ndjson', '--pupil'], 'there is no terminal to ask on: use --list'],
    [['posts.ndjson'], 'say whom to look for: --pupil asks, --list reads'],
    [['--list', 'gone.csv'], 'name the archive to look through'],
  ])('refuses %j', async (argv, message) => {
    const { stdout, stderr, exitCode } = await takedown(argv);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('Okonkwo');
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });

  it('finds what an edit replaced, what signs glue together and what the account says of itself', async () => {
    const ms = (minute: number): number => Date.UTC(2025, 9, 6, 9, minute);
    const [first, second] = [idAt(ms(0)), idAt(ms(5))];
    const control = { editTweetIds: [first, second] };
    const tweets = [
      tweet('Well done Joshua Okonkwo', ms(0), {
        edit_info: { initial: { ...control, editsRemaining: '4' } },
      }),
      tweet('Well done', ms(5), {
        edit_info: { edit: { initialTweetId: first, editControlInitial: control } },
      }),
      tweet('See https://oakfield.example/gallery/joshua-okonkwo.html', ms(10)),
      tweet('Ask joshua.okonkwo@oakfield.example', ms(15)),
    ];
    const profile = { description: { bio: 'Joshua Okonkwo writes', location: 'Hexley' } };
    const data = { 'profile.js': `window.YTD.profile.part0 = ${JSON.stringify([{ profile }])}` };
    mkdirSync(path.join(cwd, 'arch', 'data'), { recursive: true });
    for (const [file, text] of Object.entries(makeArchive({ tweets, data })))
      if (/(?:tweets|profile|account|manifest)\.js$/u.test(file))
        write(path.join('arch', file), text);
    const { stdout } = await takedown(['arch', '--pupil'], 'Joshua Okonkwo');
    expect(stdout).toBe(`The account itself
  the whole name, in: description of the account
  J••• O••• writes

2025-10-06 10:00  https://x.com/OakfieldPrimary/status/${first}
  the whole name, in: text; an earlier version of this post, which the network
  still shows
  Well done J••• O•••

2025-10-06 10:10  https://x.com/OakfieldPrimary/status/${idAt(ms(10))}
  the whole name, in: text
  See https://oakfield.example/gallery/j•••-o•••.html

2025-10-06 10:15  https://x.com/OakfieldPrimary/status/${idAt(ms(15))}
  the whole name, in: text
  Ask j•••.o•••@oakfield.example

3 posts to take down · the account itself to look at · 3 posts read · 1 earlier
version read
`);
  });

  it('takes an archive that stands behind --pupil for what it is', async () => {
    const { exitCode } = await takedown(['--pupil', 'posts.ndjson'], 'Joshua Okonkwo');
    expect(exitCode).toBe(1);
  });
});
