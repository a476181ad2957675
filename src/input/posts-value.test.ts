import { describe, expect, it } from 'vitest';
import { readPosts } from './index.ts';
import type { Recognised } from './reading.ts';

const read = async (value: unknown, file = 'queue.json') => {
  const told: Recognised[] = [];
  const { value: posts, problems } = await readPosts(JSON.stringify(value), file, {
    timezone: 'Europe/London',
    tell: (recognised) => told.push(recognised),
  });
  return {
    as: told.map(({ format }) => format),
    texts: posts.map(({ text }) => text),
    problems: problems.map(({ message }) =>
      message.replace(/: (?:judge it with .* or )?give a list of posts, .*$/u, ''),
    ),
  };
};

describe('readPostsValue', () => {
  it('takes records for ours unless they look like a scheduler’s', async () => {
    const ours: readonly unknown[] = [
      [{ text: 'Bulbs' }],
      [{ text: 'Bulbs', at: '2026-11-23T08:30', scheduled_at: '2026-11-23T08:30:00Z' }],
      { posts: [{ text: 'Bulbs' }], data: [] },
      [{ text: 'Bulbs', versions: [], platforms: {}, publicationDate: null, content: 'x' }],
      [{ text: 'Bulbs', name: 'oakfield', version: '1.0.0', forename: 'x' }],
    ];
    for (const value of ours) {
      expect(await read(value)).toEqual({
        as: ['a list of posts'],
        texts: ['Bulbs'],
        problems: [],
      });
    }
  });

  it('finds a scheduler’s records alone, in a list or under a key, in JSON or YAML', async () => {
    const x = { text: 'Bulbs', scheduled_at: '2026-11-23T08:30:00Z', user_id: '1' };
    const draft = { content: 'Bulbs', 'schedule-date': 'next-free-slot' };
    const post = { versions: [{ account_id: 0, content: [{ body: 'Bulbs', media: [] }] }] };
    const queues: readonly [unknown, string][] = [
      ...[x, [x], { data: [x] }, { data: x }].map((value) => [value, 'X Ads'] as const),
      ...[draft, [draft], { drafts: [draft] }].map((value) => [value, 'Typefully'] as const),
      ...[post, [post], { data: [post] }].map((value) => [value, 'Mixpost'] as const),
    ].map(([value, title]) => [value, title]);
    for (const [value, title] of queues) {
      const outcome = { as: [title], texts: ['Bulbs'], problems: [] };
      expect(await read(value)).toEqual(outcome);
      expect(await read(value, 'queue.yaml')).toEqual(outcome);
    }
  });

  it('says what a file is that holds something else', async () => {
    const kinds: readonly [unknown, string][] = [
      [{ policy: { id: 'a' }, clauses: [], rules: [] }, 'a policy of policy-lint'],
      [{ schema: 'policy-lint/report@1', posts: [{ id: 'a' }] }, 'a report of policy-lint'],
      [{ name: 'site', version: '1.0.0' }, 'the description of a package'],
      [{ lockfileVersion: 3 }, 'a list of packages that a program needs'],
      [{ version: '2.1.0', runs: [] }, 'a SARIF report'],
      [{ orderedItems: [] }, 'part of a Mastodon archive'],
      [{ feed: [{ post: {} }] }, 'a Bluesky feed'],
      [{ data: [{ id: '1', text: 'a' }], meta: {} }, 'an answer of the X API'],
      [[{ tweet: { full_text: 'a' } }], 'part of an X archive'],
      [[{ dmConversation: {} }], 'part of an X archive'],
      [[{ timestamp: 1, data: [{ post: 'a' }] }], 'part of a Facebook archive'],
      [[{ forename: 'A', surname: 'B' }], 'a list of people'],
    ];
    for (const [value, what] of kinds) {
      const outcome = { as: [], texts: [], problems: [`this is ${what}`] };
      expect(await read(value)).toEqual(outcome);
      expect(await read(value, 'queue.yaml')).toEqual(outcome);
    }
  });
});
