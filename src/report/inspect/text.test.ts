import { describe, expect, it } from 'vitest';
import { inspected, inspectionOf } from '../../../test/support/oakfield-inspection.ts';
import type { InspectedPost } from '../../core/inspection.ts';
import { PLAIN } from '../options.ts';
import { inspectText } from './text.ts';

const options = { width: 80, reveal: true, paint: PLAIN };
const draw = (post: InspectedPost, changes: Partial<typeof options> = {}): string =>
  `\n${inspectText(inspectionOf([post]), { ...options, ...changes })}`;

const STAFF = { form: 'titled', who: 'staff', evidence: ['a title stands before it'] } as const;

describe('inspect as text', () => {
  it('marks each name, numbers it and explains it, whatever the width of the signs before', () => {
    const post = inspected('Well done ⟦Olwen⟧ 🎉 日本 e\u0301 ⟦Mrs Okafor⟧ of ⟦Hexley⟧!', [
      { confidence: 'possible', evidence: ['a given name', 'words of praise stand beside it'] },
      STAFF,
      { form: 'given', who: 'place', evidence: ['a name on the school’s list of places'] },
    ]);
    expect(draw(post)).toMatchInlineSnapshot(`
      "
      drafts/sports-day.txt                                     Mon 23 Nov 2026, 10:42
         ╭─ the post’s text
         │ Well done Olwen 🎉 日本 é Mrs Okafor of Hexley!
         │           1┅┅┅┅           2━━━━━━━━━    3─────
         ╰─
          1  Olwen       perhaps a child · first name
                         A given name; words of praise stand beside it
          2  Mrs Okafor  surely a member of staff · name with a title
                         A title stands before it
          3  Hexley      surely a place, not a person
                         A name on the school’s list of places

      ✔ 1 post inspected · 2 names, 1 taken for a child’s
      "
    `);
  });

  it('wraps a long line at spaces, so that all of it can be read', () => {
    const words = 'the sun shone and the cakes were good and ⟦Olwen Ashgrove⟧ came home muddy ';
    expect(draw(inspected(words.repeat(2).trimEnd()), { width: 46 })).toMatchInlineSnapshot(`
      "
      drafts/sports-day.txt   Mon 23 Nov 2026, 10:42
         ╭─ the post’s text
         │ the sun shone and the cakes were good and
         │ Olwen Ashgrove came home muddy the sun
         │ 1━━━━━━━━━━━━━
         │ shone and the cakes were good and Olwen
         │                                   2━━━━━
         │ Ashgrove came home muddy
         │ ━━━━━━━━
         ╰─
          1  Olwen Ashgrove  surely a child · first
                             name
                             A given name
          2  Olwen Ashgrove  surely a child · first
                             name
                             A given name

      ✔ 1 post inspected
        2 names, 2 taken for a child’s
      "
    `);
  });

  it('numbers lines, and shows alt texts, and file names that hold a name', () => {
    const post = inspected('Bridges!\n\n⟦Olwen⟧ built one', [], {
      media: [{ alt: 'Olwen on a bridge', file: 'olwen.jpg' }, { file: 'IMG_2.jpg' }],
    });
    const [olwen] = post.people;
    const more = [
      { ...olwen!, start: 0, end: 5, where: 'media[0].alt' },
      { ...olwen!, text: 'olwen', start: 0, end: 5, where: 'media[0].file', form: 'file' },
    ] as const;
    expect(draw({ ...post, people: [...post.people, ...more] })).toMatchInlineSnapshot(`
      "
      drafts/sports-day.txt                                     Mon 23 Nov 2026, 10:42
         ╭─ the post’s text
       1 │ Bridges!
       2 │
       3 │ Olwen built one
         │ 1━━━━
         ├─ alt text of picture 1
         │ Olwen on a bridge
         │ 2━━━━
         ├─ file name of picture 1
         │ olwen.jpg
         │ 3━━━━
         ╰─
          1  Olwen  surely a child · first name
                    A given name
          2  Olwen  surely a child · first name
                    A given name
          3  olwen  surely a child · name in a file name
                    A given name

      ✔ 1 post inspected · 3 names, 3 taken for a child’s
      "
    `);
  });

  it('lists what else is seen, the same twice as one', () => {
    const post = inspected('A day 🎉🎉', [], { account: 'class:4B', media: [{}] });
    const cheer = {
      text: '🎉',
      where: 'text',
      kind: 'praise',
      evidence: ['praises or thanks'],
    } as const;
    expect(
      draw({
        ...post,
        account: { kind: 'class', name: 'class:4B', subject: '4B' },
        targets: [
          {
            text: '4B',
            start: 0,
            end: 2,
            where: 'text',
            kind: 'praise',
            target: 'group',
            isNamed: false,
            withGroup: false,
            confidence: 'likely',
            evidence: ['praise for a group'],
          },
        ],
        pictures: [
          {
            where: 'media[0].alt',
            words: { text: 'a girl', start: 0, end: 6 },
            kind: 'one-child',
            isDeclared: false,
            confidence: 'likely',
            evidence: ['the words speak of one child'],
          },
        ],
        facts: {
          ...post.facts,
          aims: [
            { ...cheer, start: 6, end: 8 },
            { ...cheer, start: 8, end: 10 },
          ],
          handles: [
            {
              text: '@AVeryLongHandleOfSomebodyElse',
              start: 0,
              end: 30,
              where: 'media[0].alt',
              kind: 'other',
              evidence: ['a handle that is not one of the school’s own'],
            },
          ],
        },
      }),
    ).toMatchInlineSnapshot(`
      "
      drafts/sports-day.txt                                     Mon 23 Nov 2026, 10:42
         ╭─ the post’s text
         │ A day 🎉🎉
         ╰─
         Nobody is named here, as far as can be seen.

         Aimed at   4B                        praise for a group (probably)
         Handles    @AVeryLongHandleOfSomeb…  a handle that is not one of the school’s
                                              own, in alt text of picture 1
         Wording    🎉                        praises or thanks (2 times)
         Pictures   picture 1                 shows one child; the words speak of one
                                              child: “a girl”
         Account    class:4B                  class account: 4B

      ✔ 1 post inspected · 0 names
      "
    `);
  });

  it('masks children’s names where it must, and nobody else’s', () => {
    const post = inspected(
      'Well done ⟦Olwen Ashgrove⟧ and ⟦Mrs Okafor⟧',
      [{ form: 'full' }, STAFF],
      {
        id: 'olwen.txt',
        origin: { file: 'olwen.txt', line: 1, record: 1 },
      },
    );
    expect(draw(post, { reveal: false })).toMatchInlineSnapshot(`
      "
      o•••.txt                                                  Mon 23 Nov 2026, 10:42
         ╭─ the post’s text
         │ Well done O••• A••• and Mrs Okafor
         │           1━━━━━━━━     2━━━━━━━━━
         ╰─
          1  O••• A•••   surely a child · full name
                         A given name
          2  Mrs Okafor  surely a member of staff · name with a title
                         A title stands before it

      ✔ 1 post inspected · 2 names, 1 taken for a child’s
      "
    `);
  });

  it('says so when nobody is named, and when something could not be read', () => {
    const problems = [{ file: 'q.csv', message: 'No text.' }];
    expect(inspectText(inspectionOf([inspected('Bulbs')], problems), options))
      .toMatchInlineSnapshot(`
      "drafts/sports-day.txt                                     Mon 23 Nov 2026, 10:42
         ╭─ the post’s text
         │ Bulbs
         ╰─
         Nobody is named here, as far as can be seen.

      ✖ 1 post inspected · 0 names · 1 problem: not everything could be read
      "
    `);
  });

  it('is the same in colour, but for the colour', () => {
    const colour = (painted: string): string => `\u0001${painted}\u0002`;
    const paint = Object.fromEntries(Object.keys(PLAIN).map((style) => [style, colour]));
    const post = inspected('Well done ⟦Olwen⟧ 🎉 ⟦Hexley⟧', [{}, { who: 'place' }]);
    const coloured = draw(post, { paint: paint as unknown as typeof PLAIN });
    expect(coloured).not.toBe(draw(post));
    expect(coloured.replace(/[\u0001\u0002]/gu, '')).toBe(draw(post));
  });

  it('shows nothing that a terminal acts on', () => {
    const post = inspected('\u001b[31m⟦Ol\u202ewen⟧\u0007', [{ evidence: ['\u001b[2J'] }], {
      id: '\u009b',
    });
    expect(draw(post)).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_C}/u);
  });

  it('stays short for ten thousand names on one line', () => {
    const post = inspected('⟦🎉⟧ '.repeat(10_000));
    expect(draw(post).split('\n').length).toBeLessThan(300);
  });

  it('stays short for a million signs', () => {
    expect(draw(inspected(`${'a'.repeat(500_000)} ${'🎉'.repeat(250_000)}`)).length).toBeLessThan(
      9000,
    );
  });
});
