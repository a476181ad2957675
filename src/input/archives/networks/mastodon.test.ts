import { describe, expect, it } from 'vitest';
import {
  filesOf,
  headIn,
  readArchive,
  readFileAs,
} from '../../../../test/support/archive-files.ts';
import { mastodon } from './mastodon.ts';

const ACTOR = 'https://hexley.example/users/oakfield';
const EVERYBODY = 'https://www.w3.org/ns/activitystreams#Public';
const FOLLOWERS = `${ACTOR}/followers`;

/** 2026-09-01T08:00:00Z as the server’s ids hold it. */
const idAt = (ms: number): string => String(BigInt(ms) << 16n);
const MORNING = Date.UTC(2026, 8, 1, 8);
const ID = idAt(MORNING);

const create = (note: object, rest: object = {}) => ({
  id: `${ACTOR}/statuses/${ID}/activity`,
  type: 'Create',
  actor: ACTOR,
  published: '2026-09-01T08:00:00Z',
  to: [EVERYBODY],
  cc: [FOLLOWERS],
  object: {
    id: `${ACTOR}/statuses/${ID}`,
    type: 'Note',
    url: `https://hexley.example/@oakfield/${ID}`,
    published: '2026-09-01T08:00:00Z',
    content: '<p>Bulbs</p>',
    to: [EVERYBODY],
    cc: [FOLLOWERS],
    attachment: [],
    tag: [],
    ...note,
  },
  ...rest,
});

const post = {
  id: ID,
  text: 'Bulbs',
  origin: { file: 'outbox.json', line: 1, record: 1 },
  at: { kind: 'instant', epochMs: MORNING },
  media: [],
  networks: ['mastodon'],
  published: {
    kind: 'own',
    url: `https://hexley.example/@oakfield/${ID}`,
    visibility: 'public',
  },
};

const outbox = (items: readonly unknown[]): string =>
  JSON.stringify({ type: 'OrderedCollection', totalItems: items.length, orderedItems: items });

const read = async (...items: readonly unknown[]) =>
  (await readFileAs(mastodon, outbox(items), 'outbox.json')).records;

const readOne = async (note: object, rest: object = {}) => {
  const [record] = await read(create(note, rest));
  return record && 'post' in record ? record.post : record;
};

describe('a Mastodon archive', () => {
  it('is known by its outbox, alone, in a folder or under another name', async () => {
    const recognised = (
      name: string,
      content: string,
      others: Readonly<Record<string, string>> = {},
    ) => {
      const files = filesOf({ [name]: content, ...others });
      return mastodon.recognises(files, headIn(files));
    };
    expect(await recognised('outbox.json', outbox([]))).toBe(true);
    expect(await recognised('school.json', outbox([]))).toBe(true);
    expect(await recognised('export/outbox.json', outbox([]), { 'export/likes.json': '{}' })).toBe(
      true,
    );
    expect(await recognised('school.json', '[]')).toBe(false);
    expect(await recognised('school.json', outbox([]), { 'b.json': '{}' })).toBe(false);
  });

  it('tells of the account what stands beside the outbox', async () => {
    const actor = {
      preferredUsername: 'oakfield',
      name: 'Oakfield Primary',
      summary: '<p>News of our school</p>',
      manuallyApprovesFollowers: true,
      published: '2022-11-01T00:00:00Z',
      attachment: [
        { type: 'PropertyValue', name: 'Head', value: 'A. Nobody' },
        {
          type: 'PropertyValue',
          name: 'Web',
          value:
            '<a href="https://oakfield.example"><span class="invisible">https://</span><span>oakfield.example</span></a>',
        },
      ],
    };
    const files = filesOf(
      { 'a/outbox.json': outbox([create({})]), 'a/actor.json': JSON.stringify(actor) },
      'a.tar.gz',
    );
    const { account, problems, records } = await readArchive(mastodon, files);
    expect({ account, problems, records }).toEqual({
      account: {
        file: 'a.tar.gz',
        format: 'Mastodon archive',
        profile: {
          handle: 'oakfield',
          displayName: 'Oakfield Primary',
          bio: 'News of our school',
          website: 'https://oakfield.example',
          isProtected: true,
          createdMs: Date.UTC(2022, 10, 1),
        },
      },
      problems: [],
      records: [{ post: { ...post, origin: { ...post.origin, file: 'a.tar.gz/a/outbox.json' } } }],
    });
  });

  it('shows words as they were typed, behind their warning and before the choices of a poll', async () => {
    const note = {
      type: 'Question',
      summary: 'Spiders &amp; co',
      content:
        '<p>Which one, <span class="h-card"><a href="https://hexley.example/@ann" class="u-url mention">@<span>ann</span></a></span>?<br />See <a href="https://oakfield.example/a"><span class="invisible">https://</span><span class="ellipsis">oakfield.exam</span><span class="invisible">ple/a</span></a></p><p>Bye</p>',
      oneOf: [
        { type: 'Note', name: 'The big one' },
        { type: 'Note', name: 'None' },
      ],
      attachment: [
        { type: 'Document', url: '/media_attachments/files/1.png', name: 'A spider' },
        { type: 'Document', url: '/media_attachments/files/2.png', name: null },
      ],
    };
    expect(await readOne(note)).toEqual({
      ...post,
      text: 'Spiders & co\n\nWhich one, @ann?\nSee https://oakfield.example/a\n\nBye\nThe big one\nNone',
      media: [
        { file: 'media_attachments/files/1.png', alt: 'A spider' },
        { file: 'media_attachments/files/2.png' },
      ],
    });
  });

  it('never looks at what was written to a few', async () => {
    const hidden = { to: ['https://hexley.example/users/ann'], cc: [] };
    const direct = { skipped: 'direct' };
    expect(
      await read(
        create(hidden, hidden),
        create(hidden),
        create({}, hidden),
        create({ content: undefined, published: 'soon' }, hidden),
        { type: 'Announce', ...hidden, object: { id: 'a', content: 'Bulbs' } },
      ),
    ).toEqual([direct, direct, direct, direct, direct]);
  });

  it('tells who could read a post', async () => {
    const visibility = async (to: unknown, cc: unknown) => {
      const one = await readOne({ to, cc }, { to, cc });
      return one && 'published' in one ? one.published?.visibility : one;
    };
    expect(await visibility(EVERYBODY, undefined)).toBe('public');
    expect(await visibility(['as:Public'], [])).toBe('public');
    expect(await visibility([FOLLOWERS], [EVERYBODY])).toBe('unlisted');
    expect(await visibility([FOLLOWERS], [])).toBe('followers');
    expect(await visibility(null, null)).toEqual({ skipped: 'direct' });
    expect(await visibility(undefined, undefined)).toEqual({
      unread: {
        file: 'outbox.json',
        line: 1,
        message:
          'record 1 could not be read: this record does not say who could read it, so it may be private: it was left unread',
      },
    });
  });

  it('tells what is answered, whose that is and when it was written', async () => {
    const asked = idAt(MORNING - 90_000);
    const answer = {
      inReplyTo: `https://moor.example/users/ann/statuses/${asked}`,
      tag: [
        { type: 'Hashtag', href: 'https://hexley.example/tags/bulbs', name: '#bulbs' },
        { type: 'Mention', href: 'https://moor.example/users/bob', name: '@bob@moor.example' },
        { type: 'Mention', href: 'https://moor.example/users/ann', name: '@ann@moor.example' },
      ],
    };
    expect(await readOne(answer)).toEqual({
      ...post,
      replyTo: 'ann@moor.example',
      published: {
        ...post.published,
        replyToId: answer.inReplyTo,
        answeredMs: MORNING - 90_000,
      },
    });
    const later = `https://moor.example/users/ann/statuses/${idAt(MORNING + 1)}`;
    expect(await readOne({ inReplyTo: later })).toEqual({
      ...post,
      replyTo: 'ann@moor.example',
      published: { ...post.published, replyToId: later },
    });
    expect(await readOne({ inReplyTo: `${ACTOR}/statuses/${asked}` })).toEqual({
      ...post,
      published: {
        ...post.published,
        replyToId: asked,
        answeredMs: MORNING - 90_000,
        continuesOwn: true,
      },
    });
  });

  it('says where it holds fewer than it should', async () => {
    const short = outbox([create({})]).replace('"totalItems":1', '"totalItems":30');
    const { records } = await readFileAs(mastodon, short, 'outbox.json');
    expect(records).toEqual([
      { post },
      {
        problem: {
          file: 'outbox.json',
          message:
            'this outbox holds 1 record and says that it holds 30: somebody changed it, or some are missing',
        },
      },
    ]);
  });

  it('keeps what others wrote apart, and what is no post at all', async () => {
    const boost = { id: 'b', type: 'Announce', to: [EVERYBODY], cc: [] };
    const object = {
      id: 'https://moor.example/1',
      attributedTo: 'https://moor.example/users/ann',
      content: '<p>Seeds</p>',
    };
    expect(
      await read(
        { ...boost, object: 'https://moor.example/1' },
        { ...boost, published: '2026-09-01T08:00:00Z', object },
        create({ name: 'Rain', content: undefined }),
        { type: 'Add', to: [EVERYBODY], object: {} },
        null,
        create({ content: undefined }),
      ),
    ).toEqual([
      { skipped: 'passed-on' },
      {
        post: {
          id: 'b',
          text: 'Seeds',
          origin: { file: 'outbox.json', line: 1, record: 2 },
          at: { kind: 'instant', epochMs: MORNING },
          media: [],
          networks: ['mastodon'],
          published: { kind: 'repost', by: 'ann', url: 'https://moor.example/1' },
        },
      },
      { skipped: 'unlike' },
      { skipped: 'unlike' },
      {
        unread: {
          file: 'outbox.json',
          line: 1,
          message: 'record 5 could not be read: this record is no post',
        },
      },
      {
        unread: {
          file: 'outbox.json',
          line: 1,
          message: 'record 6 could not be read: this record is no post',
        },
      },
    ]);
  });

  it('gives what stands before a break, and says where that is', async () => {
    const whole = outbox([create({}), create({ content: '<p>Seeds</p>' })]);
    const { records } = await readFileAs(mastodon, whole.slice(0, -40), 'outbox.json');
    expect(records).toEqual([
      { post },
      {
        problem: {
          file: 'outbox.json',
          line: 1,
          column: expect.any(Number) as number,
          message: 'this quotation mark is never closed (only the records before this were read)',
        },
      },
    ]);
    const told = async (text: string) => (await readFileAs(mastodon, text, 'outbox.json')).records;
    expect(await told('{"orderedItems":{}}')).toEqual([
      { problem: { file: 'outbox.json', message: 'this outbox holds no list of posts' } },
    ]);
    expect(await told('')).toEqual([
      { problem: { file: 'outbox.json', message: 'this file is empty' } },
    ]);
  });

  it('does not judge letters that a bad byte has spoilt', async () => {
    const bytes = new TextEncoder().encode(outbox([create({}), create({ content: 'Bu#bs' })]));
    bytes[bytes.lastIndexOf('#'.charCodeAt(0))] = 0xe9;
    const { records } = await readFileAs(mastodon, bytes, 'outbox.json');
    expect(records.map((record) => Object.keys(record))).toEqual([['post'], ['unread']]);
  });
});
