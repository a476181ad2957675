import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Post } from '../../core/post.ts';
import { readPosts } from '../index.ts';
import type { Recognised } from '../reading.ts';

/** Everything that a file of `fixtures/queues` gives, its posts without the file’s name. */
const read = async (file: string, format?: string) => {
  const told: Recognised[] = [];
  const text = readFileSync(new URL(`../../../fixtures/queues/${file}`, import.meta.url), 'utf8');
  const { value, problems, notices, unread } = await readPosts(text, file, {
    timezone: 'Europe/London',
    tell: (recognised) => told.push(recognised),
    ...(format !== undefined && { format }),
  });
  expect([...value.map(({ origin }) => origin), ...problems, ...notices]).toEqual(
    [...value, ...problems, ...notices].map(() => expect.objectContaining({ file }) as unknown),
  );
  return {
    as: told.map((one) => one.format),
    posts: value.map(({ origin, ...post }) => ({
      ...post,
      id: post.id.replace(file, ''),
      ...(post.thread !== undefined && { thread: post.thread.replace(file, '') }),
      line: origin.line,
      record: origin.record,
    })),
    problems: problems.map(({ line, column, message }) => `${line}:${column} ${message}`),
    notices: notices.map(({ kind, line, column }) => `${line}:${column} ${kind}`),
    unread,
  };
};

const at = (time: string): Post['at'] => ({ kind: 'instant', epochMs: Date.parse(time) });
const open: Post['at'] = { kind: 'unscheduled' };
const fine = { problems: [], notices: [], unread: 0 };

describe('queues of schedulers', () => {
  it('Postiz: says where the words and the time stand, under its own keys', async () => {
    const text = readFileSync(
      new URL('../../../fixtures/queues/postiz.json', import.meta.url),
      'utf8',
    );
    const { value } = await readPosts(text, 'postiz.json', { timezone: 'Europe/London' });
    const lines = text.split('\n');
    const shown = value.slice(0, 2).map(({ origin: { cells } }) =>
      Object.entries(cells!).map(([of, { line, column, name }]) => {
        const key = lines[line - 1]!.slice(0, column - 1).trim();
        return `${of} ${name} ${key}`;
      }),
    );
    expect(shown).toEqual([
      ['text content "content":', 'at date "date":', 'media image '],
      ['text content { "id": "a2", "content":', 'at date "date":'],
    ]);
  });

  it('Postiz: a channel’s words are a thread, HTML or not', async () => {
    const monday = { at: at('2026-11-23T08:30Z'), record: 1 };
    expect(await read('postiz.json')).toEqual({
      as: ['Postiz'],
      posts: [
        {
          ...monday,
          id: '#1.1',
          text: 'Science week starts today & Year 4 have rockets!\n\nCome and see at 3 pm.',
          media: [
            { file: 'https://media.oakfield.example/rockets.jpg', alt: 'Paper rockets' },
            { file: 'https://media.oakfield.example/hall.jpg' },
          ],
          networks: ['x'],
          thread: '#1.1',
          line: 14,
        },
        {
          ...monday,
          id: '#1.2',
          text: 'Bring a coat.\nIt is cold on the field.',
          media: [],
          networks: ['x'],
          thread: '#1.1',
          line: 20,
        },
        {
          ...monday,
          id: '#1.3',
          text: 'Science week: 2 < 3 and 1 <3 for rockets',
          media: [],
          networks: ['facebook'],
          line: 27,
        },
        {
          id: '#2',
          text: 'A draft for later',
          at: open,
          media: [],
          networks: ['linkedin'],
          line: 39,
          record: 2,
        },
        {
          id: '#3',
          text: 'Snow: school is shut',
          at: { kind: 'now' },
          media: [],
          line: 48,
          record: 3,
        },
      ],
      problems: [
        '51:33 write the date and time as 2026-11-23T17:42 or 2026-11-23T17:42:00+00:00',
        '52:111 this post has no text: “content” is missing',
        '53:3 this is no post as Postiz keeps it',
      ],
      notices: [],
      unread: 3,
    });
  });

  it('Postiz: rows of its table, in UTC, with pictures in a text and threads by their parents', async () => {
    const monday = { at: at('2026-11-23T08:30Z'), thread: '#1' };
    expect(await read('postiz-rows.json')).toEqual({
      as: ['Postiz'],
      posts: [
        {
          ...monday,
          id: '#1',
          text: 'Choir on Friday',
          media: [{ file: '/uploads/choir.jpg', alt: 'An empty stage' }],
          account: 'OakfieldPrimary',
          networks: ['x'],
          line: 7,
          record: 1,
        },
        { ...monday, id: '#2', text: 'Doors at six', media: [], line: 13, record: 2 },
        {
          id: '#3',
          text: 'Not ready',
          at: open,
          media: [],
          networks: ['bluesky'],
          line: 14,
          record: 3,
        },
        {
          id: '#4',
          text: 'Sports day',
          at: at('2026-06-01T09:00Z'),
          media: [],
          line: 15,
          record: 4,
        },
      ],
      problems: ['16:116 “image” must hold a list of pictures as JSON'],
      notices: [],
      unread: 1,
    });
  });

  it('Mixpost: every version, for the accounts that have it, in the zone of its settings', async () => {
    const wednesday = { at: at('2026-07-15T07:30Z'), record: 1 };
    const own = { account: 'OakfieldPrimary', networks: ['x'], thread: '#1.2', line: 19 };
    expect(await read('mixpost.json')).toEqual({
      as: ['Mixpost'],
      posts: [
        {
          ...wednesday,
          id: '#1.1',
          text: 'Library open late\n\nUntil 5 pm',
          media: [{ file: 'library.jpg' }],
          networks: ['facebook', 'mastodon'],
          line: 16,
        },
        { ...wednesday, ...own, id: '#1.2', text: 'Library until 5', media: [{}] },
        { ...wednesday, ...own, id: '#1.3', text: 'Bring a card', media: [] },
        {
          id: '#3',
          text: 'From the database',
          at: at('2026-07-15T07:30Z'),
          media: [],
          line: 25,
          record: 3,
        },
        {
          id: '#4',
          text: 'Clocks change tonight',
          at: at('2026-10-25T00:30Z'),
          media: [],
          line: 26,
          record: 4,
        },
        {
          id: '#5',
          text: 'It was light',
          at: at('2026-03-29T01:30Z'),
          media: [],
          line: 27,
          record: 5,
        },
      ],
      problems: ['24:128 this post is empty: write its text'],
      notices: ['26:181 clock-change', '27:172 clock-change'],
      unread: 1,
    });
  });

  it('Typefully: four line breaks part a thread, and a free slot is no time yet', async () => {
    const monday = { at: at('2026-11-23T08:30Z'), media: [], thread: '#1.1', line: 2, record: 1 };
    const later = { at: open, media: [] };
    expect(await read('typefully-v1.json')).toEqual({
      ...fine,
      as: ['Typefully'],
      posts: [
        { ...monday, id: '#1.1', text: 'Book week is here' },
        { ...monday, id: '#1.2', text: 'On Thursday come as a book' },
        { ...later, id: '#2', text: 'Second', line: 3, record: 2 },
        { ...later, id: '#3', text: 'Third\n\nwith a gap', line: 4, record: 3 },
      ],
    });
  });

  it('Typefully: the second version has posts for each platform that is switched on', async () => {
    const monday = { at: at('2026-11-23T08:30Z'), record: 1 };
    const onX = { ...monday, networks: ['x'], thread: '#1.1', line: 5 };
    expect(await read('typefully-v2.json')).toEqual({
      ...fine,
      as: ['Typefully'],
      posts: [
        { ...onX, id: '#1.1', text: 'Bulbs are in', media: [{}] },
        { ...onX, id: '#1.2', text: 'More in spring', media: [] },
        {
          ...monday,
          id: '#1.3',
          text: 'Bulbs are in',
          media: [],
          networks: ['mastodon'],
          line: 7,
        },
      ],
    });
  });

  it('X Ads: texts without the marks that X escapes', async () => {
    expect(await read('x-ads.json')).toEqual({
      ...fine,
      as: ['X Ads'],
      posts: [
        {
          id: '#1',
          text: 'Fish & chips on Friday',
          at: at('2026-11-20T11:00Z'),
          media: [{}],
          networks: ['x'],
          line: 8,
          record: 1,
        },
        {
          id: '#2',
          text: 'Open evening',
          at: open,
          media: [],
          networks: ['x'],
          line: 16,
          record: 2,
        },
      ],
    });
  });

  it('Metricool: its own zone for each post, alt texts by their order, a comment as a reply', async () => {
    const monday = {
      at: at('2026-01-05T14:30Z'),
      networks: ['x', 'facebook'],
      thread: '#1.1',
      record: 1,
    };
    const later = { media: [] };
    expect(await read('metricool.json')).toEqual({
      as: ['Metricool'],
      posts: [
        {
          ...monday,
          id: '#1.1',
          text: 'Back to school',
          media: [
            { file: 'https://media.oakfield.example/gate.jpg', alt: 'The school gate' },
            { file: 'https://media.oakfield.example/hall.jpg' },
          ],
          line: 4,
        },
        { ...monday, id: '#1.2', text: 'Term dates are on our site', media: [], line: 5 },
        { ...later, id: '#3', text: 'No zone', at: at('2026-07-06T14:30Z'), line: 16, record: 3 },
        { ...later, id: '#4', text: 'A draft', at: open, line: 17, record: 4 },
        { ...later, id: '#5', text: 'An offset', at: at('2026-07-06T15:30Z'), line: 18, record: 5 },
      ],
      problems: ['12:73 this time zone is unknown: write its name, such as Europe/London'],
      notices: [],
      unread: 1,
    });
  });

  it('cut short: the posts that are complete, and where it ends', async () => {
    const { posts, problems, unread } = await read('truncated.json');
    expect({ ids: posts.map(({ id }) => id), problems, unread }).toEqual({
      ids: ['#1.1', '#1.2'],
      problems: [
        '12:73 this time zone is unknown: write its name, such as Europe/London',
        '16:96 the text ends too early: a value is missing (only the posts before this were read)',
      ],
      unread: 2,
    });
  });

  it('of another kind: one problem that says what it is', async () => {
    const kinds: readonly [string, string][] = [
      ['wrong-package.json', 'the description of a package: '],
      ['wrong-archive.json', 'part of an X archive: judge it with policy-lint audit, or '],
    ];
    const instead =
      'give a list of posts, or a queue of Postiz, Mixpost, Typefully, X Ads or Metricool';
    for (const [file, what] of kinds) {
      expect(await read(file)).toEqual({
        ...fine,
        as: [],
        posts: [],
        problems: [`1:1 this is ${what}${instead}`],
        unread: 1,
      });
    }
  });

  it('read as what they are said to be', async () => {
    expect(await read('x-ads.json', 'metricool-json')).toEqual(
      expect.objectContaining({ as: ['Metricool'], unread: 0 }),
    );
    const { as, problems } = await read('wrong-package.json', 'postiz');
    expect({ as, problems }).toEqual({
      as: ['Postiz'],
      problems: ['1:1 this post has no text: “content” is missing'],
    });
  });
});
