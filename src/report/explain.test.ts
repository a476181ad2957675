import { describe, expect, it } from 'vitest';
import { OAKFIELD } from '../../test/support/oakfield-report.ts';
import type { Condition, Policy, Rule } from '../core/policy.ts';
import { inWords, parameters } from './conditions.ts';
import { explain } from './explain.ts';
import { PLAIN } from './options.ts';

const rule: Rule = {
  id: 'no-name-with-photo',
  clause: '4.2',
  concept: 'child-named',
  severity: 'error',
  check: 'person-named',
  with: { who: 'child', forms: ['given', 'full'] },
  when: { media: true },
  unless: { event: ['residential', 'trip'] },
  message: 'This post names a child next to a picture.',
  advice: 'Write about the class or the team instead.',
  examples: {
    flags: [
      'Well done ⟦Olwen⟧ and ⟦Aled⟧,\na lovely lesson 🎉',
      { text: 'At the fair', media: [{ file: '⟦olwen⟧-fair.jpg', alt: 'A stall' }], at: null },
    ],
    allows: ['Well done 4B, a lovely lesson'],
  },
  line: 12,
};
const policy: Policy = {
  file: 'rules/oakfield-2026.yaml',
  info: OAKFIELD,
  timezone: 'Europe/London',
  clauses: [
    {
      id: '4.2',
      section: 'Photographs and names',
      requires: 'A child who can be seen in a picture is not named in the post.',
      kind: 'draft',
    },
  ],
  rules: [rule],
  audits: [],
  questions: [],
  off: [],
};

describe('explain', () => {
  it('says what a rule asks, when, what to do, and shows examples', () => {
    const written = explain({ policy, rule }, { width: 72, reveal: false, paint: PLAIN });
    expect(`\n${written}`).toMatchInlineSnapshot(`
      "
      no-name-with-photo                                         oakfield-2026
      A child who can be seen in a picture is not named in the post.

         Policy  Oakfield Primary Social Media Policy
                 Photographs and names (4.2) · adopted 2 Sep 2026
         Force   error: change the post before it goes out
         When    Only when it has a picture. Not when an event is declared as
                 “residential” or “trip”.
         Says    This post names a child next to a picture.
         Try     Write about the class or the team instead.
         Waiver  30 days at most
         Check   person-named (who: child; forms: given, full)
         File    rules/oakfield-2026.yaml:12

      It flags
         │ Well done Olwen and Aled,
         │           ━━━━━     ━━━━
         │ a lovely lesson 🎉

         │ At the fair
         │ file: olwen-fair.jpg
         │       ━━━━━
         │ alt: A stall
         │ at: null

      It allows
         │ Well done 4B, a lovely lesson
      "
    `);
  });

  it.each([
    [
      { roles: ['headteacher', 'governor'], maxDays: 1 },
      '1 day at most, by “headteacher” or “governor” alone',
    ],
    [{ maxDays: 400 }, '400 days at most'],
    ['never' as const, 'never: no exception may be made'],
  ])('says of waivers under %j', (waiver, words) => {
    const subject = { policy, rule: { ...rule, waiver } };
    const written = explain(subject, { width: 72, reveal: false, paint: PLAIN });
    expect(/^ +Waiver +(.+)$/mu.exec(written)?.[1]).toBe(words);
  });

  it('manages with a bare rule', () => {
    const { when: _when, unless: _unless, advice: _advice, ...bare } = rule;
    const written = explain(
      {
        policy: { ...policy, clauses: [] },
        rule: { ...bare, with: {}, examples: { flags: [], allows: [] } },
      },
      { width: 40, reveal: false, paint: PLAIN },
    );
    expect(`\n${written}`).toMatchInlineSnapshot(`
      "
      no-name-with-photo         oakfield-2026
      This post names a child next to a
      picture.

         Policy  Oakfield Primary Social Media
                 Policy · 4.2
                 adopted 2 Sep 2026
         Force   error: change the post before
                 it goes out
         Says    This post names a child next
                 to a picture.
         Waiver  30 days at most
         Check   person-named
         File    rules/oakfield-2026.yaml:12
      "
    `);
  });
});

describe('inWords', () => {
  it.each<[Condition, string]>([
    [{ account: 'school' }, 'it is from the school’s account'],
    [
      { account: ['class', 'personal'], reply: true },
      'it is from a class’s account or a personal account and it is a reply',
    ],
    [{ media: false, scheduled: false }, 'it has no picture and it has no time yet'],
    [{ event: true }, 'an event is declared or in the calendar'],
    [{ event: false }, 'no event is declared or in the calendar'],
    [{ urgent: ['closure', 'snow'] }, 'an urgent reason is declared as “closure” or “snow”'],
    [
      { at: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '17:00' } },
      'it goes out on Mon to Fri between 08:00 and 17:00',
    ],
    [{ at: { days: ['sat', 'sun'] } }, 'it goes out on Sat or Sun'],
    [{ at: { from: '17:00' } }, 'it goes out from 17:00'],
    [
      { check: 'mention', with: { allow: ['a', 'b'] } },
      'the check mention (allow: a, b) finds something',
    ],
    [{ not: { reply: true } }, 'it is not so that it is a reply'],
    [
      { any: [{ reply: true }, { media: true, urgent: true }] },
      'it is a reply or (it has a picture and an urgent reason is declared)',
    ],
    [
      { reply: false, any: [{ media: true }, { scheduled: true }] },
      'it is not a reply and (it has a picture or it has a time)',
    ],
    [
      { all: [{ media: true }, { any: [{ reply: true }, { urgent: true }] }] },
      'it has a picture and (it is a reply or an urgent reason is declared)',
    ],
    [{}, ''],
  ])('%j', (condition, words) => {
    expect(inWords(condition)).toBe(words);
  });
});

describe('parameters', () => {
  it('are written as in the policy file', () => {
    expect(parameters({ who: 'child', forms: ['given'], near: { picture: true, words: 3 } })).toBe(
      'who: child; forms: given; near: { picture: true; words: 3 }',
    );
  });
});
