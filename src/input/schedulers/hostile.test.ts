import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMapping } from '../../syntax/plain-data.ts';
import { readPosts } from '../index.ts';
import { SCHEDULERS } from './index.ts';
import { SCHEDULER_NAMES } from './names.ts';

const FILES = ['postiz', 'postiz-rows', 'mixpost', 'x-ads', 'metricool', 'typefully-v1'];

const textOf = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/queues/${name}.json`, import.meta.url), 'utf8');

const read = (text: string, format?: string) =>
  readPosts(text, 'queue.json', {
    timezone: 'Europe/London',
    ...(format !== undefined && { format }),
  });

const ODD: readonly unknown[] = [
  ...[null, true, 0, -1, 1e21, '', ' ', '<p></p>', 'x', '2026-02-30T10:00', '2026-03-29 01:30'],
  ...[
    [],
    {},
    [[]],
    [null],
    [{}],
    { value: [] },
    { 0: 1 },
    '[{"alt":7}]',
    '{',
    '\ud83d',
    'next-free-slot',
  ],
];

/** The value with whatever stands at one of its places replaced. */
const withOdd = (value: unknown, steps: readonly number[], odd: unknown): unknown => {
  const [step, ...rest] = steps;
  if (step === undefined || (!Array.isArray(value) && !isMapping(value))) return odd;
  const entries = Object.entries(value);
  if (entries.length === 0) return odd;
  const chosen = step % entries.length;
  const changed = entries.map(([key, inner], index) =>
    index === chosen ? ([key, withOdd(inner, rest, odd)] as const) : ([key, inner] as const),
  );
  return Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
};

const hasReasons = async (text: string, format?: string): Promise<void> => {
  const { value, problems, unread } = await read(text, format);
  expect(value.length + unread).toBeGreaterThan(0);
  expect(problems.length).toBeGreaterThanOrEqual(unread);
  expect(new Set(value.map(({ id }) => id)).size).toBe(value.length);
  const lines = text.split('\n').length;
  const places = [...value.map(({ origin }) => ({ line: origin.line, column: 1 })), ...problems];
  for (const { line = 1, column = 1 } of places) {
    expect([line >= 1 && line <= lines, column >= 1]).toEqual([true, true]);
  }
};

describe('queues of schedulers', () => {
  it('have the names that formats are asked for by', () => {
    expect(SCHEDULERS.map(({ name }) => name)).toEqual([...SCHEDULER_NAMES]);
  });

  it('never throw, whatever the JSON, asked for or guessed, and give each record a reason', async () => {
    const formats = fc.constantFrom(undefined, ...SCHEDULER_NAMES);
    await fc.assert(fc.asyncProperty(fc.json(), formats, hasReasons), { numRuns: 300 });
  });

  it('never throw on a queue with something odd in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...FILES, 'typefully-v2'),
        fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...ODD),
        async (name, steps, odd) => {
          const changed = withOdd(JSON.parse(textOf(name)), steps, odd);
          await hasReasons(JSON.stringify(changed, null, 1));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('give as many posts and reasons as there are records that hold one post', async () => {
    const record = fc.constantFrom<unknown>(
      ...[{ text: 'Hi', scheduled_status: 'SCHEDULED' }, { text: '', scheduled_at: 'soon' }, 7],
      ...[{ scheduled_at: null }, null, [], { text: 'Hi', scheduled_at: '2026-11-23T08:30:00Z' }],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1 }), async (data) => {
        const { value, unread } = await read(JSON.stringify({ data }), 'x-ads');
        expect(value.length + unread).toBe(data.length);
      }),
    );
  });

  it('give the first of their posts and one reason more when they are cut short', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FILES), fc.nat(), async (name, cut) => {
        const text = textOf(name).trimEnd();
        const whole = await read(text);
        const { value, problems } = await read(text.slice(0, 1 + (cut % (text.length - 1))));
        // Which rows reply to which is not known before the last of them.
        const plain = (posts: typeof value) => posts.map(({ thread: _thread, ...post }) => post);
        expect(plain(value)).toEqual(plain(whole.value).slice(0, value.length));
        expect(problems.slice(0, -1)).toEqual(whole.problems.slice(0, problems.length - 1));
        expect(problems.at(-1)).not.toEqual(whole.problems[problems.length - 1]);
      }),
      { numRuns: 150 },
    );
  });

  it('may nest, repeat and stretch as they like', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const long = '<div>'.repeat(100_000);
    const rows = Array.from({ length: 5000 }, (_, index) => ({
      id: index,
      parentPostId: (index + 1) % 5000,
      publishDate: null,
      content: 'Hi',
    }));
    const { value, problems } = await read(
      `[{"versions":[{"content":${deep}}]},{"versions":[{"content":[{"body":"${long}Hi"}]}]}]`,
    );
    expect([value.map(({ text }) => text), problems.length]).toEqual([['Hi'], 1]);
    const circle = await read(JSON.stringify(rows));
    expect(new Set(circle.value.map(({ thread }) => thread)).size).toBe(1);
  });
});
