import { describe, expect, it } from 'vitest';
import { AUDIT, AUDIT_HEAD, EMPTY_AUDIT, published } from '../../../test/support/audit-summary.ts';
import type { AuditSummary } from '../../core/audit.ts';
import { widthOf } from '../cells.ts';
import { PLAIN } from '../options.ts';
import { text } from './text.ts';

const print = (summary: AuditSummary, given: { width?: number; reveal?: boolean } = {}): string =>
  `\n${String(text(AUDIT_HEAD, { width: 80, reveal: false, paint: PLAIN, ...given }).end(summary))}`;

describe('text', () => {
  it('says in short what was looked at, what must come down, and the figures', () => {
    expect(print(AUDIT)).toMatchInlineSnapshot(`
      "
      Audit of @OakfieldPrimary (X archive, oakfield-archive.zip)
      Autumn term 2026 (2 Sep 2026 to 18 Dec 2026), on the clocks of Europe/London
      1,500 records read · 77 posts judged: 60 of its own, 12 passed on, 5 liked
      2 not readable

      ✖ 1 post must come down today · 3 posts with findings · 74 of 77 clean
        2 posts have an error: 1 must come down, 1 is deleted already.

      Must come down
        Tue 8 Sep 2026, 19:42                                           no-child-names
          https://x.com/OakfieldPrimary/status/1001

      Posts that broke a rule
        no-child-names    ████████████████     2  ▼ 2 fewer
        school-hours      ████████             1  ▲ 1 more
        no-other-handles                       0  ▼ 1 fewer

      Against the period before
        Before: Summer term 2026 (20 Apr 2026 to 22 Jul 2026).
        Errors: 3, 5 before (▼ 2 fewer)
        Warnings: 1, 0 before (▲ 1 more)

      Excused
        1 time by an event in the calendar

      The account as a whole
        ✖ 5.2: One of 2 replies came more than two days later.
        ▲ 1.4: Two posts came from a telephone.

      Not checkable
        in 60 posts, because no list of pupils is configured
        1 duty of the account

      Sign-offs
        oakfield-2026/6.1: overdue, due on 2 Sep 2026, the headteacher

      Under Hexley Trust Code
        It would have stopped 2 more posts and let 1 through that this policy stops.

      Could not be read
        oakfield-archive.zip:77: Record 70 is cut short and was left out.

      The whole, for people: --report audit.html; for a spreadsheet: --format csv
      "
    `);
  });

  it('does without bars where there is no room for them', () => {
    const narrow = print(AUDIT, { width: 40 });
    expect(narrow).not.toMatch(/[█▏▎▍▌▋▊▉]/u);
    expect(narrow).toMatchInlineSnapshot(`
      "
      Audit of @OakfieldPrimary (X archive,
      oakfield-archive.zip)
      Autumn term 2026 (2 Sep 2026 to 18 Dec
      2026), on the clocks of Europe/London
      1,500 records read · 77 posts judged: 60
      of its own, 12 passed on, 5 liked
      2 not readable

      ✖ 1 post must come down today
        3 posts with findings · 74 of 77 clean
        2 posts have an error: 1 must come
        down, 1 is deleted already.

      Must come down
        Tue 8 Sep 2026, 19:42   no-child-names
          https://x.com/OakfieldPrimary/status/1001

      Posts that broke a rule
        no-child-names            2  ▼ 2 fewer
        school-hours              1  ▲ 1 more 
        no-other-handles          0  ▼ 1 fewer

      Against the period before
        Before: Summer term 2026 (20 Apr 2026
        to 22 Jul 2026).
        Errors: 3, 5 before (▼ 2 fewer)
        Warnings: 1, 0 before (▲ 1 more)

      Excused
        1 time by an event in the calendar

      The account as a whole
        ✖ 5.2: One of 2 replies came more
          than two days later.
        ▲ 1.4: Two posts came from a
          telephone.

      Not checkable
        in 60 posts, because no list of
          pupils is configured
        1 duty of the account

      Sign-offs
        oakfield-2026/6.1: overdue, due on 2
          Sep 2026, the headteacher

      Under Hexley Trust Code
        It would have stopped 2 more posts and
        let 1 through that this policy stops.

      Could not be read
        oakfield-archive.zip:77: Record 70
          is cut short and was left out.

      The whole, for people: --report
      audit.html; for a spreadsheet: --format
      csv
      "
    `);
  });

  it('fits the width, but for addresses', () => {
    for (const width of [40, 80, 120]) {
      const lines = print(AUDIT, { width })
        .split('\n')
        .filter((line) => !line.includes('https:'));
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
    }
  });

  it('says so when there is nothing to tell', () => {
    expect(print(EMPTY_AUDIT)).toMatchInlineSnapshot(`
      "
      Audit of the posts
      Autumn term 2026 (2 Sep 2026 to 18 Dec 2026), on the clocks of Europe/London
      0 records read · 0 posts of its own judged

      ▲ There was nothing to judge in this period

      The whole, for people: --report audit.html; for a spreadsheet: --format csv
      "
    `);
  });

  it('names the post by its id where an address would show the name that it masks', () => {
    const [first] = AUDIT.listed;
    const trace = {
      ...first!.trace!,
      published: { kind: 'own', url: 'https://oakfield.example/olwen-marsh' },
    } as const;
    const summary = { ...AUDIT, listed: [{ ...first!, trace }] };
    expect(print(summary)).toContain('1001 (oakfield-archive.zip › data/tweets.js, line 11)');
    expect(print(summary)).not.toContain('olwen');
    expect(print(summary, { reveal: true })).toContain('https://oakfield.example/olwen-marsh');
  });

  it('lists the first ten posts that must come down and counts the rest', () => {
    const listed = Array.from({ length: 12 }, (_, index) => ({
      ...published('⟦Olwen⟧ won', String(1100 + index), '2026-09-08T19:42:00+01:00'),
      isDue: true,
    }));
    const told = print({ ...AUDIT, listed, listable: 30, due: 25 });
    expect(told.match(/\/status\//gu)).toHaveLength(10);
    expect(told).toContain('and 15 more');
  });
});
