import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDITS } from '../src/audits/index.ts';
import { MOST_ITEMS } from '../src/core/audit.ts';
import type { JudgedPost } from '../src/core/report.ts';
import { PURPOSES } from '../src/core/trace.ts';
import { contextOf, instant, judgedOf, readAuditPage } from './support/audit-page.ts';

const minute = fc.integer({ min: 0, max: 200_000 });
const START = instant('2025-09-03T00:00');

/** Posts of a term, with whatever an audit may look at. */
const post = fc
  .record(
    {
      at: minute.map((minutes) => new Date(START + minutes * 60_000).toISOString()),
      kind: fc.constantFrom('own', 'own', 'repost', 'like'),
      purpose: fc.constantFrom(...PURPOSES),
      isSchoolTalk: fc.boolean(),
      mentions: fc.subarray(['oak_pupil_07', 'hexleybakes', 'rovers']),
      source: fc.constantFrom('Twitter for iPhone', 'Twitter Web App', 'Brass Pigeon'),
      answered: minute.map((minutes) => new Date(START + minutes * 60_000).toISOString()),
      replyToId: fc.constantFrom('10', '11', '12'),
      visibility: fc.constantFrom('public', 'followers'),
    },
    { requiredKeys: ['kind', 'purpose', 'isSchoolTalk', 'mentions'] },
  )
  .map(({ kind, answered, replyToId, visibility, ...trace }) => ({
    ...trace,
    published: {
      kind: kind as 'own' | 'repost' | 'like',
      ...(answered !== undefined && { answered }),
      ...(replyToId !== undefined && { replyToId }),
      ...(visibility !== undefined && { visibility: visibility as 'public' | 'followers' }),
    },
  }));

const posts = fc.array(post, { maxLength: 150 }).map((all) => all.map(judgedOf));

const shuffled = posts.chain((all) =>
  fc
    .shuffledSubarray(all, { minLength: all.length })
    .map((mixed) => ({ all, mixed: JSON.parse(JSON.stringify(mixed)) as readonly JudgedPost[] })),
);

const PERSONAL = contextOf({
  account: {
    file: 'x.zip',
    format: 'X archive',
    profile: { handle: 'trowe', bio: 'Runner', isProtected: false },
  },
  school: {
    accounts: [{ name: 'T. Rowe', kind: 'personal', handle: 'trowe' }],
    comments: [{ id: '10', at: '2025-09-08T10:00', text: 'When is it?' }] as never,
  },
});
const OFFICIAL = contextOf({
  account: {
    file: 'x.zip',
    format: 'X archive',
    profile: { handle: 'OakfieldPrimary', isProtected: false },
  },
});

const paramsOf = (name: string): readonly Readonly<Record<string, unknown>>[] => {
  const file = new URL(`../src/audits/${name}.md`, import.meta.url);
  const { examples } = readAuditPage(readFileSync(file, 'utf8'));
  return [...new Set(examples.map(({ params }) => JSON.stringify(params)))].map(
    (written) => JSON.parse(written) as Readonly<Record<string, unknown>>,
  );
};

describe.each([...AUDITS.values()].map((audit) => [audit.name, audit] as const))(
  '%s',
  (name, audit) => {
    it('answers the same in whichever order posts come, and from posts that were written down', () => {
      const all = paramsOf(name);
      const answers = (given: readonly JudgedPost[]) =>
        all.flatMap((params) =>
          [PERSONAL, OFFICIAL].map((context) => {
            const run = audit.start(params, context);
            for (const one of given) run.add?.(one);
            return run.end();
          }),
        );
      fc.assert(
        fc.property(shuffled, ({ all: inOrder, mixed }) => {
          expect(answers(mixed)).toEqual(answers(inOrder));
        }),
        { numRuns: 25 },
      );
    });

    it('names at most so many and counts the rest', () => {
      fc.assert(
        fc.property(posts, (all) => {
          for (const params of paramsOf(name)) {
            const run = audit.start(params, PERSONAL);
            for (const one of [...all, ...all]) run.add?.(one);
            const { items, count } = run.end();
            expect(items.length).toBeLessThanOrEqual(MOST_ITEMS);
            expect(count).toBeGreaterThanOrEqual(items.length);
          }
        }),
        { numRuns: 5 },
      );
    });
  },
);
