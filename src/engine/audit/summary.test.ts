import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { published, traceOf } from '../../../test/support/audit-summary.ts';
import { finding } from '../../../test/support/oakfield-report.ts';
import { MOST_POSTS } from '../../core/audit.ts';
import type { Finding } from '../../core/finding.ts';
import type { Policy, Rule } from '../../core/policy.ts';
import type { JudgedPost } from '../../core/report.ts';
import { periodOf } from '../../time/period.ts';
import { stretchOf } from './stretch.ts';
import type { SummarySettings } from './summary.ts';
import { createSummary } from './summary.ts';

const LONDON = 'Europe/London';
const period = periodOf('Autumn term 2026', { from: '2026-09-02', to: '2026-12-18' }, LONDON);
const previous = periodOf('Summer term 2026', { from: '2026-04-20', to: '2026-07-22' }, LONDON);

const SETTINGS: SummarySettings = {
  policies: [],
  period,
  previous,
  isWhole: false,
  timezone: LONDON,
  today: '2026-11-23',
  terms: [],
};

const NOTHING = { answers: [], signOffs: [], notices: [], problems: [] };

const add = (summary: ReturnType<typeof createSummary>, judged: JudgedPost): void => {
  const stretch = stretchOf(judged.post, { period, previous, isWhole: false });
  if (stretch === 'outside') summary.outside();
  else summary.add(judged, stretch);
};

const summaryOf = (posts: readonly JudgedPost[], changes: Partial<SummarySettings> = {}) => {
  const summary = createSummary({ ...SETTINGS, ...changes });
  for (const judged of posts) add(summary, judged);
  return summary.end(NOTHING);
};

const named = finding('no-child-names', null);
const late = finding('school-hours', null, { where: 'at', severity: 'error' });
const guess = finding('no-child-names', null, { confidence: 'possible' });

const POSTS: readonly JudgedPost[] = [
  published('Bulbs are in.', '1001', '2026-11-02T09:00:00+00:00'),
  published('Well done ⟦Olwen⟧', '1002', '2026-11-03T09:00:00+00:00', { found: () => [named] }),
  published('Well done ⟦Olwen⟧', '1003', '2026-11-03T20:00:00+00:00', {
    found: () => [named, late],
    trace: traceOf({ deletedMs: Date.UTC(2026, 10, 4) }),
  }),
  published('Late news', '1004', '2026-11-04T20:00:00+00:00', { found: () => [late] }),
  published('Maybe ⟦Olwen⟧', '1005', '2026-11-05T09:00:00+00:00', { found: () => [guess] }),
  published('RT: the fair', '1006', '2026-11-05T10:00:00+00:00', {
    trace: traceOf({ kind: 'repost', by: 'HexleyLibrary' }),
    post: { published: { kind: 'repost', by: 'HexleyLibrary' } },
  }),
  published('In summer ⟦Olwen⟧', '1007', '2026-06-03T09:00:00+01:00', { found: () => [named] }),
  published('Years ago', '1008', '2019-06-03T09:00:00+01:00', { found: () => [named] }),
];

describe('what an audit adds up to', () => {
  it('accounts for every record', () => {
    const summary = createSummary(SETTINGS);
    for (const judged of POSTS) add(summary, judged);
    summary.skip('replaced', 2);
    summary.skip('direct');
    summary.unread();
    const { sums } = summary.end(NOTHING);
    expect(sums).toEqual({
      read: 12,
      own: 5,
      reposts: 1,
      likes: 0,
      before: 1,
      outside: 1,
      skipped: { replaced: 2, direct: 1 },
      unread: 1,
    });
  });

  it('asks only for what is still up and sure, and mended by being taken down', () => {
    const deleted = POSTS.map((judged) =>
      judged.post.id === '1003'
        ? { ...judged, post: { ...judged.post, published: judged.trace!.published! } }
        : judged,
    );
    const { listed, due, listable } = summaryOf(deleted);
    expect(listed.map(({ post, isDue }) => [post.id, isDue])).toEqual([
      ['1002', true],
      ['1003', false],
      ['1004', false],
      ['1005', false],
    ]);
    expect([due, listable]).toEqual([1, 4]);
  });

  it('tells what becomes of every post with an error, so that the numbers go together', () => {
    const rule = (id: string, check: string): Rule => ({
      id,
      clause: '1',
      concept: id,
      severity: 'error',
      check,
      with: {},
      message: 'No.',
      examples: { flags: [], allows: [] },
      line: 1,
    });
    const policy: Policy = {
      file: 'p.yaml',
      info: { id: 'oakfield-2026', title: 'P' },
      timezone: LONDON,
      clauses: [],
      audits: [],
      rules: [rule('app', 'device-source'), rule('soon', 'reply-time'), rule('names', 'person')],
      questions: [],
      off: [],
    };
    const of = (id: string) => finding('no-child-names', null, { rule: `oakfield-2026/${id}` });
    const post = (id: string, found: readonly Finding[]): JudgedPost =>
      published('Bulbs', id, '2026-11-02T09:00:00+00:00', { found: () => found });
    const gone = post('2005', [of('names')]);
    const judged = [
      post('2001', [of('app')]),
      post('2002', [of('soon')]),
      post('2003', [of('app'), of('names')]),
      post('2004', [{ ...of('names'), confidence: 'possible' }]),
      { ...gone, post: { ...gone.post, published: { kind: 'own' as const, deletedMs: 1 } } },
    ];
    const { posts, due, errors } = summaryOf(judged, { policies: [policy] });
    expect({ error: posts.error, due, errors }).toEqual({
      error: 5,
      due: 1,
      errors: { due: 1, deleted: 1, otherwise: 2, guesses: 1 },
    });
  });

  it('shows the first words of what was excused', () => {
    const words = `${'tombola '.repeat(30)}🎪`;
    const { excused } = summaryOf([
      published(words, '1001', '2026-11-02T19:00:00+00:00', {
        trace: traceOf({}, { excused: [{ rule: 'p/r', by: 'event', what: 'Fair' }] }),
      }),
    ]);
    expect(excused.map(({ text }) => text)).toEqual([`${'tombola '.repeat(17)}tom…`]);
  });

  it('counts findings now and before, posts by the worst of them, hours and weeks', () => {
    const { posts, findings, findingsBefore, hours, weeks } = summaryOf(POSTS);
    expect(posts).toEqual({ error: 4, warning: 0, info: 0, clean: 2 });
    expect(findings).toEqual({ error: 5, warning: 0, info: 0 });
    expect(findingsBefore).toEqual({ error: 1, warning: 0, info: 0 });
    // Tuesday at nine in the morning and at eight at night; what was passed on is not counted.
    expect([hours[1]![9], hours[1]![20], hours[3]![10]]).toEqual([1, 1, 0]);
    expect(weeks.find(({ posts: count }) => count > 0)).toEqual({
      start: '2026-11-02',
      posts: 6,
      findings: { error: 5, warning: 0, info: 0 },
    });
    expect([weeks[0]!.start, weeks.at(-1)!.start]).toEqual(['2026-08-31', '2026-12-14']);
  });

  it('tells a whole archive from its first post to its last', () => {
    const whole = periodOf('The whole archive', { from: '2006-03-21', to: '2026-11-23' }, LONDON);
    const settings: SummarySettings = { ...SETTINGS, period: whole, isWhole: true };
    const summary = createSummary(settings);
    for (const judged of POSTS) summary.add(judged, 'period');
    const { period: told, weeks } = summary.end(NOTHING);
    expect([told.from, told.to]).toEqual(['2019-06-03', '2026-11-05']);
    expect(weeks[0]!.start).toBe('2019-06-03');
  });

  it('is the same in whatever order posts come', () => {
    const expected = summaryOf(POSTS);
    fc.assert(
      fc.property(fc.shuffledSubarray([...POSTS], { minLength: POSTS.length }), (posts) => {
        expect(summaryOf(posts)).toEqual(expected);
      }),
    );
  });

  it('lists the most serious of very many posts and counts the others', () => {
    const many = Array.from({ length: MOST_POSTS + 50 }, (_, index) =>
      published('Late', String(10_000 + index), '2026-11-04T20:00:00+00:00', {
        found: () => [late],
      }),
    );
    const { listed, listable } = summaryOf([...many, POSTS[1]!]);
    expect(listed).toHaveLength(MOST_POSTS);
    expect(listed[0]!.post.id).toBe('1002');
    expect(listable).toBe(MOST_POSTS + 51);
  });
});
