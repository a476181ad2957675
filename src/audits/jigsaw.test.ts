import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../core/policy.ts';
import type { JudgedPost } from '../core/report.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import type { Detail } from '../core/trace.ts';
import { jigsaw } from './jigsaw.ts';

const CONTEXT = {
  policy: { info: { id: 'ours', title: 'Ours' } } as Policy,
  policies: [],
  school: UNKNOWN_SCHOOL,
  period: { label: 'Autumn', from: '2025-09-01', to: '2025-12-31', startMs: 0, endMs: 1 },
  nowMs: 0,
  timezone: 'Europe/London',
};

const judged = (id: string, day: string, details: readonly Detail[]): JudgedPost => ({
  post: {
    id,
    text: '',
    origin: { file: 'tweets.js', line: 1, record: Number(id) },
    at: { kind: 'unscheduled' },
    media: [],
  },
  fingerprint: '',
  at: `${day}T10:00:00+00:00`,
  findings: [],
  waived: [],
  known: [],
  unchecked: [],
  names: [],
  trace: {
    purpose: 'other',
    isReply: false,
    mentions: [],
    details,
    isSchoolTalk: true,
    excused: [],
  },
});

const initials: Detail = { kind: 'initials', value: 'QZ' };
const year = (value: string): Detail => ({ kind: 'year', value });
const club: Detail = { kind: 'club', value: 'fencing' };
const role: Detail = { kind: 'role', value: 'captain' };
const birthday: Detail = { kind: 'description', value: 'birthday' };

const answerTo = (posts: readonly JudgedPost[], params: Readonly<Record<string, unknown>> = {}) => {
  const run = jigsaw.start(params, CONTEXT);
  for (const post of posts) run.add?.(post);
  return run.end();
};

describe('jigsaw', () => {
  it('tells posts that together tell three kinds of detail, and never a value', () => {
    const found = answerTo([
      judged('1', '2025-10-01', [initials, year('y4')]),
      judged('2', '2025-11-05', [initials, club]),
    ]);
    expect({ ...found, items: found.items.map(({ told, post }) => [told, post?.id]) }).toEqual({
      status: 'look',
      told: 'Details spread over several posts may tell who one child is: 3 kinds or more are known, though no post tells them all.',
      count: 2,
      items: [
        [
          'Child 1, 2 posts: this one tells initials and a year group; together they tell initials, a year group and a club or a team.',
          '1',
        ],
        [
          'Child 1, 2 posts: this one tells initials and a club or a team; together they tell initials, a year group and a club or a team.',
          '2',
        ],
      ],
    });
    expect(JSON.stringify(found)).not.toMatch(/QZ|y4|fencing/u);
  });

  it.each<readonly [string, readonly JudgedPost[]]>([
    [
      'children of two years with the same initials',
      [
        judged('1', '2025-10-01', [initials, year('y4')]),
        judged('2', '2025-10-02', [initials, year('y6')]),
      ],
    ],
    [
      'two terms',
      [
        judged('1', '2025-10-01', [initials, year('y4')]),
        judged('2', '2026-02-02', [initials, club]),
      ],
    ],
    [
      'one post that tells all by itself',
      [judged('1', '2025-10-01', [initials, year('y4'), club])],
    ],
    [
      'a year and a club, which many children share',
      [
        judged('1', '2025-10-01', [year('y4'), club]),
        judged('2', '2025-10-02', [year('y4'), club, birthday]),
      ],
    ],
  ])('leaves %s alone', (_, posts) => {
    expect(answerTo(posts).status).toBe('kept');
  });

  it('ties a part that one child plays with a year, where initials do not differ', () => {
    const posts = [
      judged('1', '2025-10-01', [role, year('y4'), initials]),
      judged('2', '2025-10-02', [role, year('y4'), birthday]),
    ];
    expect(answerTo(posts)).toMatchObject({ status: 'look', count: 2 });
    const other = judged('3', '2025-10-03', [role, year('y4'), { kind: 'initials', value: 'AB' }]);
    expect(answerTo([posts[0]!, other]).status).toBe('kept');
  });

  it('asks for as many kinds as the policy says, of those that it names', () => {
    const posts = [
      judged('1', '2025-10-01', [initials, year('y4')]),
      judged('2', '2025-10-02', [initials, club]),
    ];
    expect(answerTo(posts, { least: 4 }).status).toBe('kept');
    expect(answerTo(posts, { kinds: ['initials', 'year'] }).status).toBe('kept');
  });

  it('tells two children that begin with one post in one order', () => {
    const role: Detail = { kind: 'role', value: 'captain' };
    const [first, second, third] = [
      judged('0', '2025-10-10', [initials, club, role]),
      judged('1', '2025-10-10', [initials, year('y6')]),
      judged('2', '2025-10-10', [role, year('y6'), club]),
    ];
    expect(answerTo([third, first, second])).toEqual(answerTo([first, second, third]));
  });

  it('answers the same in whatever order posts come', () => {
    const detail = fc.constantFrom<Detail>(initials, year('y4'), year('y6'), club, role, birthday);
    const posts = fc
      .array(fc.tuple(fc.integer({ min: 10, max: 28 }), fc.array(detail, { maxLength: 4 })), {
        maxLength: 12,
      })
      .map((all) =>
        all.map(([day, details], index) => judged(`${index}`, `2025-10-${day}`, details)),
      );
    fc.assert(
      fc.property(
        posts.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(answerTo(shuffled)).toEqual(answerTo(all));
        },
      ),
      { numRuns: 200 },
    );
  });
});
