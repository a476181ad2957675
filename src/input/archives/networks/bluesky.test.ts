import { describe, expect, it } from 'vitest';
import { Link, blockOf, carOf } from '../../../../test/support/car.ts';
import { filesOf, headIn, readFileAs } from '../../../../test/support/archive-files.ts';
import { blueskyFeed } from './bluesky-feed.ts';
import { blueskyRepository } from './bluesky-repository.ts';
import { wordsWithLinks } from './bluesky-words.ts';

const DID = 'did:plc:oakfield';
const OTHER = 'did:plc:hexley';
const LETTERS = '234567abcdefghijklmnopqrstuvwxyz';

/** The key of a record that was written then. */
const tidAt = (ms: number): string => {
  let number = (BigInt(ms) * 1000n) << 10n;
  let tid = '';
  for (let place = 0; place < 13; place += 1) {
    tid = LETTERS[Number(number % 32n)]! + tid;
    number /= 32n;
  }
  return tid;
};

const MORNING = Date.UTC(2026, 8, 1, 8);
const KEY = tidAt(MORNING);
const uriOf = (did: string, key: string): string => `at://${did}/app.bsky.feed.post/${key}`;

const record = (rest: object = {}) => ({
  $type: 'app.bsky.feed.post',
  text: 'Bulbs',
  createdAt: '2026-09-01T09:00:00.123456789+01:00',
  langs: ['en'],
  ...rest,
});

const own = {
  id: KEY,
  text: 'Bulbs',
  at: { kind: 'instant', epochMs: MORNING },
  media: [],
  networks: ['bluesky'],
};

describe('wordsWithLinks', () => {
  const link = (words: string, uri: string, text: string) => {
    const before = Buffer.from(text.slice(0, text.indexOf(words))).length;
    return {
      index: { byteStart: before, byteEnd: before + Buffer.from(words).length },
      features: [{ $type: 'app.bsky.richtext.facet#link', uri }],
    };
  };
  const shown = (text: string, ...links: readonly (readonly [string, string])[]) =>
    wordsWithLinks({ text, facets: links.map(([words, uri]) => link(words, uri, text)) });

  it('shows all of a link, and keeps words that hide one', () => {
    const menu = 'https://www.oakfield.example/menu/autumn';
    expect(shown('🌷 See oakfield.example/me... 🐟', ['oakfield.example/me...', menu])).toBe(
      `🌷 See ${menu} 🐟`,
    );
    expect(shown('See www.oakfield.example…', ['www.oakfield.example…', menu])).toBe(`See ${menu}`);
    expect(shown('Zoë’s page and ours', ['ours', menu], ['Zoë’s page', 'https://a.example'])).toBe(
      `Zoë’s page (https://a.example) and ours (${menu})`,
    );
    expect(shown(menu, [menu, menu])).toBe(menu);
  });

  it('leaves alone what cuts a letter, lies across another or is no link', () => {
    const text = 'é Bulbs';
    const facet = (byteStart: unknown, byteEnd: unknown) => ({
      index: { byteStart, byteEnd },
      features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://a.example' }],
    });
    const facets = [facet(1, 4), facet(3, 99), facet(5, 5), facet('3', 4), facet(-3, 2), null, {}];
    expect(wordsWithLinks({ text, facets })).toBe(text);
    expect(wordsWithLinks({ text, facets: [facet(3, 8), facet(4, 6)] })).toBe(
      'é Bulbs (https://a.example)',
    );
  });
});

describe('a Bluesky feed', () => {
  const author = {
    did: DID,
    handle: 'oakfield.example',
    displayName: 'Oakfield Primary',
    createdAt: '2024-01-02T00:00:00Z',
  };
  const item = (rest: object = {}, around: object = {}, key = KEY) => ({
    post: {
      uri: uriOf(DID, key),
      cid: 'b',
      author,
      record: record(rest),
      indexedAt: '2026-09-01T08:00:02Z',
    },
    ...around,
  });
  const origin = { file: 'feed.json', line: 1, record: 1 };
  const post = {
    ...own,
    origin,
    published: {
      kind: 'own',
      url: `https://bsky.app/profile/oakfield.example/post/${KEY}`,
      visibility: 'public',
    },
  };
  const readAll = (...feed: readonly unknown[]) =>
    readFileAs(blueskyFeed, JSON.stringify({ feed, cursor: '5' }), 'feed.json');

  it('is read with what its author says of the account', async () => {
    const content = JSON.stringify({ feed: [item()] });
    const files = filesOf({ 'feed.json': content });
    expect(await blueskyFeed.recognises(files, headIn(files))).toBe(true);
    const { account, records } = await readFileAs(blueskyFeed, content, 'feed.json');
    expect({ account, records }).toEqual({
      account: {
        file: 'feed.json',
        format: 'Bluesky feed',
        profile: {
          handle: 'oakfield.example',
          displayName: 'Oakfield Primary',
          createdMs: Date.UTC(2024, 0, 2),
        },
      },
      records: [{ post }],
    });
  });

  it('tells pictures with their words, cards, and what is answered', async () => {
    const asked = tidAt(MORNING - 60_000);
    const images = { $type: 'app.bsky.embed.images', images: [{ alt: 'Tulips' }, { alt: '' }] };
    const { records } = await readAll(
      item(
        {
          embed: images,
          reply: { root: {}, parent: { uri: uriOf(OTHER, asked), cid: 'c' } },
        },
        { reply: { parent: { author: { did: OTHER, handle: 'hexley.example' } } } },
      ),
      item(
        {
          embed: { external: { uri: 'https://oakfield.example/a', title: 'News' } },
          reply: { parent: { uri: uriOf(DID, KEY) } },
        },
        {},
        tidAt(MORNING + 1000),
      ),
    );
    expect(records).toEqual([
      {
        post: {
          ...post,
          media: [{ alt: 'Tulips' }, {}],
          replyTo: 'hexley.example',
          published: {
            ...post.published,
            replyToId: uriOf(OTHER, asked),
            answeredMs: MORNING - 60_000,
          },
        },
      },
      {
        post: {
          ...post,
          id: tidAt(MORNING + 1000),
          text: 'Bulbs\nhttps://oakfield.example/a',
          origin: { ...origin, record: 2 },
          published: {
            ...post.published,
            url: `https://bsky.app/profile/oakfield.example/post/${tidAt(MORNING + 1000)}`,
            replyToId: KEY,
            answeredMs: MORNING,
            continuesOwn: true,
          },
        },
      },
    ]);
  });

  it('keeps apart what was passed on, and reads what is pinned once', async () => {
    const foreign = {
      post: {
        uri: uriOf(OTHER, KEY),
        author: { did: OTHER, handle: 'hexley.example' },
        record: record({ text: 'Seeds' }),
      },
      reason: {
        $type: 'app.bsky.feed.defs#reasonRepost',
        by: author,
        indexedAt: '2026-09-01T08:00:05Z',
      },
    };
    const pinned = { reason: { $type: 'app.bsky.feed.defs#reasonPin' } };
    const { account, records } = await readAll(
      foreign,
      item({}, pinned),
      item(),
      {},
      item({ text: 5 }, {}, 'x'),
    );
    expect(account.profile.handle).toBe('oakfield.example');
    const unread = (record: number) => ({
      file: 'feed.json',
      line: 1,
      message: `record ${record} could not be read: this record is no post`,
    });
    expect(records).toEqual([
      {
        post: {
          id: uriOf(OTHER, KEY),
          text: 'Seeds',
          origin,
          at: { kind: 'instant', epochMs: MORNING + 5000 },
          media: [],
          networks: ['bluesky'],
          published: {
            kind: 'repost',
            by: 'hexley.example',
            url: `https://bsky.app/profile/hexley.example/post/${KEY}`,
          },
        },
      },
      { post: { ...post, origin: { ...origin, record: 2 } } },
      { skipped: 'repeated' },
      { unread: unread(4) },
      { unread: unread(5) },
    ]);
  });
});

describe('a Bluesky repository', () => {
  const first = blockOf(record());
  const second = blockOf(
    record({
      text: 'See oakfield.example/me...',
      facets: [
        {
          index: { byteStart: 4, byteEnd: 26 },
          features: [
            { $type: 'app.bsky.richtext.facet#link', uri: 'https://oakfield.example/menu' },
          ],
        },
      ],
      reply: { parent: { uri: uriOf(DID, KEY), cid: 'c' } },
      embed: {
        $type: 'app.bsky.embed.images',
        images: [{ alt: 'Tulips', image: { ref: new Link(blockOf({}).cid), size: 5 } }],
      },
    }),
  );
  const secondKey = `${KEY.slice(0, -1)}3`;
  const lost = blockOf(record({ text: 'Seeds' }));
  const others = [
    blockOf({
      $type: 'app.bsky.actor.profile',
      displayName: 'Oakfield Primary',
      description: 'News',
    }),
    blockOf({ $type: 'app.bsky.graph.follow', subject: OTHER }),
    blockOf({ $type: 'app.bsky.feed.repost', subject: { uri: uriOf(OTHER, KEY) } }),
    blockOf({ $type: 'app.bsky.feed.like', subject: { uri: uriOf(OTHER, KEY) } }),
  ];
  const key = `app.bsky.feed.post/${KEY}`;
  const tree = blockOf({
    l: null,
    e: [
      { p: 0, k: Buffer.from('app.bsky.feed.like/3'), v: new Link(others[3]!.cid), t: null },
      { p: 14, k: Buffer.from(key.slice(14)), v: new Link(first.cid), t: null },
      { p: key.length - 1, k: Buffer.from('3'), v: new Link(second.cid), t: null },
    ],
  });
  const commit = blockOf({
    did: DID,
    version: 3,
    data: new Link(tree.cid),
    rev: 'r',
    prev: null,
    sig: Buffer.from('s'),
  });
  const blocks = [commit, tree, first, ...others, second, lost];
  const urlOf = (rkey: string) => `https://bsky.app/profile/${DID}/post/${rkey}`;
  const origin = { file: 'repo.car', line: 1, record: 1 };
  const posts = [
    {
      ...own,
      origin,
      published: { kind: 'own', url: urlOf(KEY), visibility: 'public' },
    },
    {
      ...own,
      id: secondKey,
      text: 'See https://oakfield.example/menu',
      origin: { ...origin, record: 2 },
      media: [{ alt: 'Tulips' }],
      published: {
        kind: 'own',
        url: urlOf(secondKey),
        replyToId: KEY,
        answeredMs: MORNING,
        continuesOwn: true,
        visibility: 'public',
      },
    },
    {
      ...own,
      id: Buffer.from(lost.cid).toString('hex'),
      text: 'Seeds',
      origin: { ...origin, record: 3 },
      published: { kind: 'own', visibility: 'public' },
    },
  ];

  it('is read with its keys, its profile and whom it follows', async () => {
    const { account, records } = await readFileAs(blueskyRepository, carOf(blocks), 'repo.car');
    expect({ account, records }).toEqual({
      account: {
        file: 'repo.car',
        format: 'Bluesky repository',
        profile: { displayName: 'Oakfield Primary', bio: 'News' },
        following: [{ id: OTHER }],
      },
      records: [
        { post: posts[0] },
        { skipped: 'passed-on' },
        { post: posts[1] },
        { post: posts[2] },
      ],
    });
  });

  it('gives what stands before a cut, and says what is no repository', async () => {
    const car = carOf(blocks);
    const { records } = await readFileAs(blueskyRepository, car.subarray(0, -20), 'repo.car');
    expect(records).toEqual([
      { post: posts[0] },
      { skipped: 'passed-on' },
      { post: posts[1] },
      {
        problem: {
          file: 'repo.car',
          message:
            'this repository is cut short or damaged, so only what stands before was read: download it again',
        },
      },
    ]);
    const { records: none } = await readFileAs(blueskyRepository, 'Bulbs', 'repo.car');
    expect(none).toEqual([
      {
        problem: {
          file: 'repo.car',
          message: 'this file is no repository of Bluesky (CAR): download it again',
        },
      },
    ]);
  });

  it('tells of a broken block, and reads the others', async () => {
    const broken = { ...others[3]!, bytes: Uint8Array.from([0xff, 0xff]) };
    const { records } = await readFileAs(
      blueskyRepository,
      carOf([commit, tree, broken, first]),
      'repo.car',
    );
    expect(records).toEqual([
      {
        unread: {
          file: 'repo.car',
          line: 1,
          message: 'record 1 could not be read: this part of the repository is damaged',
        },
      },
      { post: { ...posts[0], origin: { file: 'repo.car', line: 1, record: 2 } } },
    ]);
  });
});
