import { describe, expect, it } from 'vitest';
import type { Finding } from '../core/finding.ts';
import type { Policy } from '../core/policy.ts';
import type { JudgedPost } from '../core/report.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { repeatedMentions } from './repeated-mentions.ts';
import { repeats } from './repeats.ts';

const CONTEXT = {
  policy: { info: { id: 'ours', title: 'Ours' } } as Policy,
  policies: [],
  school: UNKNOWN_SCHOOL,
  period: { label: 'Autumn', from: '2025-09-01', to: '2025-12-31', startMs: 0, endMs: 1 },
  nowMs: 0,
  timezone: 'Europe/London',
};

const finding = (rule: string, severity: Finding['severity'] = 'error'): Finding => ({
  rule,
  concept: 'names',
  severity,
  confidence: 'certain',
  message: '',
  where: 'text',
  range: null,
  evidence: [],
  citation: { policy: 'ours', section: '', clause: '1', requires: '' },
  also: [],
  suggestions: [],
});

const judged = (
  id: number,
  at: string,
  {
    findings = [],
    mentions = [],
    replyToId,
  }: {
    readonly findings?: readonly Finding[];
    readonly mentions?: readonly string[];
    readonly replyToId?: string;
  },
): JudgedPost => ({
  post: {
    id: `${id}`,
    text: '',
    origin: { file: 'tweets.js', line: 1, record: id },
    at: { kind: 'unscheduled' },
    media: [],
  },
  fingerprint: '',
  at,
  findings,
  waived: [],
  known: [],
  unchecked: [],
  names: [],
  trace: {
    published: { kind: 'own', ...(replyToId !== undefined && { replyToId }) },
    purpose: 'other',
    isReply: replyToId !== undefined,
    source: 'Twitter for iPhone',
    mentions,
    details: [],
    isSchoolTalk: false,
    excused: [],
  },
});

const ask = (
  audit: typeof repeats,
  posts: readonly JudgedPost[],
  params: Readonly<Record<string, unknown>> = {},
  school = UNKNOWN_SCHOOL,
) => {
  const run = audit.start(params, { ...CONTEXT, school });
  for (const post of posts) run.add?.(post);
  return run.end();
};

const FRIDAYS = ['2025-10-03', '2025-10-10', '2025-10-17', '2025-10-17'];
const onFridays = (rule: string) =>
  FRIDAYS.map((day, index) =>
    judged(index, `${day}T16:00:00+01:00`, { findings: [finding(rule)] }),
  );

describe('repeats', () => {
  it('tells a rule that was broken in three weeks, with what stands behind most of it', () => {
    expect(ask(repeats, onFridays('ours/names'))).toEqual({
      status: 'look',
      told: 'One rule was broken in 3 weeks or more: something to speak about with whoever posts.',
      items: [
        {
          told: '“names” was broken in 3 weeks, by 4 posts; most of them: on a Friday (4) and with Twitter for iPhone (4).',
        },
      ],
      count: 1,
    });
  });

  it('leaves alone what was broken less often, what was mild, and rules of others', () => {
    const [first, second] = onFridays('ours/names') as [JudgedPost, JudgedPost];
    expect(ask(repeats, [first, second]).status).toBe('kept');
    expect(ask(repeats, onFridays('theirs/names')).status).toBe('kept');
    expect(ask(repeats, onFridays('ours/names'), { rules: ['hours'] }).status).toBe('kept');
    expect(ask(repeats, onFridays('ours/names'), { severities: ['info'] }).status).toBe('kept');
  });

  it('begins a week on Monday', () => {
    const days = ['2025-10-05', '2025-10-06', '2025-10-12'];
    const posts = days.map((day, index) =>
      judged(index, `${day}T10:00:00+01:00`, { findings: [finding('ours/names')] }),
    );
    expect(ask(repeats, posts, { weeks: 2 }).items).toEqual([
      { told: expect.stringContaining('in 2 weeks, by 3 posts') as string },
    ]);
  });
});

describe('repeated-mentions', () => {
  const days = ['01', '02', '03', '05'];
  const to = (handle: string, more: { readonly replyToId?: string } = {}) =>
    days.map((day, index) =>
      judged(index, `2025-10-${day}T10:00:00+01:00`, { mentions: [handle], ...more }),
    );

  it('tells posts that address one account again and again, without its handle', () => {
    const found = ask(repeatedMentions, to('sam_of_hexley'));
    expect({ status: found.status, count: found.count, items: found.items.length }).toEqual({
      status: 'look',
      count: 4,
      items: 4,
    });
    expect(JSON.stringify(found)).not.toContain('sam_of_hexley');
  });

  it('leaves conversations, approved accounts and those who wrote themselves alone', () => {
    expect(ask(repeatedMentions, to('sam_of_hexley', { replyToId: '1' })).status).toBe('kept');
    const approved = { ...UNKNOWN_SCHOOL, allowedHandles: ['HexleyLibrary'] };
    expect(ask(repeatedMentions, to('hexleylibrary'), {}, approved).status).toBe('kept');
    const comments = [{ id: '9', by: 'Sam_of_Hexley', atMs: Date.parse('2025-10-02T12:00:00Z') }];
    const answered = { ...UNKNOWN_SCHOOL, comments };
    expect(ask(repeatedMentions, to('sam_of_hexley'), {}, answered).status).toBe('kept');
    expect(ask(repeatedMentions, to('sam_of_hexley'), { days: 3 }).status).toBe('kept');
  });
});
