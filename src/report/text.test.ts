import { describe, expect, it } from 'vitest';
import { HEXLEY, OAKFIELD, finding, judged, reportOf } from '../../test/support/oakfield-report.ts';
import type { Report } from '../core/report.ts';
import { PLAIN, renderWith } from './options.ts';
import { text as textFormat } from './text.ts';

const text = renderWith(textFormat);
const print = (report: Report, { width = 80, reveal = false } = {}): string =>
  `\n${text(report, { width, reveal, paint: PLAIN })}`;

const instead = (words: string) => [{ title: 'Write about the class', text: words }];
const draft = {
  id: 'draft.txt',
  origin: { file: 'draft.txt', line: 1, record: 1, textLine: 4 },
  at: { kind: 'now' },
} as const;

describe('text', () => {
  it('says what is wrong, where, why, who says so and what to do', () => {
    const post = judged('Well done to ⟦Olwen Smart⟧ in Y5 for winning the cross-country! 📸', {
      found: ([name]) => [
        finding('no-child-names', name!, {
          suggestions: instead('Well done to our Year 5 runners for winning the cross-country! 📸'),
        }),
      ],
    });
    expect(print(reportOf([post, judged('Sports day is on Friday')]))).toMatchInlineSnapshot(`
      "
      queue/2026-11-23.yml › sports-day-3                       Mon 23 Nov 2026, 10:42

      error  This post names a child.                                   no-child-names
         ╭─ queue/2026-11-23.yml:12 · the post’s text
         │ Well done to O••• S••• in Y5 for winning the cross-country! 📸
         │              ━━━━━━━━━
         ╰─
         Why     Praise, then a given name and a surname
         Policy  A child is never named in a post.
                 Oakfield Primary Social Media Policy · Photographs and names (4.2)
                 adopted 2 Sep 2026
         Try     Write about the class:
                 - Well done to O••• S••• in Y5 for winning the cross-country! 📸
                 + Well done to our Year 5 runners for winning the cross-country! 📸
                 checked again: clean; read it through yourself
         More    policy-lint explain no-child-names

      ✖ 1 post to change · 1 ready
      "
    `);
  });

  it('gathers what one rule finds, with the text before the pictures', () => {
    const post = judged('Well done ⟦Olwen⟧! #Go⟦Olwen⟧', {
      post: { media: [{ file: 'xc-olwen.jpg', alt: 'A muddy podium' }] },
      found: ([name, tag]) => [
        finding('no-child-names', name!),
        finding('no-child-names', tag!, {
          confidence: 'possible',
          evidence: ['a hashtag that holds a given name'],
        }),
        finding(
          'no-child-names',
          { start: 3, end: 8 },
          {
            where: 'media[0].file',
            evidence: ['the file name repeats a given name'],
          },
        ),
      ],
      names: [
        { part: 'text', span: { start: 10, end: 15 } },
        { part: 'text', span: { start: 20, end: 25 } },
        { part: 'media[0].file', span: { start: 3, end: 8 } },
      ],
    });
    expect(print(reportOf([post]))).toMatchInlineSnapshot(`
      "
      queue/2026-11-23.yml › sports-day-3                       Mon 23 Nov 2026, 10:42

      error  This post names a child.                                   no-child-names
         ╭─ queue/2026-11-23.yml:12 · the post’s text
         │ Well done O•••! #GoO•••
         │           ━━━━     ┅┅┅┅
         ├─ queue/2026-11-23.yml:12 · file name of picture 1
         │ xc-o•••.jpg
         │    ━━━━
         ╰─
         Why     Praise, then a given name and a surname
                 A hashtag that holds a given name
                 The file name repeats a given name
                 Dotted marks are only a guess: please look for yourself.
         Policy  A child is never named in a post.
                 Oakfield Primary Social Media Policy · Photographs and names (4.2)
                 adopted 2 Sep 2026
         Try     Write about the class or the team instead.
         More    policy-lint explain no-child-names

      ✖ 1 post to change
      "
    `);
  });

  it('numbers lines as the draft does and says that it is judged as if posted now', () => {
    const post = judged('Morning all!\n\nThanks to ⟦@AshgroveSchool⟧ and ⟦@StBedesHexley⟧', {
      post: draft,
      names: [],
      found: (spans) =>
        spans.map((span, index) =>
          finding('no-other-handles', span, {
            where: 'handle',
            message: `${['@AshgroveSchool', '@StBedesHexley'][index]!} has not been approved.`,
          }),
        ),
    });
    expect(print(reportOf([post]))).toMatchInlineSnapshot(`
      "
      draft.txt                                 Mon 23 Nov 2026, 10:42 (if posted now)

      warning  @AshgroveSchool has not been approved.
               @StBedesHexley has not been approved.                  no-other-handles
         ╭─ draft.txt:6:11
       6 │ Thanks to @AshgroveSchool and @StBedesHexley
         │           ━━━━━━━━━━━━━━━     ━━━━━━━━━━━━━━
         ╰─
         Why     A handle that is not one of the school’s own accounts
         Policy  Only approved accounts may be mentioned.
                 Oakfield Primary Social Media Policy · Accounts (2.1)
                 adopted 2 Sep 2026
         Try     Leave the handle out, or ask for it to be approved.
         More    policy-lint explain no-other-handles

      ▲ 1 post to look at
      "
    `);
  });

  it('puts the most serious first, and shows one change for all once', () => {
    const both = [{ title: 'Leave it out', text: 'Well done, and thank you!' }];
    const post = judged('Well done ⟦Olwen⟧, and thank you ⟦@Ashgrove⟧!', {
      names: [{ part: 'text', span: { start: 10, end: 15 } }],
      found: ([name, handle]) => [
        finding('no-other-handles', handle!, { suggestions: both }),
        finding('no-child-names', name!, { confidence: 'possible', suggestions: both }),
      ],
    });
    expect(print(reportOf([post]))).toMatchInlineSnapshot(`
      "
      queue/2026-11-23.yml › sports-day-3                       Mon 23 Nov 2026, 10:42

      maybe  This post names a child.                                   no-child-names
         ╭─ queue/2026-11-23.yml:12 · the post’s text
         │ Well done O•••, and thank you @Ashgrove!
         │           ┅┅┅┅
         ╰─
         Why     Praise, then a given name and a surname
                 This is only a guess: please look for yourself.
         Policy  A child is never named in a post.
                 Oakfield Primary Social Media Policy · Photographs and names (4.2)
                 adopted 2 Sep 2026
         Try     Leave it out:
                 - Well done O•••, and thank you @Ashgrove!
                 + Well done, and thank you!
                 checked again: clean; read it through yourself
         More    policy-lint explain no-child-names

      warning  This handle has not been approved.                     no-other-handles
         ╭─ queue/2026-11-23.yml:12 · the post’s text
         │ Well done O•••, and thank you @Ashgrove!
         │                               ━━━━━━━━━
         ╰─
         Why     A handle that is not one of the school’s own accounts
         Policy  Only approved accounts may be mentioned.
                 Oakfield Primary Social Media Policy · Accounts (2.1)
                 adopted 2 Sep 2026
         Try     The change above settles this too.
         More    policy-lint explain no-other-handles

      ▲ 1 post to look at
      "
    `);
  });

  it('proposes another time, and shows which post is meant', () => {
    const post = judged('Come and see our school play on Friday evening', {
      at: '2026-11-23T17:42:00+00:00',
      found: () => [
        finding('school-hours', null, {
          where: 'at',
          suggestions: [
            { title: 'Post it in school hours', text: '2026-11-24T08:00:00+00:00' },
            { title: 'Post it later that day', text: '2026-11-24T12:30:00+00:00' },
          ],
        }),
      ],
    });
    expect(print(reportOf([post]))).toMatchInlineSnapshot(`
      "
      queue/2026-11-23.yml › sports-day-3                       Mon 23 Nov 2026, 17:42
         ╭─ the post’s text
         │ Come and see our school play on Friday evening
         ╰─

      warning  This post goes out after hours.                            school-hours
         Why     17:42 is later than 17:00
         Policy  Posts go out on working days between 8:00 and 17:00.
                 Oakfield Primary Social Media Policy · When we post (3.3)
                 adopted 2 Sep 2026
         Try     Post it in school hours:
                 - Mon 23 Nov 2026, 17:42
                 + Tue 24 Nov 2026, 08:00
                 checked again: clean
         Or      Post it later that day:
                 - Mon 23 Nov 2026, 17:42
                 + Tue 24 Nov 2026, 12:30
                 checked again: clean
         More    policy-lint explain school-hours

      ▲ 1 post to look at
      "
    `);
  });

  it('names the policy of each rule where there are several, at forty columns', () => {
    const post = judged('Well done to ⟦Olwen Smart⟧ in Y5 for winning the cross-country! 📸', {
      at: null,
    });
    expect(print(reportOf([post], [], [OAKFIELD, HEXLEY]), { width: 40 })).toMatchInlineSnapshot(`
      "
      queue/2026-11-23.yml › sports-day-3
                             not scheduled yet

      error  This post names a child.
                                no-child-names
         ╭─ queue/2026-11-23.yml:12 · the po…
         │ Well done to O••• S••• in Y5 for…
         │              ━━━━━━━━━
         ╰─
         Why     Praise, then a given name and
                 a surname
         Policy  A child is never named in a
                 post.
                 Oakfield Primary Social Media
                 Policy
                 Photographs and names (4.2)
                 adopted 2 Sep 2026
         Try     Write about the class or the
                 team instead.
         More    policy-lint explain
                 oakfield-2026/no-child-names

      ✖ 1 post to change
      "
    `);
  });

  it('shows names when it is asked to', () => {
    const post = judged('Well done ⟦Olwen⟧');
    expect(print(reportOf([post]), { reveal: true })).toContain(' │ Well done Olwen\n');
    expect(print(reportOf([post]))).not.toContain('Olwen');
  });

  it('masks names in the file and the id of a post too', () => {
    const post = judged('Well done ⟦Olwen⟧', {
      post: {
        id: 'Olwens-day OLWEN',
        origin: { file: 'drafts/olwen_cup.yml', line: 2, record: 1 },
      },
    });
    expect(print(reportOf([post])).split('\n')[1]).toBe(
      'drafts/o•••_c•••.yml › O•••-d••• O•••                     Mon 23 Nov 2026, 10:42',
    );
  });
});

describe('the last line of text', () => {
  const last = (report: Report): string => print(report).split('\n').slice(-2)[0]!;
  const clean = judged('Sports day is on Friday');
  const named = judged('Well done ⟦Olwen⟧');
  const late = judged('See you there', { found: () => [finding('school-hours', null)] });
  const guess = judged('Well done ⟦Rose⟧', {
    found: ([span]) => [finding('no-child-names', span!, { confidence: 'possible' })],
  });
  const open = judged('Sports day', { at: null });
  const problem = { file: 'queue.csv', line: 7, column: 3, message: 'The time cannot be read.' };

  it.each<[string, Report, string]>([
    ['one clean post', reportOf([clean]), '✔ Nothing to change'],
    ['several', reportOf([clean, clean]), '✔ Nothing to change · 2 posts ready'],
    [
      'a clean draft',
      reportOf([judged('Hello', { post: draft })]),
      '✔ Nothing to change · judged as if posted now, Mon 23 Nov 2026, 10:42',
    ],
    ['one unscheduled', reportOf([open]), '✔ Nothing to change · not scheduled yet'],
    [
      'one of several unscheduled',
      reportOf([clean, open]),
      '✔ Nothing to change · 2 posts ready (1 not scheduled yet)',
    ],
    ['no posts', reportOf([]), '✔ Nothing to change · 0 posts ready'],
    ['one to change', reportOf([named]), '✖ 1 post to change'],
    ['two to change', reportOf([named, named, clean]), '✖ 2 posts to change · 1 ready'],
    ['one to look at', reportOf([late]), '▲ 1 post to look at'],
    ['a guess is looked at', reportOf([guess, late, clean]), '▲ 2 posts to look at · 1 ready'],
    [
      'everything',
      reportOf([named, late, clean, clean], [problem, problem]),
      '✖ 1 post to change · 1 to look at · 2 ready',
    ],
    [
      'a problem',
      reportOf([clean], [problem]),
      '✖ 1 ready · 1 problem: not everything could be read',
    ],
  ])('%s', (_, report, expected) => {
    const lines = print(report).trimEnd().split('\n');
    expect(lines.find((line) => /^[✔✖▲]/u.test(line))).toBe(expected);
    expect(last(report)).not.toBe('');
  });
});
