import type { ArchiveAccount } from '../../src/core/archive.ts';
import type { AuditSummary, Period, RuleFigure } from '../../src/core/audit.ts';
import type { Published } from '../../src/core/post.ts';
import type { JudgedPost, ReportHead } from '../../src/core/report.ts';
import type { Trace } from '../../src/core/trace.ts';
import { OAKFIELD, finding, judged } from './oakfield-report.ts';

export const AUDIT_HEAD: ReportHead = {
  tool: { name: 'policy-lint', version: '1.2.3' },
  policies: [OAKFIELD],
};

const period = (label: string, from: string, to: string): Period => ({
  label,
  from,
  to,
  startMs: Date.parse(`${from}T00:00:00Z`),
  endMs: Date.parse(`${to}T00:00:00Z`) + 86_400_000,
});

const AUTUMN = period('Autumn term 2026', '2026-09-02', '2026-12-18');
const SUMMER = period('Summer term 2026', '2026-04-20', '2026-07-22');

const ACCOUNT: ArchiveAccount = {
  file: 'oakfield-archive.zip',
  format: 'X archive',
  profile: {
    handle: 'OakfieldPrimary',
    displayName: 'Oakfield Primary',
    bio: 'News from a school in Hexley.',
    isProtected: false,
    createdMs: Date.UTC(2014, 8, 1),
  },
  followers: [{ id: '1' }, { id: '2', handle: 'HexleyLibrary' }],
  following: [{ id: '2', handle: 'HexleyLibrary' }],
  apps: [{ name: 'Hexley Scheduler', permissions: ['read', 'write'] }],
  exportedMs: Date.UTC(2026, 10, 22, 9, 30),
};

export const traceOf = (
  published: Partial<Published> = {},
  changes: Partial<Trace> = {},
): Trace => ({
  published: { kind: 'own', url: 'https://x.com/OakfieldPrimary/status/1001', ...published },
  purpose: 'achievement',
  isReply: false,
  mentions: [],
  details: [],
  isSchoolTalk: true,
  excused: [],
  ...changes,
});

/** A post of the archive with ⟦marked⟧ names of children. */
export const published = (
  marked: string,
  id: string,
  at: string,
  given: Parameters<typeof judged>[1] & { readonly trace?: Trace } = {},
): JudgedPost => {
  const { trace, ...rest } = given;
  return {
    ...judged(marked, {
      at,
      ...rest,
      post: {
        id,
        origin: {
          file: 'oakfield-archive.zip › data/tweets.js',
          line: Number(id) - 990,
          record: Number(id) - 1000,
        },
        at: { kind: 'instant', epochMs: Date.parse(at) },
        ...rest.post,
      },
    }),
    trace: trace ?? traceOf({ url: `https://x.com/OakfieldPrimary/status/${id}` }),
  };
};

const figureOf = (
  rule: Parameters<typeof finding>[0],
  findings: number,
  posts: number,
  before: number | null,
): RuleFigure => {
  const { rule: name, citation, severity } = finding(rule, null);
  const { clause, section, requires } = citation;
  return { rule: name, clause, section, requires, severity, findings, posts, before };
};

const LISTED: AuditSummary['listed'] = [
  {
    ...published('Well done to ⟦Olwen⟧ ⟦Marsh⟧ in Y5!', '1001', '2026-09-08T19:42:00+01:00'),
    isDue: true,
  },
  {
    ...published('⟦Bran⟧ scored twice.', '1002', '2026-11-03T10:05:00+00:00', {
      trace: traceOf({ deletedMs: Date.UTC(2026, 10, 4) }),
    }),
    isDue: false,
  },
  {
    ...published('Goodnight from camp', '1003', '2026-11-14T22:15:00+00:00', {
      found: () => [finding('school-hours', null, { where: 'at' })],
    }),
    isDue: false,
  },
];

const hoursOf = (count: (day: number, hour: number) => number): readonly (readonly number[])[] =>
  Array.from({ length: 7 }, (_, day) => Array.from({ length: 24 }, (__, hour) => count(day, hour)));

/** The audit of an invented account, with something in every part of it. */
export const AUDIT: AuditSummary = {
  period: AUTUMN,
  previous: SUMMER,
  timezone: 'Europe/London',
  today: '2026-11-23',
  account: ACCOUNT,
  sums: {
    read: 1500,
    own: 60,
    reposts: 12,
    likes: 5,
    before: 80,
    outside: 1330,
    skipped: { replaced: 4, joined: 3, direct: 2, repeated: 1, unlike: 1 },
    unread: 2,
  },
  posts: { error: 2, warning: 1, info: 0, clean: 74 },
  findings: { error: 3, warning: 1, info: 0 },
  findingsBefore: { error: 5, warning: 0, info: 2 },
  waived: 1,
  listed: LISTED,
  listable: 3,
  due: 1,
  errors: { due: 1, deleted: 1, otherwise: 0, guesses: 0 },
  rules: [
    figureOf('no-child-names', 3, 2, 4),
    figureOf('school-hours', 1, 1, 0),
    figureOf('no-other-handles', 0, 0, 1),
  ],
  hours: hoursOf((day, hour) => (day < 5 && hour >= 8 && hour < 17 ? (day + hour) % 4 : 0)),
  windows: [
    {
      policy: 'oakfield-2026',
      days: ['mon', 'tue', 'wed', 'thu', 'fri'],
      from: '08:00',
      to: '17:00',
    },
  ],
  weeks: [
    { start: '2026-08-31', posts: 5, findings: { error: 0, warning: 0, info: 0 } },
    { start: '2026-09-07', posts: 20, findings: { error: 2, warning: 0, info: 0 } },
    { start: '2026-09-14', posts: 12, findings: { error: 0, warning: 0, info: 0 } },
    { start: '2026-11-02', posts: 15, findings: { error: 1, warning: 0, info: 0 } },
    { start: '2026-11-09', posts: 8, findings: { error: 0, warning: 1, info: 0 } },
  ],
  purposes: {
    achievement: 30,
    event: 15,
    notice: 8,
    learning: 4,
    thanks: 1,
    reply: 2,
    repost: 12,
    other: 5,
  },
  excused: [
    {
      rule: 'oakfield-2026/school-hours',
      by: 'event',
      what: 'Winter fair',
      post: {
        id: '1010',
        file: 'oakfield-archive.zip › data/tweets.js',
        line: 20,
        at: '2026-11-20T18:30:00+00:00',
        url: 'https://x.com/OakfieldPrimary/status/1010',
      },
      text: 'Tombola at the winter fair with O•••',
    },
  ],
  excusedCounts: { event: 1, urgent: 0, trip: 0, wording: 0, other: 0 },
  answers: [
    {
      policy: 'oakfield-2026',
      rule: 'oakfield-2026/account-public',
      clause: '1.1',
      requires: 'The account is public.',
      severity: 'error',
      status: 'kept',
      told: 'The profile says that the account is public.',
      items: [],
      count: 0,
    },
    {
      policy: 'oakfield-2026',
      rule: 'oakfield-2026/replies-in-time',
      clause: '5.2',
      requires: 'Questions are answered within two days.',
      severity: 'warning',
      status: 'broken',
      told: 'One of 2 replies came more than two days later.',
      advice: 'Look at the account every working day.',
      items: [
        {
          told: 'This reply came 4 days later.',
          post: {
            id: '1020',
            file: 'oakfield-archive.zip › data/tweets.js',
            line: 30,
            at: '2026-10-05T09:00:00+01:00',
            url: 'https://x.com/OakfieldPrimary/status/1020',
          },
        },
      ],
      count: 1,
    },
    {
      policy: 'oakfield-2026',
      rule: 'oakfield-2026/follows-only-schools',
      clause: '5.1',
      requires: 'The account follows schools and libraries alone.',
      severity: 'error',
      status: 'not-checkable',
      told: 'The archive names no account that is followed.',
      advice: 'Export the list of followed accounts and name it in the configuration.',
      items: [],
      count: 0,
    },
    {
      policy: 'oakfield-2026',
      rule: 'oakfield-2026/registered-devices',
      clause: '1.4',
      requires: 'Posts come from the school’s own devices.',
      severity: 'warning',
      status: 'look',
      told: 'Two posts came from a telephone.',
      items: [{ told: 'Sent with Hexley for phones.' }],
      count: 2,
    },
  ],
  unchecked: [
    {
      reason: 'no list of pupils is configured',
      rules: ['oakfield-2026/no-child-names'],
      posts: 60,
    },
  ],
  signOffs: [
    {
      name: 'oakfield-2026/6.1',
      requires: 'The password is changed every term.',
      owner: 'the headteacher',
      every: 'every term',
      last: '2026-04-21',
      next: '2026-09-02',
      status: 'overdue',
    },
    {
      name: 'oakfield-2026/6.2',
      requires: 'Staff read the policy.',
      owner: 'the office',
      every: 'every year',
      last: '2026-09-03',
      next: '2027-09-03',
      status: 'fine',
    },
  ],
  comparison: {
    policy: { id: 'hexley-trust', title: 'Hexley Trust Code', adopted: '2025' },
    stopped: 2,
    letThrough: 1,
    both: 1,
    neither: 73,
    rules: [{ rule: 'hexley-trust/calm-words', clause: '7', posts: 2 }],
    posts: [
      {
        id: '1030',
        file: 'oakfield-archive.zip › data/tweets.js',
        line: 40,
        at: '2026-10-06T09:00:00+01:00',
        url: 'https://x.com/OakfieldPrimary/status/1030',
        side: 'stopped',
        rules: ['hexley-trust/calm-words'],
      },
    ],
  },
  terms: [SUMMER, AUTUMN],
  notices: [
    {
      kind: 'date-order',
      file: 'oakfield-archive.zip',
      line: 3,
      message: 'A date can be read in two ways.',
    },
  ],
  problems: [
    { file: 'oakfield-archive.zip', line: 77, message: 'Record 70 is cut short and was left out.' },
  ],
};

/** An audit that found nothing to look at. */
export const EMPTY_AUDIT: AuditSummary = {
  period: AUTUMN,
  timezone: 'Europe/London',
  today: '2026-11-23',
  sums: { read: 0, own: 0, reposts: 0, likes: 0, before: 0, outside: 0, skipped: {}, unread: 0 },
  posts: { error: 0, warning: 0, info: 0, clean: 0 },
  findings: { error: 0, warning: 0, info: 0 },
  findingsBefore: null,
  waived: 0,
  listed: [],
  listable: 0,
  due: 0,
  errors: { due: 0, deleted: 0, otherwise: 0, guesses: 0 },
  rules: [],
  hours: hoursOf(() => 0),
  windows: [],
  weeks: [],
  purposes: {
    achievement: 0,
    event: 0,
    notice: 0,
    learning: 0,
    thanks: 0,
    reply: 0,
    repost: 0,
    other: 0,
  },
  excused: [],
  excusedCounts: { event: 0, urgent: 0, trip: 0, wording: 0, other: 0 },
  answers: [],
  unchecked: [],
  signOffs: [],
  terms: [],
  notices: [],
  problems: [],
};
