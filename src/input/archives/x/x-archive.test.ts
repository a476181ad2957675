import { describe, expect, it } from 'vitest';
import type { ArchiveContents } from '../../../../test/support/make-archive.ts';
import {
  FIRST_POST,
  idAt,
  makeArchive,
  OAKFIELD,
  tweet,
  wrapped,
  xTime,
  ytd,
} from '../../../../test/support/make-archive.ts';
import { filesOf, headIn, readArchive } from '../../../../test/support/archive-files.ts';
import type { Post } from '../../../core/post.ts';
import { ArchiveDamage } from '../files.ts';
import type { ArchiveRecord } from '../archive.ts';
import type { ArchiveFiles } from '../files.ts';
import { findFormat } from '../index.ts';
import { xArchive } from './x-archive.ts';

const NAME = 'twitter.zip';
const MINUTE = 60_000;
const at = (minutes: number): number => FIRST_POST + minutes * MINUTE;

const read = async (contents: ArchiveContents, likes = false, earlier = false) =>
  readArchive(xArchive, filesOf(contents, NAME, 5000), { likes, earlier });

const posts = (records: readonly ArchiveRecord[]): readonly Post[] =>
  records.flatMap((record) => ('post' in record ? [record.post] : []));

const others = (records: readonly ArchiveRecord[]): readonly ArchiveRecord[] =>
  records.filter((record) => !('post' in record));

/** The one post that a tweet becomes. */
const readOne = async (
  record: Readonly<Record<string, unknown>>,
  data: Readonly<Record<string, string>> = {},
): Promise<Post> => {
  const { records } = await read(makeArchive({ tweets: [record], data }));
  const [post, second] = posts(records);
  if (!post || second) throw new Error(JSON.stringify(records));
  return post;
};

describe('an X archive', () => {
  it('is known wherever it lies', async () => {
    for (const outer of ['', 'twitter-2026-07-20/']) {
      const files = filesOf(makeArchive({ outer }), NAME);
      expect(await findFormat(files)).toBe(xArchive);
    }
    const alone = filesOf({ 'saved.txt': ytd('tweets', []) });
    expect(await xArchive.recognises(alone, headIn(alone))).toBe(true);
    const other = filesOf({ 'page.js': 'window.YTD.ad_impressions.part0 = [ ]' });
    expect(await xArchive.recognises(other, headIn(other))).toBe(false);
  });

  it('tells of its account and of its posts', async () => {
    const { account, problems, records } = await read(
      makeArchive({
        tweets: [tweet('Odd socks &amp; all', at(0), { id_str: '1833052721771446272' })],
        data: {
          'follower.js': ytd('follower', [{ follower: { accountId: '5', userLink: 'x' } }]),
          'following.js': ytd('following', []),
          'connected-application.js': ytd('connected_application', [
            {
              connectedApplication: {
                name: 'Desk Planner',
                permissions: ['read', 'write'],
                approvedAt: '2024-09-01T08:00:00.000Z',
              },
            },
          ]),
        },
      }),
    );
    expect(problems).toEqual([]);
    expect(account).toEqual({
      file: NAME,
      format: 'X archive',
      profile: {
        handle: OAKFIELD.handle,
        displayName: OAKFIELD.name,
        bio: 'News from Oakfield',
        website: 'https://oakfield.example',
        location: 'Hexley',
        createdMs: Date.UTC(2013, 8, 2, 9),
      },
      followers: [{ id: '5' }],
      following: [],
      apps: [
        {
          name: 'Desk Planner',
          permissions: ['read', 'write'],
          approvedMs: Date.UTC(2024, 8, 1, 8),
        },
      ],
      exportedMs: Date.UTC(2026, 6, 20),
    });
    expect(records).toEqual([
      {
        post: {
          id: '1833052721771446272',
          text: 'Odd socks & all',
          origin: { file: `${NAME}/data/tweets.js`, line: 2, record: 1 },
          at: { kind: 'instant', epochMs: at(0) },
          media: [],
          source: 'Desk Planner',
          published: {
            kind: 'own',
            url: 'https://x.com/OakfieldPrimary/status/1833052721771446272',
          },
        },
      },
    ]);
    expect(JSON.stringify({ account, records })).not.toContain('office@');
  });

  it('is read without opening a single private file', async () => {
    const contents = makeArchive({ posts: 2, data: { 'like.js': ytd('like', []) } });
    const inside = filesOf(contents, NAME);
    const opened: string[] = [];
    const files: ArchiveFiles = {
      ...inside,
      open(path) {
        const isRead = /data\/(?:manifest|account|profile|tweets)\.js$/u.test(path);
        if (!isRead) throw new Error(`${path} was opened`);
        opened.push(path);
        return inside.open(path);
      },
    };
    const format = await findFormat(files);
    const { records } = await readArchive(format!, files);
    expect(records).toHaveLength(2);
    expect([...new Set(opened)].sort()).toEqual([
      'data/account.js',
      'data/manifest.js',
      'data/profile.js',
      'data/tweets.js',
    ]);
  });

  it('may come in parts, under its old names, bare and saved by an editor', async () => {
    const part = (text: string, minutes: number) => tweet(text, at(minutes));
    const { records } = await read({
      'data/tweet.js': `\ufeff${ytd('tweet', [part('One', 0)]).replaceAll('\n', '\r\n')};\r\n`,
      'data/tweets-part10.js': ytd('tweets', wrapped([part('Four', 3)]), 10),
      'data/tweets-part2.js': ytd('tweets', wrapped([part('Three', 2)]), 2),
      'data/tweets-part1.js': ytd('tweets', wrapped([part('Two', 1)]), 1),
    });
    expect(posts(records).map(({ text }) => text)).toEqual(['One', 'Two', 'Three', 'Four']);
  });

  it('names files that are missing and counts that disagree, and goes on', async () => {
    const made = makeArchive({ posts: 3 });
    const { 'data/profile.js': _, ...rest } = made;
    const three = rest['data/tweets.js']!;
    const { problems, records } = await read({
      ...rest,
      'data/tweets.js': three.replace(/,\n {2}\{(?:(?!,\n {2}\{)[^])*$/u, '\n]'),
    });
    expect(problems).toEqual([
      {
        file: NAME,
        message: 'data/profile.js is missing, and the archive says that it holds 1 record',
      },
    ]);
    expect(posts(records)).toHaveLength(2);
    expect(others(records)).toEqual([
      {
        problem: {
          file: `${NAME}/data/tweets.js`,
          message:
            'this file holds 2 records and the archive says 3: somebody changed it, or some are missing',
        },
      },
    ]);
  });

  it('may be one of several, with or without posts', async () => {
    const { 'data/tweets.js': _, ...rest } = makeArchive({ isPartial: true });
    expect(await findFormat(filesOf(rest, NAME))).toBe(xArchive);
    const { account, problems, records } = await read(rest);
    expect([account.isPartial, records]).toEqual([true, []]);
    expect(problems.map(({ message }) => message)).toEqual([
      'data/tweets.js is missing, and the archive says that it holds 3 records: this is one of several zips, so give all of them',
    ]);
  });

  it('tells of a manifest that is not as X writes it', async () => {
    const odd =
      'this file is not as X writes it, so nobody can tell whether all of the archive is here';
    const undated = 'when this archive was made cannot be read here';
    for (const [manifest, message] of [
      [null, odd],
      [{ userInfo: 5, dataTypes: {} }, odd],
      [{ dataTypes: { tweets: { files: 5 } } }, odd],
      [{ dataTypes: { tweets: { files: [null] } } }, odd],
      [{ archiveInfo: { generationDate: 'soon' }, dataTypes: {} }, undated],
    ] as const) {
      const data = { 'manifest.js': `window.__THAR_CONFIG = ${JSON.stringify(manifest)}` };
      const { problems, records } = await read(makeArchive({ data }));
      expect(problems).toEqual([{ file: `${NAME}/data/manifest.js`, message }]);
      expect(posts(records)).toHaveLength(3);
    }
  });

  it('says once how many followers it does not name', async () => {
    const followers = [null, { follower: 5 }, { follower: { accountId: '5' } }];
    const data = { 'follower.js': ytd('follower', followers) };
    const { account, problems } = await read(makeArchive({ data }));
    expect(account.followers).toEqual([{ id: '5' }]);
    expect(problems).toEqual([
      {
        file: `${NAME}/data/follower.js`,
        message: '2 of 3 records here name no account and were left out',
      },
    ]);
  });

  it('tells once of a file that its container does not give', async () => {
    const files = filesOf(makeArchive(), NAME);
    const message = 'this file is damaged';
    const open = (path: string) => {
      if (path.endsWith('/tweets.js')) throw new ArchiveDamage(message);
      return files.open(path);
    };
    const { records } = await readArchive(xArchive, { ...files, open });
    expect(records).toEqual([{ problem: { file: `${NAME}/data/tweets.js`, message } }]);
  });

  it('may be read without its manifest', async () => {
    const { account, problems, records } = await read(
      makeArchive({ data: { 'manifest.js': null } }),
    );
    expect([account.profile.handle, problems, posts(records).length]).toEqual([
      OAKFIELD.handle,
      [],
      3,
    ]);
  });

  it('may hold another archive, which is named and not read', async () => {
    const { records } = await read({ ...makeArchive(), ...makeArchive({ outer: 'old/' }) });
    expect(posts(records)).toHaveLength(3);
    expect(others(records)).toEqual([
      {
        problem: {
          file: `${NAME}/old/data/`,
          message:
            'this holds the posts of another archive, which were not read: give that one by itself',
        },
      },
    ]);
  });

  it('accounts for every record, a broken one too', async () => {
    const made = makeArchive({ posts: 5 });
    const text = made['data/tweets.js']!;
    const second = text.indexOf('"full_text"', text.indexOf('"full_text"') + 5);
    const broken = `${text.slice(0, second)}full_text"${text.slice(second + 11)}`;
    const { records } = await read({ ...made, 'data/tweets.js': broken });
    expect(posts(records).map(({ origin }) => origin.record)).toEqual([1, 3, 4, 5]);
    expect(others(records)).toEqual([
      {
        unread: {
          file: `${NAME}/data/tweets.js`,
          line: text.slice(0, second).split('\n').length,
          column: 7,
          message: 'record 2 could not be read: a key between quotation marks is missing here',
        },
      },
    ]);
  });
});

describe('words', () => {
  const link = (url: string, from: number, long: string) => ({
    url,
    expanded_url: long,
    display_url: 'oakfield…',
    indices: [String(from), String(from + url.length)],
  });

  it('have the links that readers follow, behind emoji and signs that are escaped', async () => {
    const text = '🌱🌱 Sow &amp; grow https://t.co/a1 and https://t.co/b2';
    const urls = [
      link('https://t.co/b2', 40, 'https://hexley.example/?a=1&amp=2'),
      link('https://t.co/a1', 19, 'https://oakfield.example/garden'),
    ];
    const post = await readOne(tweet(text, at(0), { entities: { urls } }));
    expect(post.text).toBe(
      '🌱🌱 Sow & grow https://oakfield.example/garden and https://hexley.example/?a=1&amp=2',
    );
  });

  it('are decoded once', async () => {
    const post = await readOne(tweet('&amp;lt;b&amp;gt; &lt;3 AT&T &quot;', at(0)));
    expect(post.text).toBe('&lt;b&gt; <3 AT&T &quot;');
  });

  it('keep links of which nothing is known', async () => {
    const urls = [{ url: 'https://t.co/a1', indices: ['0', '5'] }, { url: 5 }, null];
    const post = await readOne(tweet('See https://t.co/a1', at(0), { entities: { urls } }));
    expect(post.text).toBe('See https://t.co/a1');
  });

  it('of ten thousand mentions are read', async () => {
    const mentions = Array.from({ length: 10_000 }, (_, index) => `@a${index}`).join(' ');
    expect((await readOne(tweet(mentions, at(0)))).text).toBe(mentions);
  });

  it('of five million letters are no post', async () => {
    const { records } = await read(makeArchive({ tweets: [tweet('a'.repeat(5e6), at(0))] }));
    expect(records).toEqual([
      {
        unread: {
          file: `${NAME}/data/tweets.js`,
          line: 2,
          message: expect.stringMatching(/longer than any network takes/u) as string,
        },
      },
    ]);
  });
});

describe('whose words', () => {
  const kindOf = async (text: string) => {
    const { published, text: words } = await readOne(tweet(text, at(0)));
    const { kind, by, isCut } = published!;
    return { kind, by, isCut, words };
  };

  it.each([
    ['RT @HexleyLibrary: Story time at two', 'HexleyLibrary', 'Story time at two', undefined],
    ['RT @HexleyLibrary: Story time at two and then some m…', 'HexleyLibrary', undefined, true],
    ['MT @HexleyLibrary Story time', 'HexleyLibrary', 'Story time', undefined],
    ['rt @HexleyLibrary Story time', 'HexleyLibrary', 'Story time', undefined],
  ])('%s', async (text, by, words, isCut) => {
    expect(await kindOf(text)).toEqual({
      kind: 'repost',
      by,
      isCut,
      words: words ?? text.slice(text.indexOf(':') + 2),
    });
  });

  it.each(['How lovely! RT @HexleyLibrary: Story time', 'RTs welcome @HexleyLibrary', '@RT hello'])(
    'are its own: %s',
    async (text) => {
      expect(await kindOf(text)).toEqual({
        kind: 'own',
        by: undefined,
        isCut: undefined,
        words: text,
      });
    },
  );
});

describe('answers', () => {
  const answer = (more: Readonly<Record<string, unknown>>) => readOne(tweet('@a Yes', at(9), more));

  it('name whom they answer, and when that went out', async () => {
    const id = idAt(at(0));
    const { replyTo, published } = await answer({
      in_reply_to_status_id: id,
      in_reply_to_status_id_str: id,
      in_reply_to_user_id_str: '99',
      in_reply_to_screen_name: 'HexleyLibrary',
    });
    expect([replyTo, published]).toEqual([
      'HexleyLibrary',
      expect.objectContaining({ kind: 'own', replyToId: id, answeredMs: at(0) }),
    ]);
  });

  it('name an account that is gone by its number', async () => {
    const id = '20';
    const { replyTo, published } = await answer({
      in_reply_to_status_id_str: id,
      in_reply_to_user_id_str: '99',
    });
    expect(replyTo).toBe('account 99, which is gone');
    expect(published).not.toHaveProperty('answeredMs');
  });

  it('to the account itself go on with what it said', async () => {
    const { replyTo, published } = await answer({
      in_reply_to_status_id_str: idAt(at(0)),
      in_reply_to_user_id_str: OAKFIELD.id,
      in_reply_to_screen_name: OAKFIELD.handle,
    });
    expect(replyTo).toBeUndefined();
    expect(published).toMatchObject({ continuesOwn: true, replyToId: idAt(at(0)) });
  });
});

describe('long posts', () => {
  const long = `${'Year 4 have been digging all morning. '.repeat(9)}See https://t.co/zz & more`;
  const note = (text: string, ms: number, more: object = {}) => ({
    noteTweet: {
      noteTweetId: '42',
      createdAt: new Date(ms + 250).toISOString(),
      lifecycle: { name: 'Active' },
      core: {
        text,
        urls: [
          {
            shortUrl: 'https://t.co/zz',
            expandedUrl: 'https://oakfield.example/dig',
            fromIndex: String(text.indexOf('https')),
            toIndex: '0',
          },
        ],
        ...more,
      },
    },
  });
  const full = long.replace('https://t.co/zz', 'https://oakfield.example/dig');

  it.each(['…', '… https://t.co/ab12'])('are joined, their beginning ends in %s', async (end) => {
    const { records } = await read(
      makeArchive({
        tweets: [tweet(`${long.slice(0, 270)}${end}`, at(0))],
        data: { 'note-tweet.js': ytd('note_tweet', [note(long, at(0))]) },
      }),
    );
    expect(posts(records).map(({ text, id }) => [id, text])).toEqual([[idAt(at(0)), full]]);
  });

  it('are found a second apart, not in another minute', async () => {
    const data = (ms: number) => ({ 'note-tweet.js': ytd('note_tweet', [note(long, ms)]) });
    const tweets = [tweet(`${long.slice(0, 270)}…`, at(0))];
    const near = await read(makeArchive({ tweets, data: data(at(0) - 1000) }));
    expect(posts(near.records).map(({ text }) => text)).toEqual([full]);
    const far = await read(makeArchive({ tweets, data: data(at(1)) }));
    expect(
      posts(far.records).map(({ id, text, published }) => [id, text, published?.isCut]),
    ).toEqual([
      [idAt(at(0)), `${long.slice(0, 270)}…`, true],
      ['42', full, undefined],
    ]);
  });
});

describe('edited posts', () => {
  const first = idAt(at(0));
  const [second, third] = [idAt(at(5)), idAt(at(9))];
  const initial = (ids: readonly string[], left: string) => ({
    edit_info: { initial: { editTweetIds: ids, editsRemaining: left } },
  });
  const edit = (ids: readonly string[]) => ({
    edit_info: { edit: { initialTweetId: first, editControlInitial: { editTweetIds: ids } } },
  });

  it('are judged in their last version, in whatever order they stand', async () => {
    const versions = [
      tweet('Third', at(9), edit([first, second, third])),
      tweet('First', at(0), initial([first], '4')),
      tweet('Second', at(5), edit([first, second])),
    ];
    for (const tweets of [versions, [...versions].reverse()]) {
      const { records } = await read(makeArchive({ tweets: [...tweets, tweet('Other', at(20))] }));
      expect(posts(records).map(({ text, published }) => [text, published?.edits])).toEqual([
        ['Other', undefined],
        ['Third', 2],
      ]);
      expect(others(records)).toEqual([{ skipped: 'replaced' }, { skipped: 'replaced' }]);
    }
  });

  it('are told in all versions to whoever asks', async () => {
    const tweets = [
      tweet('Second', at(5), edit([first, second])),
      tweet('First', at(0), initial([first], '4')),
    ];
    const { records } = await read(makeArchive({ tweets }), false, true);
    expect(posts(records).map(({ text, published }) => [text, published?.replaced])).toEqual([
      ['First', true],
      ['Second', undefined],
    ]);
    expect(others(records)).toEqual([]);
  });

  it('are judged where the later version is not there', async () => {
    const { records } = await read(
      makeArchive({ tweets: [tweet('First', at(0), initial([first], '4'))] }),
    );
    expect(posts(records).map(({ text, published }) => [text, published?.edits])).toEqual([
      ['First', undefined],
    ]);
  });
});

describe('pictures', () => {
  const id = idAt(at(0));
  const photo = (name: string, more: object = {}) => ({
    type: 'photo',
    url: 'https://t.co/pic',
    media_url_https: `https://pbs.example/media/${name}`,
    indices: ['10', '26'],
    ...more,
  });

  it('are told by the files that lie beside the posts, and never as lacking a description', async () => {
    const film = photo('still.jpg', {
      type: 'video',
      video_info: { variants: [{ url: 'https://v.example/1/film.mp4?tag=12' }] },
      additional_media_info: { title: 'Sports day', description: 'Year 4 run' },
    });
    const media = [photo('one.jpg'), film, photo('gone.jpg')];
    const record = tweet('Odd socks https://t.co/pic', at(0), {
      entities: { urls: [], media: [media[0]] },
      extended_entities: { media },
    });
    const { records } = await read({
      ...makeArchive({ tweets: [record] }),
      [`data/tweets_media/${id}-one.jpg`]: '',
      [`data/tweets_media/${id}-film.mp4`]: '',
    });
    expect(posts(records).map(({ text, media: shown }) => [text, shown])).toEqual([
      [
        'Odd socks',
        [
          { file: `data/tweets_media/${id}-one.jpg` },
          { file: `data/tweets_media/${id}-film.mp4`, alt: 'Sports day\nYear 4 run' },
          { file: `${id}-gone.jpg` },
        ],
      ],
    ]);
    expect(others(records)).toEqual([
      {
        notice: {
          kind: 'archive',
          file: NAME,
          message: '1 of 3 pictures and films are not in this archive',
        },
      },
    ]);
  });
});

describe('what is not among the posts', () => {
  it('was taken down, or went to a community', async () => {
    const gone = tweet('Gone', at(1), { deleted_at: xTime(at(60)) });
    const { records } = await read(
      makeArchive({
        tweets: [tweet('Here', at(0)), tweet('Gone', at(1))],
        data: {
          'deleted-tweets.js': ytd('deleted_tweets', wrapped([gone])),
          'community-tweet.js': ytd(
            'community_tweet',
            wrapped([tweet('For all', at(2), { community_id_str: '7' })]),
          ),
        },
      }),
    );
    expect(
      posts(records).map(({ text, published }) => [
        text,
        published?.deletedMs,
        published?.community,
      ]),
    ).toEqual([
      ['Gone', at(60), undefined],
      ['For all', undefined, true],
      ['Here', undefined, undefined],
    ]);
    expect(others(records)).toEqual([{ skipped: 'repeated' }]);
  });

  it('was taken down even where nobody can read when', async () => {
    const written = (deleted: string | undefined) =>
      tweet('Gone', at(1), deleted === undefined ? {} : { deleted_at: deleted });
    for (const deleted of ['never', 'Wed Feb 31 10:00:00 +0000 2026', undefined]) {
      const data = { 'deleted-tweets.js': ytd('deleted_tweets', wrapped([written(deleted)])) };
      const { records } = await read(makeArchive({ tweets: [], data }));
      expect(posts(records).map(({ published }) => published?.deletedMs)).toEqual([
        Date.UTC(2026, 6, 20),
      ]);
      expect(others(records)).toEqual([
        {
          problem: {
            file: `${NAME}/data/deleted-tweets.js`,
            line: 2,
            message: 'record 1: when this post was deleted cannot be read: it counts as deleted',
          },
        },
      ]);
    }
  });

  it('was liked, which is read where it is asked for', async () => {
    const like = (more: object) => ({ like: { tweetId: idAt(at(0)), ...more } });
    const contents = makeArchive({
      tweets: [],
      data: { 'like.js': ytd('like', [like({ fullText: 'Chess &amp; tea' }), like({}), {}]) },
    });
    expect((await read(contents)).records).toEqual([]);
    expect((await read(contents, true)).records).toEqual([
      {
        post: {
          id: idAt(at(0)),
          text: 'Chess & tea',
          origin: { file: `${NAME}/data/like.js`, line: 2, record: 1 },
          at: { kind: 'instant', epochMs: at(0) },
          media: [],
          published: { kind: 'like', url: `https://x.com/i/status/${idAt(at(0))}` },
        },
      },
      { skipped: 'wordless' },
      {
        unread: {
          file: `${NAME}/data/like.js`,
          line: 13,
          message: 'record 3 could not be read: this record is no post',
        },
      },
    ]);
  });
});

describe('times', () => {
  const timesOf = async (more: Readonly<Record<string, unknown>>) => {
    const { records } = await read(makeArchive({ tweets: [tweet('Odd socks', at(0), more)] }));
    const [post] = posts(records);
    const told = others(records).map((record) => 'problem' in record && record.problem.message);
    return [post?.at.kind === 'instant' ? post.at.epochMs : post?.at.kind, ...told];
  };
  const byId = ': it is judged at the time that its number tells';
  const without = ': no rule about times judges it';

  it.each([
    [
      'of 1970',
      { created_at: xTime(0) },
      at(0),
      `record 1: this post says that it went out before there was such a network${byId}`,
    ],
    [
      'of the future',
      { created_at: xTime(Date.UTC(2031, 0, 1)) },
      at(0),
      `record 1: this post says that it went out after the archive was made${byId}`,
    ],
    [
      'of another year than its number',
      { created_at: xTime(at(-600_000)) },
      at(0),
      `record 1: when this post says that it went out is not when its number was given out${byId}`,
    ],
    [
      'that is none',
      { created_at: 'soon', id_str: '20' },
      'unscheduled',
      `record 1: when this post went out cannot be read${without}`,
    ],
    [
      'of a day that no month has',
      { created_at: 'Tue Feb 31 09:00:00 +0000 2026', id_str: '20' },
      'unscheduled',
      `record 1: when this post went out cannot be read${without}`,
    ],
    [
      'of an hour that no day has',
      { created_at: '2026-02-03 25:61:00 +0000', id_str: '20' },
      'unscheduled',
      `record 1: when this post went out cannot be read${without}`,
    ],
    [
      'of 1970 with a number that tells nothing',
      { created_at: xTime(0), id_str: '20' },
      'unscheduled',
      `record 1: this post says that it went out before there was such a network${without}`,
    ],
  ])('%s are told, and the post is judged', async (_, more, ms, message) => {
    expect(await timesOf(more)).toEqual([ms, message]);
  });

  it('of posts older than such numbers are believed', async () => {
    const old = Date.UTC(2009, 4, 5, 9);
    expect(await timesOf({ created_at: xTime(old), id_str: '1700000000' })).toEqual([old]);
  });
});
