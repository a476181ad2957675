import { describe, expect, it } from 'vitest';
import type { Post } from '../core/post.ts';
import type { TimetableSettings } from './timetable.ts';
import { createTimetable } from './timetable.ts';

const NOW = Date.parse('2026-11-23T08:00:00Z');

const row = (
  line: number,
  at: string | null,
  text = `Post ${line}`,
  rest: Partial<Post> = {},
): Post => ({
  id: `p${line}`,
  text,
  origin: { file: 'queue.csv', line, record: line - 1 },
  at: at === null ? { kind: 'unscheduled' } : { kind: 'instant', epochMs: Date.parse(at) },
  media: [],
  ...rest,
});

const watch = (posts: readonly Post[], settings: Partial<TimetableSettings> = {}) => {
  const timetable = createTimetable({
    nowMs: NOW,
    timezone: 'Europe/London',
    upcoming: false,
    ...settings,
  });
  const judged = posts.filter(timetable.add).map(({ origin }) => origin.line);
  const notices = timetable
    .notices()
    .map(({ kind, line, message }) => `${line ?? '-'} ${kind}: ${message}`);
  return { judged, notices, past: timetable.past() };
};

describe('the timetable of a queue', () => {
  it('notes two posts at one minute', () => {
    const posts = [row(2, '2026-11-24T10:00:00Z'), row(3, '2026-11-24T10:00:30Z')];
    expect(watch(posts)).toEqual({
      judged: [2, 3],
      notices: ['3 same-minute: 10:00 on 2026-11-24 is taken by the post on line 2'],
      past: 0,
    });
  });

  it.each<[string, Post, Post]>([
    [
      'another account',
      row(2, '2026-11-24T10:00Z', 'A', { account: 'science' }),
      row(3, '2026-11-24T10:00Z'),
    ],
    [
      'one thread',
      row(2, '2026-11-24T10:00Z', 'A', { thread: 't' }),
      row(3, '2026-11-24T10:00Z', 'B', { thread: 't' }),
    ],
    [
      'one text for two profiles',
      row(2, '2026-11-24T10:00Z', 'A'),
      row(3, '2026-11-24T10:00Z', 'A', { origin: { file: 'b.csv', line: 3, record: 2 } }),
    ],
    ['the minute after', row(2, '2026-11-24T10:00Z'), row(3, '2026-11-24T10:01Z')],
    ['no time', row(2, null), row(3, null)],
    [
      'the same words a week later',
      row(2, '2026-11-24T10:00Z', 'A'),
      row(3, '2026-12-01T10:00Z', 'A'),
    ],
  ])('says nothing of %s', (_, one, other) => {
    expect(watch([one, other]).notices).toEqual([]);
  });

  it('notes the same words within a week, whichever stands first', () => {
    const posts = [
      row(2, '2026-11-26T10:00Z', 'Bake sale'),
      row(3, '2026-11-24T10:00Z', 'Bake  sale'),
    ];
    expect(watch(posts).notices).toEqual([
      '3 duplicate: the same words go out at 10:00 on 2026-11-26 (line 2)',
    ]);
  });

  it('notes a row that stands there twice', () => {
    const posts = [row(2, '2026-11-24T10:00Z', 'A'), row(3, '2026-11-24T10:00Z', 'A')];
    expect(watch(posts).notices).toEqual([
      '3 duplicate: the same words go out at 10:00 on 2026-11-24 (line 2)',
    ]);
  });

  it('tells times in the school’s zone, and the file where it is another', () => {
    const other = { file: 'b.csv', line: 9, record: 8 };
    const posts = [
      row(2, '2027-06-01T10:00Z'),
      row(3, '2027-06-01T10:00Z', 'B', { origin: other }),
    ];
    expect(watch(posts).notices).toEqual([
      '9 same-minute: 11:00 on 2027-06-01 is taken by the post on line 2 of queue.csv',
    ]);
  });

  it('passes over what is out already when it is asked to, and says so', () => {
    const posts = [
      row(2, '2025-11-24T10:00Z'),
      row(3, null),
      row(4, '2026-11-23T07:59:59Z'),
      row(5, '2026-11-23T08:00:00Z'),
    ];
    expect(watch(posts, { upcoming: true })).toEqual({
      judged: [3, 5],
      notices: [
        '2 past: 2 posts have a time in the past and were not judged: check the date, if they are still to come',
      ],
      past: 2,
    });
  });

  it('judges them otherwise, and asks about them only where others are still to come', () => {
    const old = row(2, '2025-11-24T10:00Z');
    expect(watch([old]).notices).toEqual([]);
    expect(watch([old, row(3, '2026-11-24T10:00Z')])).toEqual({
      judged: [2, 3],
      notices: ['2 past: this post has a time in the past: check the date, if it is still to come'],
      past: 0,
    });
  });

  it('does not drown anybody', () => {
    const posts = Array.from({ length: 200 }, (_, index) => row(index + 2, '2026-11-24T10:00Z'));
    const { notices } = watch(posts);
    expect(notices).toHaveLength(51);
    expect(notices.at(-1)).toBe(
      '- same-minute: 149 more posts share a minute or their words with another',
    );
  });
});
