import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Post, Published } from '../../core/post.ts';
import {
  CAMERAS,
  CONSENTS,
  CONSENT_FORMS,
  RECORD_KINDS,
  REVIEWS,
  RIGHTS,
  VISIBILITIES,
} from '../../core/post.ts';
import { readPosts } from '../index.ts';
import { postLine } from './write-posts.ts';

const read = async (text: string, file = 'posts.ndjson') => {
  const { value, problems, unusedKeys } = await readPosts(text, file, {
    timezone: 'Europe/London',
  });
  return { posts: value, problems, unusedKeys };
};

/** A name as readers leave it: nothing at its edges. */
const name = fc
  .string({ unit: 'binary', maxLength: 12 })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const exact = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
const declared = fc.oneof(
  fc.boolean(),
  name.filter((word) => !/^(?:false|no|off|n|true|yes|on|y)$/iu.test(word)),
);
const instant = fc.integer({ min: 0, max: 4_102_444_800_000 });

const person = fc.record(
  {
    name,
    child: fc.boolean(),
    identifiable: fc.boolean(),
    consent: fc.constantFrom(...CONSENTS),
    consentForm: fc.constantFrom(...CONSENT_FORMS),
    staff: fc.boolean(),
    self: fc.boolean(),
  },
  { requiredKeys: [] },
);

const picture = fc.record(
  {
    file: exact,
    alt: exact,
    people: fc.array(person, { maxLength: 2 }),
    rights: fc.constantFrom(...RIGHTS),
    review: fc.constantFrom(...REVIEWS),
    camera: fc.constantFrom(...CAMERAS),
    schoolDevice: fc.boolean(),
  },
  { requiredKeys: [] },
);

const published: fc.Arbitrary<Published> = fc.record(
  {
    kind: fc.constantFrom(...RECORD_KINDS),
    by: name,
    isCut: fc.constant(true as const),
    url: name,
    replyToId: name,
    answeredMs: instant,
    continuesOwn: fc.constant(true as const),
    deletedMs: instant,
    edits: fc.nat(),
    community: fc.constant(true as const),
    visibility: fc.constantFrom(...VISIBILITIES),
  },
  { requiredKeys: ['kind'] },
);

const shared = {
  id: name,
  at: fc.oneof(
    fc.constant({ kind: 'unscheduled' as const }),
    instant.map((ms) => ({ kind: 'instant' as const, epochMs: ms - (ms % 1000) })),
  ),
  origin: fc.record({
    file: exact,
    line: fc.integer({ min: 1, max: 1e9 }),
    record: fc.integer({ min: 1, max: 1e9 }),
  }),
  media: fc.array(picture, { maxLength: 3 }),
  account: name,
  replyTo: name,
  event: declared,
  urgent: declared,
  source: name,
  author: name,
  networks: fc.array(name.map((word) => word.toLowerCase().trim()).filter((word) => word !== '')),
  thread: name,
};
const words = fc.string({ unit: 'binary', maxLength: 60 });
const post: fc.Arbitrary<Post> = fc.oneof(
  fc.record(
    { ...shared, text: words, published },
    { requiredKeys: ['id', 'text', 'at', 'origin', 'media', 'published'] },
  ),
  fc.record(
    { ...shared, text: words.filter((text) => text.trim() !== '') },
    { requiredKeys: ['id', 'text', 'at', 'origin', 'media'] },
  ),
);

describe('postLine', () => {
  it('is read back as the same post, pointing to where that stood', async () => {
    await fc.assert(
      fc.asyncProperty(post, async (written) => {
        const line = postLine(written);
        expect(line).not.toMatch(/[\r\n]/u);
        expect(await read(line)).toEqual({ posts: [written], problems: [], unusedKeys: [] });
      }),
    );
  });

  it('keeps the kinds of one id apart: an account may like its own post', async () => {
    const own: Post = {
      id: '7',
      text: 'Bulbs',
      origin: { file: 'a.zip/tweets.js', line: 3, record: 1 },
      at: { kind: 'instant', epochMs: 1_600_000_000_000 },
      media: [],
      published: { kind: 'own' },
    };
    const like: Post = { ...own, published: { kind: 'like', by: 'Hexley', answeredMs: 5 } };
    const lines = [own, like].map(postLine);
    expect(lines).toEqual([
      '{"id":"7","text":"Bulbs","at":"2020-09-13T12:26:40.000Z","published":{"kind":"own"},"origin":{"file":"a.zip/tweets.js","line":3,"record":1}}',
      '{"id":"7","text":"Bulbs","at":"2020-09-13T12:26:40.000Z","published":{"kind":"like","by":"Hexley","answered":"1970-01-01T00:00:00.005Z"},"origin":{"file":"a.zip/tweets.js","line":3,"record":1}}',
    ]);
    expect((await read(lines.join('\n'))).posts).toEqual([own, like]);
  });
});

describe('what a record says of a post that is out', () => {
  const problemsIn = async (record: object) =>
    (await read(JSON.stringify(record))).problems.map(({ message }) => message);

  it('is told where it is wrong', async () => {
    const wrong = {
      kind: 'boost',
      answered: 'soon',
      edits: -1,
      cut: 'yes',
      reply_to_id: {},
      visbility: 'public',
    };
    const { problems } = await read(`\n${JSON.stringify({ text: 'Bulbs', published: wrong })}`);
    expect(problems.map(({ line, column, message }) => [line, column, message])).toEqual([
      [2, 37, 'write kind as own, repost or like'],
      [2, 56, 'write the date and time as 2026-11-23T17:42 or 2026-11-23T17:42:00+00:00'],
      [2, 71, 'write edits as a number'],
      [2, 80, 'write cut as true, or leave it out'],
      [2, 100, 'write replyToId as text'],
      [2, 103, 'unknown key “visbility”: did you mean “visibility”?'],
    ]);
  });

  it('may stand in a list of JSON, in YAML, and in snake case', async () => {
    const record = { text: 'Bulbs', published: { kind: 'own', reply_to_id: 5 } };
    const posts = await Promise.all([
      read(JSON.stringify([record]), 'posts.json'),
      read(`- ${JSON.stringify(record)}`, 'posts.yaml'),
    ]);
    expect(posts.map(({ posts: [first] }) => first?.published)).toEqual(
      Array(2).fill({ kind: 'own', replyToId: '5' }),
    );
  });

  it('is left to other programs where it is theirs', async () => {
    const theirs: readonly object[] = [
      { published: true },
      { published: '2026-01-01' },
      { published: { at: 5 } },
      { origin: 'web' },
      { origin: { file: 'a', line: 0, record: 1 } },
      { publishAt: 'soon', publisher: 5, original: 1, origins: 1 },
    ];
    for (const keys of theirs) {
      const { posts, problems, unusedKeys } = await read(
        JSON.stringify({ text: 'Bulbs', ...keys }),
      );
      expect({ problems, unusedKeys, origin: posts[0]?.origin }).toEqual({
        problems: [],
        unusedKeys: Object.keys(keys),
        origin: { file: 'posts.ndjson', line: 1, record: 1 },
      });
    }
  });

  it('lets a picture stand alone, which no draft may', async () => {
    const alone = { text: '', media: [{ file: 'a.jpg' }] };
    expect(await problemsIn({ ...alone, published: { kind: 'own' } })).toEqual([]);
    expect(await problemsIn(alone)).toEqual(['this post is empty: write its text']);
  });
});
