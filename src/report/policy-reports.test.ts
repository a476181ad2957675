import { describe, expect, it } from 'vitest';
import { policyOf } from '../../test/support/small-policy.ts';
import type { AuditRule, Clause, Policy } from '../core/policy.ts';
import { coverageText } from './coverage.ts';
import { dueText } from './due.ts';
import { explainAudit } from './explain-audit.ts';
import { explainClause } from './explain-clause.ts';
import type { Paint, ReportOptions, Style } from './options.ts';
import { PLAIN } from './options.ts';
import { policyText } from './policies.ts';
import { overdueReviews, reviewDay } from './reviews.ts';
import { ruleWith } from '../../test/support/small-policy.ts';

const options = (width: number, paint: Paint = PLAIN): ReportOptions => ({
  width,
  reveal: true,
  paint,
});

const as =
  (name: string): Style =>
  (text) =>
    `<${name}>${text}</${name}>`;
const TAGS: Paint = { ...PLAIN, error: as('red'), bold: as('b'), dim: as('dim') };

const clause = (id: string, requires: string, more: Partial<Clause> = {}): Clause => ({
  id,
  section: 'Account',
  requires,
  kind: 'attest',
  ...more,
});

const POLICY: Policy = policyOf(
  [ruleWith('no-tags', { clause: '1' }), ruleWith('hours', { severity: 'warning', clause: '2' })],
  {
    info: {
      id: 'oakfield',
      title: 'Our social media policy for all who post',
      reviewDue: '2026-02-11',
    },
    clauses: [
      clause(
        '1',
        'Nobody outside the school is tagged in a post or in the description of a picture.',
      ),
      clause('2', 'We post in the day.'),
    ],
  },
);

describe('coverage', () => {
  const covered = [
    {
      clause: POLICY.clauses[0]!,
      status: 'rule' as const,
      rules: ['no-tags', 'no-tags-at-all'],
      audits: [],
    },
    { clause: POLICY.clauses[1]!, status: 'nothing' as const, rules: [], audits: [] },
    {
      clause: clause('3', 'Shown.', {
        section: 'A section with a heading that is longer than a narrow terminal is',
      }),
      status: 'nothing' as const,
      rules: [],
      audits: [],
      by: 'hours is switched off: We run a boarding house and post when the day there is done',
    },
  ];
  it('fits a narrow terminal', () => {
    expect(coverageText({ policy: POLICY, clauses: covered }, options(50))).toBe(`\
oakfield: Our social media policy for all who post

Account
rule     1
         Nobody outside the school is tagged in a
         post or in the description of a picture.
         → no-tags, no-tags-at-all
nothing  2
         We post in the day.
         → no rule, no audit, no sign-off: a hole

A section with a heading that is longer than a
narrow terminal is
nothing  3
         Shown.
         → hours is switched off: We run a
           boarding house and post when the day
           there is done

1 of 3 clauses answered · 1 by rules
0 with an archive · 0 by sign-offs · 0 outside
2 holes
`);
  });

  it('colours a hole', () => {
    expect(coverageText({ policy: POLICY, clauses: [covered[1]!] }, options(80, TAGS))).toBe(`\
<b>oakfield: Our social media policy for all who post</b>

<dim>Account</dim>
<red>nothing  </red>2
         We post in the day.
<dim>         → no rule, no audit, no sign-off: a hole</dim>

<b>0 of 1 clause answered · 0 by rules · 0 with an archive · 0 by sign-offs</b>
<b>0 outside · 1 hole</b>
`);
  });
});

describe('due', () => {
  const duty = (status: 'never' | 'overdue' | 'fine' | 'occasion', dates = {}) => ({
    policy: POLICY,
    clause: POLICY.clauses[0]!,
    name: 'oakfield/1',
    owner: 'headteacher',
    every: 'term' as const,
    status,
    ...dates,
  });

  it('lists what is wanted, and when it was done last', () => {
    const last = { last: '2026-01-31', by: 'M. Idris', next: '2026-05-31' };
    const states = [duty('never'), duty('overdue', last), duty('fine', last), duty('occasion')];
    expect(dueText({ states, reviews: [POLICY] }, options(60, TAGS))).toBe(`\
Our social media policy for all who post: its review was due
on 11 Feb 2026

<b>Our social media policy for all who post (oakfield)</b>
  1
    Nobody outside the school is tagged in a post or in the
    description of a picture.
    <dim>never recorded; headteacher, every term</dim>
  1
    Nobody outside the school is tagged in a post or in the
    description of a picture.
    <red>was due 31 May 2026, last 31 Jan 2026 by M. Idris;</red>
    <red>headteacher, every term</red>

<b>1 review due · 2 sign-offs due · 1 in date</b>
<b>1 only when something happens</b>

Record one: policy-lint signoff CLAUSE --by "Who confirms
it"
`);
  });

  it('says so when nothing is wanted, and never while a review is', () => {
    expect(dueText({ states: [duty('fine')], reviews: [] }, options(80))).toBe(
      'Nothing is due · 1 in date\n',
    );
    expect(dueText({ states: [], reviews: [POLICY] }, options(100))).toBe(
      'Our social media policy for all who post: its review was due on 11 Feb 2026\n\n1 review due · 0 in date\n',
    );
  });
});

describe('a review', () => {
  const due = (reviewDue: string, today: string): number =>
    overdueReviews([policyOf([], { info: { id: 'x', title: 'X', reviewDue } })], today).length;

  it.each([
    ['2019-09-11', '2019-09-11', 0],
    ['2019-09-11', '2019-09-12', 1],
    ['2020-02', '2020-02-29', 0],
    ['2020-02', '2020-03-01', 1],
    ['2019', '2019-12-31', 0],
    ['2019', '2020-01-01', 1],
  ])('due %s is overdue on %s: %i', (reviewDue, today, expected) => {
    expect(due(reviewDue, today)).toBe(expected);
  });

  it.each([
    ['2025-03-10', '2026-03-10', 0],
    ['2025-03-10', '2026-03-11', 1],
    ['2025-02', '2026-02-28', 0],
    ['2024-02', '2025-02-28', 0],
    ['2025-02', '2026-03-01', 1],
    ['2026-04', '2026-03-01', 1],
    ['2026-03', '2026-03-01', 0],
  ])('that was recorded %s holds until %s: %i', (recorded, today, expected) => {
    const policy = policyOf([], { info: { id: 'x', title: 'X', reviewDue: '2019-09' } });
    expect(overdueReviews([policy], today, { x: recorded })).toHaveLength(expected);
  });

  it('lasts as long as the policy’s audit says', () => {
    const audit = { id: 'a', clause: '1', concept: 'c', severity: 'error' as const, line: 1 };
    const audits = [{ ...audit, audit: 'review-overdue', with: { months: 36 } }];
    const policy = policyOf([], { info: { id: 'x', title: 'X', reviewDue: '2019' }, audits });
    expect(overdueReviews([policy], '2026-03-01', { x: '2023-03' })).toEqual([]);
    expect(overdueReviews([policy], '2026-04-01', { x: '2023-03' })).toEqual([
      { ...policy, info: { ...policy.info, reviewDue: '2026-03' } },
    ]);
  });

  it('is told as its date is known', () => {
    expect(['2019-09-11', '2019-09', '2019'].map(reviewDay)).toEqual([
      'on 11 Sep 2019',
      'in Sep 2019',
      'in 2019',
    ]);
  });
});

const AUDIT: AuditRule = {
  id: 'followers-known',
  clause: '2',
  concept: 'followers',
  severity: 'info',
  audit: 'follower-moderation',
  with: { words: ['Hexley'] },
  advice: 'Look at them.',
  line: 9,
};

describe('audits', () => {
  const policy: Policy = { ...POLICY, audits: [AUDIT] };
  it('stand behind the rules of their policy, and are counted', () => {
    expect(policyText({ policy, isActive: true }, options(80))).toBe(`\
oakfield: Our social media policy for all who post (active)
  error    no-tags          Nobody outside the school is tagged in a post or in
                            the description of a picture.
  warning  hours            We post in the day.
  with an archive (policy-lint audit):
  info     followers-known  We post in the day.
`);
    expect(policyText({ policy, isActive: false }, options(80))).toContain('2 rules, 1 audit;');
  });

  it('answer for a clause, beside rules or alone', () => {
    const one = { clause: POLICY.clauses[1]!, rules: [], audits: ['followers-known'] };
    const shown = (status: 'rule' | 'audit', rules: readonly string[]): string =>
      coverageText({ policy, clauses: [{ ...one, status, rules }] }, options(80));
    expect(shown('audit', [])).toContain(
      'audit    2\n         We post in the day.\n         → followers-known\n',
    );
    expect(shown('rule', ['hours'])).toContain('→ hours, followers-known\n');
  });

  it('are explained with what they tell', () => {
    const about = 'who follows the account';
    expect(explainAudit({ policy, audit: AUDIT, about }, options(70))).toBe(`\
followers-known                                               oakfield
We post in the day.

   Policy  Our social media policy for all who post · Account (2)
   Force   info: worth knowing
   Tells   who follows the account, by the archive of the account
           (policy-lint audit)
   Try     Look at them.
   Audit   follower-moderation (words: Hexley)
   File    x.yaml:9
`);
  });
});

describe('policies', () => {
  const WIDE = `\
oakfield: Our social media policy for all who post (active)
  error    no-tags  Nobody outside the school is tagged in a post or in the
                    description of a picture.
  warning  hours    We post in the day.
`;
  it('stand in columns, and below one another where there is no room', () => {
    expect(policyText({ policy: POLICY, isActive: true }, options(80))).toBe(WIDE);
    expect(policyText({ policy: POLICY, isActive: true }, options(45))).toBe(`\
oakfield: Our social media policy for all who
post (active)
  error    no-tags
           Nobody outside the school is
           tagged in a post or in the
           description of a picture.
  warning  hours
           We post in the day.
`);
  });

  it('that are not active are told by their size', () => {
    const one = policyOf([ruleWith('a')], { info: { id: 'hexley', title: 'Hexley' } });
    expect(policyText({ policy: one, isActive: false }, options(80))).toBe(`\
hexley: Hexley
  1 clause, 1 rule; policy-lint coverage hexley lists them
`);
  });
});

describe('a clause without a rule', () => {
  it('is explained with what answers for it', () => {
    const covered = {
      clause: clause('3.2', 'The password changes.'),
      status: 'sign-off' as const,
      by: 'headteacher, every term',
    };
    expect(explainClause({ policy: POLICY, covered }, options(60))).toBe(`\
3.2                                                 oakfield
The password changes.

   Policy  Our social media policy for all who post
           Account (3.2)
   Answer  somebody signs it off (policy-lint due):
           headteacher, every term
`);
  });

  it('is a hole, or says which rule is off', () => {
    const hole = { clause: clause('9', 'R.'), status: 'nothing' as const };
    const answer = (by?: string): string =>
      explainClause({ policy: POLICY, covered: { ...hole, ...(by && { by }) } }, options(80)).split(
        'Answer  ',
      )[1]!;
    expect(answer()).toBe('nothing: a hole in the policy\n');
    expect(answer('no-x is switched off: We do')).toBe('nothing: no-x is switched off: We do\n');
  });
});
