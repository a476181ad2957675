import { describe, expect, it } from 'vitest';
import {
  filesOf,
  headIn,
  readArchive,
  readFileAs,
} from '../../../../test/support/archive-files.ts';
import { xApi } from './x-api.ts';

const user = {
  id_str: '77',
  screen_name: 'OakfieldPrimary',
  name: 'Oakfield Primary',
  description: 'News of our school',
  url: 'https://t.co/aaa',
  entities: { url: { urls: [{ expanded_url: 'https://oakfield.example' }] } },
  protected: false,
  created_at: 'Tue Mar 03 09:00:00 +0000 2015',
};

const v1 = (rest: object) => ({
  created_at: 'Wed Oct 10 20:19:24 +0000 2018',
  id: 1050118621198921728,
  id_str: '1050118621198921728',
  full_text: 'Bulbs',
  source: '<a href="https://hexley.example" rel="nofollow">Hexley &amp; Co</a>',
  user,
  ...rest,
});

const published = {
  kind: 'own',
  url: 'https://x.com/OakfieldPrimary/status/1050118621198921728',
  visibility: 'public',
};

const post = {
  id: '1050118621198921728',
  text: 'Bulbs',
  origin: { file: 'tweets.jsonl', line: 1, record: 1 },
  at: { kind: 'instant', epochMs: Date.UTC(2018, 9, 10, 20, 19, 24) },
  media: [],
  source: 'Hexley & Co',
  published,
};

const read = async (...lines: readonly unknown[]) =>
  (
    await readFileAs(
      xApi,
      lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
      'tweets.jsonl',
    )
  ).records;

describe('posts of API v1.1', () => {
  it('are read a line each, with what their author says of the account', async () => {
    const { account, problems, records } = await readFileAs(
      xApi,
      `${JSON.stringify(v1({}))}\n`,
      'tweets.jsonl',
    );
    expect({ account, problems, records }).toEqual({
      account: {
        file: 'tweets.jsonl',
        format: 'posts from the X API',
        profile: {
          handle: 'OakfieldPrimary',
          displayName: 'Oakfield Primary',
          bio: 'News of our school',
          website: 'https://oakfield.example',
          isProtected: false,
          createdMs: Date.UTC(2015, 2, 3, 9),
        },
      },
      problems: [],
      records: [{ post }],
    });
  });

  it('show the words as they were typed, with whole links and without those of pictures', async () => {
    const written = v1({
      full_text: 'Fish &amp; chips 🐟 &lt;3 https://t.co/abc https://t.co/pic',
      entities: {
        urls: [{ url: 'https://t.co/abc', expanded_url: 'https://oakfield.example/menu?a&b' }],
        media: [{ url: 'https://t.co/pic', media_url_https: 'https://pbs.example/1.jpg' }],
      },
      extended_entities: {
        media: [
          { url: 'https://t.co/pic', media_url_https: 'https://pbs.example/1.jpg' },
          {
            url: 'https://t.co/pic',
            media_url_https: 'https://pbs.example/2.jpg',
            ext_alt_text: 'Two plates',
          },
        ],
      },
    });
    expect(await read(written)).toEqual([
      {
        post: {
          ...post,
          text: 'Fish & chips 🐟 <3 https://oakfield.example/menu?a&b',
          media: [
            { file: 'https://pbs.example/1.jpg' },
            { file: 'https://pbs.example/2.jpg', alt: 'Two plates' },
          ],
        },
      },
    ]);
  });

  it('keep the whole of long ones, and say when only the beginning is there', async () => {
    const long = v1({
      full_text: undefined,
      text: 'Bul…',
      truncated: true,
      extended_tweet: { full_text: 'Bulbs for everybody' },
    });
    const cut = v1({ full_text: undefined, text: 'Bul…', truncated: true, id_str: '9' });
    expect(await read(long, cut)).toEqual([
      { post: { ...post, text: 'Bulbs for everybody' } },
      {
        post: {
          ...post,
          id: '9',
          text: 'Bul…',
          origin: { file: 'tweets.jsonl', line: 2, record: 2 },
          published: {
            ...published,
            isCut: true,
            url: 'https://x.com/OakfieldPrimary/status/9',
          },
        },
      },
    ]);
  });

  it('tell whose words a retweet holds', async () => {
    const retweet = v1({
      full_text: 'RT @Hexley: We love bul…',
      retweeted_status: v1({
        id_str: '5',
        full_text: 'We love bulbs &amp; seeds',
        user: { screen_name: 'Hexley' },
        in_reply_to_status_id_str: '4',
      }),
    });
    const old = v1({ id_str: '2', full_text: 'RT @Hexley: We love bul…' });
    expect(await read(retweet, old)).toEqual([
      {
        post: {
          ...post,
          text: 'We love bulbs & seeds',
          published: { ...published, kind: 'repost', by: 'Hexley' },
        },
      },
      {
        post: {
          ...post,
          id: '2',
          text: 'We love bul…',
          origin: { file: 'tweets.jsonl', line: 2, record: 2 },
          published: {
            kind: 'repost',
            by: 'Hexley',
            isCut: true,
            url: 'https://x.com/OakfieldPrimary/status/2',
            visibility: 'public',
          },
        },
      },
    ]);
  });

  it('tell what they answer, and when that went out', async () => {
    const answer = v1({
      in_reply_to_status_id: 1050118621198921700,
      in_reply_to_status_id_str: '1050118621198921700',
      in_reply_to_user_id_str: '5',
      in_reply_to_screen_name: 'Hexley',
    });
    const own = v1({
      id_str: '1050118621198921729',
      in_reply_to_status_id_str: '1050118621198921728',
      in_reply_to_user_id_str: '77',
      in_reply_to_screen_name: 'OakfieldPrimary',
    });
    const answeredMs = 1_539_202_764_211;
    expect(await read(answer, own)).toEqual([
      {
        post: {
          ...post,
          replyTo: 'Hexley',
          published: { ...published, replyToId: '1050118621198921700', answeredMs },
        },
      },
      {
        post: {
          ...post,
          id: '1050118621198921729',
          origin: { file: 'tweets.jsonl', line: 2, record: 2 },
          published: {
            ...published,
            url: 'https://x.com/OakfieldPrimary/status/1050118621198921729',
            replyToId: '1050118621198921728',
            answeredMs,
            continuesOwn: true,
          },
        },
      },
    ]);
  });

  it('are found in lists and under “statuses”, with their lines', async () => {
    const list = JSON.stringify([v1({}), v1({ id_str: '9' })], null, 1);
    const lineOf = (id: string, text: string) =>
      text.slice(0, text.indexOf(`"id_str": "${id}"`)).split('\n').length - 3;
    for (const text of [list, `{"statuses":\n${list}}`]) {
      const { records } = await readFileAs(xApi, text, 'tweets.json');
      const first = lineOf('1050118621198921728', text);
      expect(records.map((one) => ('post' in one ? one.post.origin : one))).toEqual([
        { file: 'tweets.json', line: first, record: 1 },
        { file: 'tweets.json', line: lineOf('9', text), record: 2 },
      ]);
    }
  });
});

describe('posts of API v2', () => {
  const page = {
    data: [
      {
        id: '1275828087666679809',
        author_id: '77',
        created_at: '2020-06-24T16:28:14.000Z',
        text: 'Sports day &amp; picnic https://t.co/pic',
        entities: {
          urls: [{ url: 'https://t.co/pic', display_url: 'pic.twitter.com/pic', media_key: '3_1' }],
        },
        attachments: { media_keys: ['3_1'], poll_ids: ['8'] },
        referenced_tweets: [{ type: 'replied_to', id: '1275827087666679809' }],
        in_reply_to_user_id: '5',
        edit_history_tweet_ids: ['1275828087666679808', '1275828087666679809'],
        community_id: '4',
      },
      {
        id: '1275828087666679810',
        author_id: '77',
        text: 'RT @Hexley: A long',
        referenced_tweets: [{ type: 'retweeted', id: '6' }],
      },
      {
        id: '1275828087666679811',
        author_id: '77',
        text: 'Long…',
        note_tweet: { text: 'Long & wide' },
      },
    ],
    includes: {
      users: [
        { id: '77', username: 'OakfieldPrimary', name: 'Oakfield', protected: true },
        { id: '5', username: 'Hexley' },
      ],
      media: [
        {
          media_key: '3_1',
          type: 'photo',
          url: 'https://pbs.example/3.jpg',
          alt_text: 'Sack race',
        },
      ],
      tweets: [{ id: '6', author_id: '5', text: 'A long tale' }],
      polls: [{ id: '8', options: [{ label: 'Rain' }, { label: 'Sun' }] }],
    },
    meta: { result_count: 3 },
  };
  const origin = { file: 'tweets.jsonl', line: 1, record: 1 };
  const url = 'https://x.com/OakfieldPrimary/status/';
  const posts = [
    {
      id: '1275828087666679809',
      text: 'Sports day & picnic\nRain\nSun',
      origin,
      at: { kind: 'instant', epochMs: Date.UTC(2020, 5, 24, 16, 28, 14) },
      media: [{ file: 'https://pbs.example/3.jpg', alt: 'Sack race' }],
      replyTo: 'Hexley',
      published: {
        kind: 'own',
        url: `${url}1275828087666679809`,
        replyToId: '1275827087666679809',
        answeredMs: 1_593_015_856_077,
        edits: 1,
        community: true,
        visibility: 'followers',
      },
    },
    {
      id: '1275828087666679810',
      text: 'A long tale',
      origin: { ...origin, record: 2 },
      at: { kind: 'instant', epochMs: 1_593_016_094_000 },
      media: [],
      published: {
        kind: 'repost',
        by: 'Hexley',
        url: `${url}1275828087666679810`,
        visibility: 'followers',
      },
    },
    {
      id: '1275828087666679811',
      text: 'Long & wide',
      origin: { ...origin, record: 3 },
      at: { kind: 'instant', epochMs: 1_593_016_094_000 },
      media: [],
      published: { kind: 'own', url: `${url}1275828087666679811`, visibility: 'followers' },
    },
  ];

  it('are read with what stands beside them, a page a line', async () => {
    const { account, records } = await readFileAs(xApi, JSON.stringify(page), 'tweets.jsonl');
    expect(account.profile).toEqual({
      handle: 'OakfieldPrimary',
      displayName: 'Oakfield',
      isProtected: true,
    });
    expect(records).toEqual(posts.map((one) => ({ post: one })));
  });

  it('are the same in a page that takes many lines', async () => {
    const { records } = await readFileAs(xApi, JSON.stringify(page, null, 2), 'tweets.jsonl');
    expect(records.map((one) => ('post' in one ? { ...one.post, origin } : one))).toEqual(
      posts.map((one) => ({ ...one, origin })),
    );
  });

  it('are the same once they are flattened', async () => {
    const [first] = page.data;
    const flat = {
      ...first,
      author: page.includes.users[0],
      in_reply_to_user: page.includes.users[1],
      attachments: { media: page.includes.media, poll: page.includes.polls[0] },
      __twarc: { version: '2.1.0' },
    };
    const { records } = await readFileAs(xApi, JSON.stringify(flat), 'tweets.jsonl');
    expect(records).toEqual([{ post: posts[0] }]);
  });
});

describe('what is no post', () => {
  it('may be a line without any record', async () => {
    expect(await read(v1({}), '[]', { data: [], meta: {} })).toEqual([
      { post },
      {
        unread: {
          file: 'tweets.jsonl',
          line: 2,
          message: 'record 2 could not be read: this record is no post',
        },
      },
    ]);
  });

  it('is told with its line, and costs the others nothing', async () => {
    const line = (index: number) => ({ file: 'tweets.jsonl', line: index });
    expect(
      await read(
        v1({}),
        '{"id_str": "1", "full_text": "Bul',
        '',
        { meta: { result_count: 0 } },
        '[1]',
        v1({}),
        v1({ id_str: '9', full_text: 'x'.repeat(100_001) }),
        { author_id: '5', id: '12', text: 'Seeds' },
      ),
    ).toEqual([
      { post },
      {
        unread: {
          ...line(2),
          column: 30,
          message: 'record 2 could not be read: this quotation mark is never closed',
        },
      },
      { unread: { ...line(5), message: 'record 3 could not be read: this record is no post' } },
      { skipped: 'repeated' },
      {
        unread: {
          ...line(7),
          message:
            'record 5 could not be read: this text is longer than any network takes: put one post into each record',
        },
      },
      {
        problem: {
          ...line(8),
          message:
            'record 6: this file holds posts of more than one account from here on: all of them are judged as the account’s own',
        },
      },
      {
        problem: {
          ...line(8),
          message:
            'record 6: when this post went out cannot be read: no rule about times judges it',
        },
      },
      {
        post: {
          id: '12',
          text: 'Seeds',
          origin: { ...line(8), record: 6 },
          at: { kind: 'unscheduled' },
          media: [],
          published: { kind: 'own', url: 'https://x.com/i/status/12' },
        },
      },
    ]);
  });

  it('never opens what its name says is private', async () => {
    const opened: string[] = [];
    const tweets = JSON.stringify(v1({}));
    const names = ['a/tweets.jsonl', 'a/direct-messages.json', 'a/ip_audit.json', 'a/login.json'];
    const files = filesOf(Object.fromEntries(names.map((name) => [name, tweets])), 'a');
    const open = (path: string) => {
      opened.push(path);
      return files.open(path);
    };
    const { records } = await readArchive(xApi, { ...files, open });
    expect(records).toHaveLength(1);
    expect(new Set(opened)).toEqual(new Set(['a/tweets.jsonl']));
  });

  it('is not taken for tweets', async () => {
    const ours = (content: string) => {
      const files = filesOf({ 'posts.ndjson': content });
      return xApi.recognises(files, headIn(files));
    };
    expect(await ours(JSON.stringify(v1({})))).toBe(true);
    expect(await ours('{"text":"Bulbs","at":"2026-11-23T08:30"}')).toBe(false);
    expect(await ours('{"text":"Bulbs","at":"2026-11-23T08:30","author_id":"7"}')).toBe(false);
    expect(await ours('Bulbs are "author_id": 7')).toBe(false);
  });
});
