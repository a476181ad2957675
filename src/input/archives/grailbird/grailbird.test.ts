import { describe, expect, it } from 'vitest';
import { filesOf, headIn, readArchive } from '../../../../test/support/archive-files.ts';
import { idAt } from '../../../../test/support/make-archive.ts';
import { findFormat } from '../index.ts';
import { grailbird } from './grailbird.ts';

const NAME = 'old.zip';
const AT = Date.UTC(2014, 9, 31, 11, 42, 57);
const ID = idAt(AT);

const record = (text: string, more: object = {}) => ({
  source: '<a href="https://desk.example" rel="nofollow">Desk Planner</a>',
  entities: { user_mentions: [], media: [], hashtags: [], urls: [] },
  geo: {},
  id_str: ID,
  text,
  id: Number(ID),
  created_at: '2014-10-31 11:42:57 +0000',
  user: { name: 'Oakfield Primary', screen_name: 'OakfieldPrimary', id: 7, id_str: '7' },
  ...more,
});

const month = (name: string, records: readonly object[]): string =>
  `Grailbird.data.tweets_${name} = \n ${JSON.stringify(records, null, 2).replace(/^\[\s+/u, '[ ')}`;

const user =
  'var user_details =  {\n  "screen_name" : "OakfieldPrimary",\n  "location" : "Hexley",\n  "full_name" : "Oakfield Primary",\n  "bio" : "News",\n  "id" : "7",\n  "created_at" : "2011-09-02 09:00:00 +0000"\n}';

const HEADER =
  '"tweet_id","in_reply_to_status_id","in_reply_to_user_id","timestamp","source","text","retweeted_status_id","retweeted_status_user_id","retweeted_status_timestamp","expanded_urls"';

const row = (...cells: readonly string[]): string =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

const SOURCE = '<a href="https://desk.example" rel="nofollow">Desk Planner</a>';
const table = `${HEADER}\n${[
  row(
    ID,
    '',
    '',
    '2014-10-31 11:42:57 +0000',
    SOURCE,
    'Sow &amp;\ngrow http://t.co/a1 http://t.co/pp',
    '',
    '',
    '',
    'https://oakfield.example/a,b,https://twitter.com/OakfieldPrimary/status/1/photo/1',
  ),
  row('1700000000', '20', '9', '2009-05-05 00:00:00 +0000', 'web', '@hexley Yes', '', '', '', ''),
  row(
    ID,
    '',
    '',
    '2014-10-31 11:42:57 +0000',
    SOURCE,
    'RT @HexleyLibrary: "Hi"',
    '5',
    '9',
    '2014-10-30 11:42:57 +0000',
    '',
  ),
].join('\n')}\n`;

const instant = (epochMs: number) => ({ kind: 'instant', epochMs });

describe('an old X archive', () => {
  const contents = {
    'old/data/js/tweets/2014_11.js': month('2014_11', [record('Second')]),
    'old/data/js/tweets/2014_10.js': month('2014_10', [
      record('Sow &amp; grow http://t.co/a1', {
        entities: {
          urls: [
            {
              url: 'http://t.co/a1',
              expanded_url: 'https://oakfield.example',
              indices: [15, 29],
            },
          ],
        },
        in_reply_to_status_id_str: idAt(AT - 60_000),
        in_reply_to_status_id: Number(idAt(AT - 60_000)),
        in_reply_to_user_id_str: '7',
      }),
      record('RT @HexleyLibrary: Story time and then som…', {
        retweeted_status: record('Story time and then some &amp; more', {
          user: { screen_name: 'HexleyLibrary' },
        }),
      }),
    ]),
    'old/data/js/user_details.js': user,
    'old/data/js/payload_details.js': 'var payload_details = { nobody reads this',
    'old/tweets.csv': table,
  };

  it('is read by its months, the table left alone', async () => {
    const files = filesOf(contents, NAME, 4000);
    expect(await findFormat(files)).toBe(grailbird);
    const { account, problems, records } = await readArchive(grailbird, files);
    expect(problems).toEqual([]);
    expect(account).toEqual({
      file: NAME,
      format: 'old X archive',
      profile: {
        handle: 'OakfieldPrimary',
        displayName: 'Oakfield Primary',
        bio: 'News',
        location: 'Hexley',
        createdMs: Date.UTC(2011, 8, 2, 9),
      },
    });
    const file = `${NAME}/old/data/js/tweets/2014_10.js`;
    const url = `https://x.com/OakfieldPrimary/status/${ID}`;
    const rest = { id: ID, at: instant(AT), media: [], source: 'Desk Planner' };
    expect(records).toEqual([
      {
        post: {
          ...rest,
          text: 'Sow & grow https://oakfield.example',
          origin: { file, line: 2, record: 1 },
          published: {
            kind: 'own',
            url,
            replyToId: idAt(AT - 60_000),
            answeredMs: AT - 60_000,
            continuesOwn: true,
          },
        },
      },
      {
        post: {
          ...rest,
          text: 'Story time and then some & more',
          origin: expect.objectContaining({ file, record: 2 }) as unknown,
          published: { kind: 'repost', by: 'HexleyLibrary', url },
        },
      },
      {
        post: {
          ...rest,
          text: 'Second',
          origin: { file: file.replace('_10', '_11'), line: 2, record: 1 },
          published: { kind: 'own', url },
        },
      },
    ]);
  });

  it('may be its table alone, whatever that is called', async () => {
    const files = filesOf({ 'posts of ours.csv': table }, NAME, 100);
    expect(await grailbird.recognises(files, headIn(files))).toBe(true);
    const { records } = await readArchive(grailbird, files);
    const file = `${NAME}/posts of ours.csv`;
    expect(records).toEqual([
      {
        post: {
          id: ID,
          text: 'Sow &\ngrow https://oakfield.example/a,b',
          origin: { file, line: 2, record: 1 },
          at: instant(AT),
          media: [],
          source: 'Desk Planner',
          published: { kind: 'own', url: `https://x.com/i/status/${ID}` },
        },
      },
      {
        post: {
          id: '1700000000',
          text: '@hexley Yes',
          origin: { file, line: 4, record: 2 },
          at: { kind: 'unscheduled' },
          media: [],
          replyTo: 'hexley',
          source: 'web',
          published: { kind: 'own', url: 'https://x.com/i/status/1700000000', replyToId: '20' },
        },
      },
      {
        post: {
          id: ID,
          text: '"Hi"',
          origin: { file, line: 5, record: 3 },
          at: instant(AT),
          media: [],
          source: 'Desk Planner',
          published: {
            kind: 'repost',
            by: 'HexleyLibrary',
            url: `https://x.com/i/status/${ID}`,
          },
        },
      },
      {
        notice: {
          kind: 'archive',
          file,
          message:
            '1 post of before November 2010 came without the time of day: no rule about times judges it',
        },
      },
    ]);
  });

  it('names a row that is cut', async () => {
    const files = filesOf({ 'tweets.csv': `${HEADER}\n"1","",""\n` }, 'tweets.csv');
    const { records } = await readArchive(grailbird, files);
    expect(records).toEqual([
      {
        unread: {
          file: 'tweets.csv',
          line: 2,
          message:
            'record 1 could not be read: this row has fewer cells than the table has headings',
        },
      },
    ]);
  });
});
