import { describe, expect, it } from 'vitest';
import type { Post } from '../core/post.ts';
import { readPosts } from './index.ts';

const read = async (text: string, file = 'drafts/monday.txt') => {
  const { value, problems } = await readPosts(text, file, { timezone: 'Europe/London' });
  return { posts: value, problems };
};
const post = (
  text: string,
  place: Partial<Post['origin']> = {},
  rest: Partial<Post> = {},
): Post => ({
  id: 'monday.txt',
  text,
  origin: { file: 'drafts/monday.txt', line: 1, record: 1, textLine: 1, ...place },
  at: { kind: 'now' },
  media: [],
  ...rest,
});
const problem = (line: number, column: number, message: string) => ({
  file: 'drafts/monday.txt',
  line,
  column,
  message,
});
const instant = (iso: string): Pick<Post, 'at'> => ({
  at: { kind: 'instant', epochMs: Date.parse(iso) },
});

const UNCLOSED =
  'these lines look like keys of the post: put a line that holds only --- before and after them';
const EMPTY = 'this post is empty: write its text, or take out one of the lines of ---';

describe('a draft without front matter', () => {
  it('is one post, posted now, character by character', async () => {
    expect(await read('Well done 4B\r\n  and 4C 🎉\t\r\n\r\n')).toEqual({
      posts: [post('Well done 4B\r\n  and 4C 🎉\t')],
      problems: [],
    });
    expect((await read('no line break at the end')).posts).toEqual([
      post('no line break at the end'),
    ]);
  });

  it('starts where its text starts', async () => {
    expect((await read('\n \n  Well done 4B\n')).posts).toEqual([
      post('  Well done 4B', { line: 3, textLine: 3 }),
    ]);
  });

  it('may hold several posts', async () => {
    expect(await read('First\n---\nSecond\nof two lines\n\n--- \t\n\nThird\n')).toEqual({
      posts: [
        post('First', {}, { id: 'monday.txt#1' }),
        post('Second\nof two lines', { line: 3, textLine: 3, record: 2 }, { id: 'monday.txt#2' }),
        post('Third', { line: 8, textLine: 8, record: 3 }, { id: 'monday.txt#3' }),
      ],
      problems: [],
    });
  });

  it('separates at nothing else', async () => {
    const text = 'A --- b\n----\n --- \n—\n-- -\n---x';
    expect((await read(text)).posts).toEqual([post(text)]);
  });

  it('takes separators at either end, or two in a row, for what they were meant', async () => {
    expect(await read('---\nOnly post\n---\n\n')).toEqual({
      posts: [post('Only post', { line: 2, textLine: 2 })],
      problems: [],
    });
    expect((await read('One\n---\n---\nTwo\n')).posts.map(({ text }) => text)).toEqual([
      'One',
      'Two',
    ]);
  });

  it('counts a blank post between others as a problem', async () => {
    expect(await read('One\n---\n\n---\nThree\n')).toEqual({
      posts: [
        post('One', {}, { id: 'monday.txt#1' }),
        post('Three', { line: 5, textLine: 5, record: 3 }, { id: 'monday.txt#3' }),
      ],
      problems: [problem(3, 1, EMPTY)],
    });
  });

  it('needs a post', async () => {
    const none = {
      file: 'drafts/monday.txt',
      message: 'this file holds no post: write its text in it',
    };
    for (const text of ['\n \n', '---', '---\n---\n---\n', '---\r\n\r\n---\r\n']) {
      expect(await read(text)).toEqual({ posts: [], problems: [none] });
    }
  });

  it('may hold posts that look a little like keys', async () => {
    const texts = [
      'Reminder: PE kit',
      'Event: Spring Fair',
      'Thought: be kind\nSource: assembly',
      'https://oakfield.example',
    ];
    expect(
      (await read(`A\n---\n${texts.join('\n---\n')}\n---\nZ`)).posts.map(({ text }) => text),
    ).toEqual(['A', ...texts, 'Z']);
    expect(
      (await read('event: sports day tomorrow\nDo come!')).posts.map(({ text }) => text),
    ).toEqual(['event: sports day tomorrow\nDo come!']);
  });
});

describe('front matter', () => {
  it('may hold every key of a post', async () => {
    const text = `---
id: net-1
at: 2026-07-15T08:30
account: department:science
reply_to: HexleyParents
event: netball match
urgent: no
source: Buffer
author: Ms Adeyemi
media:
- file: IMG_2031.jpg
  alt: Children planting bulbs
  people:
    - { name: Amira, child: true, identifiable: false, consent: granted }
    - child: false
- {}
---

Great match!
`;
    expect(await read(text)).toEqual({
      posts: [
        post(
          'Great match!',
          { textLine: 19 },
          {
            id: 'net-1',
            ...instant('2026-07-15T07:30Z'),
            account: 'department:science',
            replyTo: 'HexleyParents',
            event: 'netball match',
            urgent: false,
            source: 'Buffer',
            author: 'Ms Adeyemi',
            media: [
              {
                file: 'IMG_2031.jpg',
                alt: 'Children planting bulbs',
                people: [
                  { name: 'Amira', child: true, identifiable: false, consent: 'granted' },
                  { child: false },
                ],
              },
              {},
            ],
          },
        ),
      ],
      problems: [],
    });
  });

  it('may stand on any post, behind one line of --- or two', async () => {
    const text =
      '---\nat: null\n---\nOne\n---\nTwo\n---\naccount: class:3B\n---\nThree\n---\n---\n# a note\nurgent: closure\n---\nFour';
    expect(await read(text)).toEqual({
      posts: [
        post('One', { textLine: 4 }, { id: 'monday.txt#1', at: { kind: 'unscheduled' } }),
        post('Two', { line: 6, textLine: 6, record: 2 }, { id: 'monday.txt#2' }),
        post(
          'Three',
          { line: 8, textLine: 10, record: 3 },
          { id: 'monday.txt#3', account: 'class:3B' },
        ),
        post(
          'Four',
          { line: 12, textLine: 16, record: 4 },
          { id: 'monday.txt#4', urgent: 'closure' },
        ),
      ],
      problems: [],
    });
  });

  it('may be empty, blank or hold notes alone on the first lines of a file', async () => {
    expect((await read('---\n# tbc\n---\nOne')).posts).toEqual([post('One', { textLine: 4 })]);
    expect((await read('---\r\nat:\r\n---\r\nOne\r\n')).posts).toEqual([
      post('One', { textLine: 4 }, { at: { kind: 'unscheduled' } }),
    ]);
  });

  it('reports every mistake at its line and column, and judges none of that post', async () => {
    const text = `One
---
at: 2026-02-30T10:00
acount: school
event: 12
media: photo.jpg
colour: red
---
Two
---
Three`;
    const { posts, problems } = await read(text);
    expect(posts.map(({ id }) => id)).toEqual(['monday.txt#1', 'monday.txt#3']);
    expect(problems).toEqual([
      problem(3, 5, 'this date or time does not exist: check the day and the hour'),
      problem(4, 1, 'unknown key “acount”: did you mean “account”?'),
      problem(5, 8, 'write true, or a word that says which event'),
      problem(6, 8, 'write media as a list of pictures, each with file: and alt:'),
      problem(
        7,
        1,
        'unknown key: use text, id, at, account, replyTo, event, urgent, media, source, author, networks or thread',
      ),
    ]);
  });

  it('reports times that clocks skip or show twice', async () => {
    const { posts, problems } = await read(
      '---\nat: 2026-03-29T01:30\n---\nOne\n---\nat: 2026-10-25T01:30\n---\nTwo\n---\nat: 2026-10-25T01:30+01:00\n---\nThree',
    );
    expect(posts).toEqual([
      post(
        'Three',
        { line: 10, textLine: 12, record: 3 },
        {
          id: 'monday.txt#3',
          ...instant('2026-10-25T00:30Z'),
        },
      ),
    ]);
    expect(problems).toEqual([
      problem(2, 5, 'clocks in Europe/London skip this time when they go forward: choose another'),
      problem(
        6,
        5,
        'clocks in Europe/London show this time twice when they go back: add the offset, as +01:00 or +00:00',
      ),
    ]);
  });

  it('reports mistakes deep inside, and leaves the text to the text', async () => {
    const text = `---
text: Hello
media:
  - file: 7
    people: [{ nmae: Amira, child: yes, consent: given }]
---
Hi
`;
    expect((await read(text)).problems).toEqual([
      problem(2, 1, 'the text of a draft stands below the --- that closes these keys'),
      problem(4, 11, 'write the name of the file as text'),
      problem(5, 16, 'unknown key “nmae”: did you mean “name”?'),
      problem(5, 36, 'write true for a child, false for an adult'),
      problem(5, 50, 'write consent as granted, refused, expired or unknown'),
    ]);
  });

  it('reports broken YAML where it is broken', async () => {
    const { posts, problems } = await read(
      '---\nat: 2026-07-15T08:30\nevent: "netball\n---\nOne\n---\nTwo',
    );
    expect(posts.map(({ text }) => text)).toEqual(['Two']);
    expect(problems).toEqual([
      problem(3, 8, 'this quotation mark is never closed: close it, or double it in the text'),
    ]);
  });

  it('reports keys that are never closed, or not fenced at all', async () => {
    expect(await read('---\nat: 2026-07-15T08:30\n\nWell done')).toEqual({
      posts: [],
      problems: [problem(2, 1, UNCLOSED)],
    });
    expect((await read('at: 2026-07-15T08:30\n\nWell done')).problems).toEqual([
      problem(1, 1, UNCLOSED),
    ]);
    expect(await read('One\n---\naccount: class:3B\nWell done\n---\nThree')).toEqual({
      posts: [
        post('One', {}, { id: 'monday.txt#1' }),
        post('Three', { line: 6, textLine: 6, record: 3 }, { id: 'monday.txt#3' }),
      ],
      problems: [problem(3, 1, UNCLOSED)],
    });
  });

  it('needs a text below', async () => {
    expect(await read('---\nat: 2026-02-30T10:00\n---\n\n')).toEqual({
      posts: [],
      problems: [
        problem(1, 1, EMPTY),
        problem(2, 5, 'this date or time does not exist: check the day and the hour'),
      ],
    });
  });

  it('keeps ids apart', async () => {
    const { posts, problems } = await read(
      '---\nid: monday.txt#2\n---\nOne\n---\nTwo\n---\nid: 7\n---\nThree\n---\nid: "7"\n---\nFour',
    );
    expect(posts.map(({ id }) => id)).toEqual(['monday.txt#2', '7']);
    expect(problems).toEqual([
      problem(6, 1, 'the post on line 1 has the same id: give each its own'),
      problem(12, 5, 'the post on line 8 has the same id: give each its own'),
    ]);
  });

  it('is not taken in by YAML made to explode', async () => {
    const bomb = `---\nid: &a [x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 12 }, (_, i) => `source: &b${i} [*a, *a, *a, *a, *a]`).join('\n')}\n---\nBoom`;
    const { posts, problems } = await read(bomb);
    expect(posts).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
  });
});
