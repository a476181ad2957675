import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carOf, blockOf } from '../../../../test/support/car.ts';
import { filesOf, readArchive } from '../../../../test/support/archive-files.ts';
import type { ArchiveFormat, ArchiveRecord } from '../archive.ts';
import { blueskyFeed } from './bluesky-feed.ts';
import { blueskyRepository } from './bluesky-repository.ts';
import { mastodon } from './mastodon.ts';
import { meta } from './meta.ts';
import { xApi } from './x-api.ts';

const POST = 'app.bsky.feed.post';

/** Keys that the formats look for, so that most of what is made up is looked at. */
const KEYS = [
  ...[
    'id',
    'id_str',
    'text',
    'full_text',
    'created_at',
    'user',
    'entities',
    'urls',
    'media',
    'url',
  ],
  ...['retweeted_status', 'extended_tweet', 'extended_entities', 'referenced_tweets', 'type'],
  ...['attachments', 'media_keys', 'includes', 'note_tweet', 'author_id', 'expanded_url'],
  ...['object', 'to', 'cc', 'content', 'summary', 'published', 'tag', 'attachment', 'inReplyTo'],
  ...['oneOf', 'name', 'href', 'actor', 'post', 'uri', 'record', 'author', 'reason', '$type'],
  ...['facets', 'index', 'byteStart', 'byteEnd', 'features', 'embed', 'images', 'external'],
  ...[
    'reply',
    'parent',
    'createdAt',
    'data',
    'timestamp',
    'title',
    'description',
    'e',
    'k',
    'p',
    'v',
  ],
  ...['creation_timestamp', 'did', 'rev', 'subject'],
];
const WORDS = [
  ...[
    'Create',
    'Announce',
    'Mention',
    'retweeted',
    'replied_to',
    'as:Public',
    '',
    '&amp;',
    'RT @a: ',
  ],
  ...[
    `at://did:plc:a/${POST}/3kabcdefghijk`,
    POST,
    'app.bsky.richtext.facet#link',
    '1050118621198921728',
  ],
  ...['2026-09-01T08:00:00Z', 'Wed Oct 10 20:19:24 +0000 2018', 'https://t.co/a', '\ud83c', 'Ã©'],
];

const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'json' },
    fc.constantFrom<unknown>(...WORDS),
    fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 3, 1e300, 1_750_000_000),
    fc.array(tie('value'), { maxLength: 3, depthIdentifier: 'json' }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 8, depthIdentifier: 'json' }),
  ),
}));
const records = fc.array(
  fc.dictionary(fc.constantFrom(...KEYS), json, { maxKeys: 12, noNullPrototype: true }),
  { maxLength: 4 },
);

const isOneThing = (record: ArchiveRecord): boolean =>
  Object.keys(record).length === 1 &&
  (!('post' in record) ||
    (record.post.id !== '' &&
      typeof record.post.text === 'string' &&
      record.post.origin.record > 0));

const isRecord = (record: ArchiveRecord): boolean =>
  'post' in record || 'skipped' in record || 'unread' in record;

const readJson = (format: ArchiveFormat, name: string, value: unknown) =>
  readArchive(format, filesOf({ [name]: JSON.stringify(value) }, name, 4096));

describe('whatever a record holds', () => {
  const layouts: readonly (readonly [
    ArchiveFormat,
    string,
    (items: readonly unknown[]) => unknown,
  ])[] = [
    [mastodon, 'outbox.json', (orderedItems) => ({ orderedItems })],
    [blueskyFeed, 'feed.json', (feed) => ({ feed, posts: [{ uri: `at://a/${POST}/b` }] })],
    [meta, 'your_posts_1.json', (items) => items],
    [meta, 'posts_1.json', (items) => items],
    [xApi, 'a.json', (data) => ({ data, author_id: 1 })],
    [xApi, 'b.json', (items) => [{ author_id: '1' }, ...items]],
  ];

  it.each(layouts.map(([format, name, wrap]) => [format.name, name, format, wrap] as const))(
    '%s (%s) makes one thing of each',
    async (_, name, format, wrap) => {
      await fc.assert(
        fc.asyncProperty(records, async (items) => {
          const read = await readJson(format, name, wrap(items));
          expect(read.records.filter((record) => !isOneThing(record))).toEqual([]);
          const count = read.records.filter(isRecord).length;
          expect(count).toBe(name === 'b.json' ? items.length + 1 : items.length);
        }),
        { numRuns: 150 },
      );
    },
  );

  it('a repository makes no more of its blocks than there are', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (items) => {
        const values = items.map((item) => ({ ...item, $type: POST }));
        const car = carOf([blockOf({ did: 'did:plc:a', rev: '1' }), ...values.map(blockOf)]);
        const read = await readArchive(blueskyRepository, filesOf({ 'a.car': car }, 'a.car', 4096));
        expect(read.records.filter((record) => !isOneThing(record))).toEqual([]);
        expect(read.records.filter(isRecord)).toHaveLength(items.length);
      }),
      { numRuns: 150 },
    );
  });

  it('bytes of any kind are told of, and never thrown', async () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    const names = [
      'outbox.json',
      'a.car',
      'your_posts_1.json',
      'posts_1.json',
      'threads_and_replies.json',
    ];
    const formats = [mastodon, blueskyRepository, meta, meta, meta];
    await fc.assert(
      fc.asyncProperty(bytes, fc.nat(names.length - 1), async (content, at) => {
        const name = names[at]!;
        const read = await readArchive(formats[at]!, filesOf({ [name]: content }, name));
        expect(read.records.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a great many', () => {
  it('levels, letters or links do no harm', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const many = {
      type: 'Create',
      to: ['as:Public'],
      object: {
        id: 'a',
        content: `<p>${'<a href="b">🌷</a><'.repeat(10_000)}`,
        published: '2026-09-01T08:00:00Z',
        tag: Array.from({ length: 10_000 }, () => ({ type: 'Mention', href: 'b', name: '@c' })),
      },
    };
    const { records: notes } = await readJson(mastodon, 'outbox.json', { orderedItems: [many] });
    expect(notes.map((record) => Object.keys(record))).toEqual([['post']]);
    const outbox = `{"orderedItems":[${deep}]}`;
    const files = filesOf({ 'outbox.json': outbox }, 'outbox.json', 4096);
    expect((await readArchive(mastodon, files)).records).toHaveLength(1);
    const text = '🌷 https://t.co/a '.repeat(5000);
    const urls = Array.from({ length: 10_000 }, () => ({
      url: 'https://t.co/a',
      expanded_url: 'https://oakfield.example/'.repeat(50),
    }));
    const tweet = { id_str: '1', author_id: 1, full_text: text, entities: { urls } };
    const { records: tweets } = await readJson(xApi, 'a.json', { data: [tweet] });
    expect(tweets.filter(isRecord).map((record) => Object.keys(record))).toEqual([['unread']]);
  });
});
