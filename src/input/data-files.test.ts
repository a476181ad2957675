import { describe, expect, it } from 'vitest';
import type { Origin, Post } from '../core/post.ts';
import { readPosts } from './index.ts';

const OPTIONS = { timezone: 'Europe/London' };

const post = (file: string, record: number, line: number, rest: Partial<Post> = {}): Post => ({
  id: `${file}#${record}`,
  text: 'Well done 4B',
  origin: { file, line, record },
  at: { kind: 'unscheduled' },
  media: [],
  ...rest,
});
/** As `post`, with the place of its text. */
const postAt = (
  file: string,
  [record, line]: readonly [number, number],
  [textLine, column]: readonly [number, number],
  { cells, ...rest }: Partial<Post> & Pick<Origin, 'cells'> = {},
): Post => ({
  ...post(file, record, line, rest),
  origin: {
    file,
    line,
    record,
    cells: { text: { line: textLine, column, name: 'text' }, ...cells },
  },
});
const NO_LIST =
  'this file must be a list of posts, or hold one under “posts”, or be a queue of Postiz, Mixpost, Typefully, X Ads or Metricool';

const problem = (file: string, line: number, column: number, message: string) => ({
  file,
  line,
  column,
  message,
});

describe('NDJSON', () => {
  const FILE = 'queue.ndjson';
  const read = (...lines: readonly string[]) => readPosts(lines.join('\n'), FILE, OPTIONS);
  const problemsOf = async (line: string) =>
    (await read(line)).problems.map(({ column, message }) => `${column}: ${message}`);

  it('holds a post a line, with every key a post may have', async () => {
    const full = {
      text: '  Great match! 🎉\n',
      id: 41,
      at: '2026-07-15T08:30',
      account: '@OakfieldSci',
      replyTo: 'HexleyParents',
      event: true,
      urgent: 'closure',
      media: [{ file: 'a.jpg', alt: ' Seeds ', people: [] }],
      source: 'Buffer',
      author: 'Ms Adeyemi',
    };
    expect(await read(JSON.stringify(full), '', ' \t\r', '{"text":"Well done 4B"}\r', '')).toEqual({
      value: [
        post(FILE, 1, 1, {
          ...full,
          id: '41',
          at: { kind: 'instant', epochMs: Date.parse('2026-07-15T07:30Z') },
          media: [{ file: 'a.jpg', alt: ' Seeds ', people: [] }],
        }),
        post(FILE, 2, 4),
      ],
      problems: [],
      unread: 0,
      notices: [],
      unusedKeys: [],
    });
  });

  it('takes snake case for our own, null and empty text for nothing, and a zone’s offset as it is', async () => {
    expect(
      await read(
        '{"text":"Well done 4B","reply_to":"HexleyParents","id":null,"at":null,"account":"","event":null,"media":null}',
        '{"text":"Well done 4B","at":"2026-07-15T08:30:00+02:00","event":"no","urgent":"YES"}',
        '{"text":"Well done 4B","at":"","replyTo":17}',
      ),
    ).toEqual({
      value: [
        post(FILE, 1, 1, { replyTo: 'HexleyParents' }),
        post(FILE, 2, 2, {
          at: { kind: 'instant', epochMs: Date.parse('2026-07-15T06:30Z') },
          event: false,
          urgent: true,
        }),
        post(FILE, 3, 3, { replyTo: '17' }),
      ],
      problems: [],
      unread: 0,
      notices: [],
      unusedKeys: [],
    });
  });

  it('tells which keys it did not use, once each, and is harmed by none', async () => {
    expect(
      await read(
        '{"text":"Well done 4B","flags":["x"],"why":"","media":[{"alt":"Seeds","width":3}]}',
        '{"text":"Well done 4B","flags":[],"__proto__":{"account":"personal"},"constructor":1,"_id":"a"}',
      ),
    ).toEqual({
      value: [post(FILE, 1, 1, { media: [{ alt: 'Seeds' }] }), post(FILE, 2, 2)],
      problems: [],
      unread: 0,
      notices: [],
      unusedKeys: ['flags', 'why', 'media[].width', '__proto__', 'constructor', '_id'],
    });
  });

  it('reports each broken line with its column and reads the others', async () => {
    expect(
      await read(
        '{"text":"Well done 4B"}',
        '{"text":"a",}',
        '{"text":"Well done 4B"}',
        '{"text": "b',
        '[1]',
        '7',
      ),
    ).toEqual({
      value: [post(FILE, 1, 1), post(FILE, 3, 3)],
      problems: [
        problem(FILE, 2, 13, 'a key between quotation marks is missing here'),
        problem(FILE, 4, 10, 'this quotation mark is never closed'),
        problem(FILE, 5, 1, 'a post must have keys, such as text and at'),
        problem(FILE, 6, 1, 'a post must have keys, such as text and at'),
      ],
      unread: 4,
      notices: [],
      unusedKeys: [],
    });
  });

  it('says what breaks JSON', async () => {
    const broken: readonly [string, string][] = [
      ['{text: "a"}', '2: a key between quotation marks is missing here'],
      ['{“text”: "a"}', '2: texts and keys stand between straight quotation marks: "…"'],
      ["{'text': 'a'}", '2: texts and keys stand between straight quotation marks: "…"'],
      ['{"text" "a"}', '9: a colon behind the key is missing here'],
      ['{"text": }', '10: a value is missing here'],
      ['{"text": "a" "id": 1}', '14: a comma or } is missing here'],
      ['{"text": "a"', '13: the text ends too early: a comma or } is missing'],
      [
        '{"text": "a\tb"}',
        '12: a line break or control character in a text must be written as \\n',
      ],
      ['{"text": "C:\\path"}', '13: a backslash in a text must be written twice: \\\\'],
      [
        '{"text": "a"} {"text": "b"}',
        '15: more text follows the end: each file or line holds one value',
      ],
      ['{"text": 01}', '11: a comma or } is missing here'],
      ['{"text": nul}', '10: a value is missing here'],
      ['{"media": [{}, ]}', '16: a value is missing here'],
    ];
    for (const [line, message] of broken) expect(await problemsOf(line)).toEqual([message]);
  });

  it('says what is wrong with a record, at its key or value', async () => {
    const wrong: readonly [string, readonly string[]][] = [
      ['{"at":null}', ['1: this post has no text: add “text”']],
      ['{"message":"Hi"}', ['1: this post has no text: rename “message” to “text”']],
      ['{"Text":"Hi"}', ['2: unknown key “Text”: did you mean “text”?']],
      [
        '{"text":"Hi","reply-to":"x","acount":"school"}',
        [
          '14: unknown key “reply-to”: did you mean “replyTo”?',
          '29: unknown key “acount”: did you mean “account”?',
        ],
      ],
      ['{"text":"Hi","replyTo":"x","reply_to":"y"}', ['28: “replyTo” stands here twice: keep one']],
      ['{"text":7}', ['9: write the text of the post in quotes']],
      ['{"text":" \\n"}', ['9: this post is empty: write its text']],
      [
        '{"text":"Hi","at":1772000000}',
        ['19: write the date and time as 2026-11-23T17:42 or 2026-11-23T17:42:00+00:00'],
      ],
      [
        '{"text":"Hi","at":"2026-03-29T01:30"}',
        ['19: clocks in Europe/London skip this time when they go forward: choose another'],
      ],
      [
        '{"text":"Hi","id":[],"account":3,"replyTo":true,"event":1,"source":{},"author":[]}',
        [
          '19: write the id as text or a number',
          '32: write the account’s name or handle, or a kind such as “department:science”',
          '44: write whom the post replies to, or leave it out',
          '57: write true, or a word that says which event',
          '68: write the name of the app as text',
          '80: write the author’s name as text',
        ],
      ],
      [
        '{"text":"Hi","media":[{"file":"a.jpg"},{"alt":[]},"b.jpg",{"people":[{"consent":"Granted"}]}]}',
        [
          '47: write the alt text in quotes',
          '51: write each picture with file: and alt:',
          '81: write consent as granted, refused, expired or unknown',
        ],
      ],
    ];
    for (const [line, messages] of wrong) expect(await problemsOf(line)).toEqual(messages);
  });

  it('leaves strange keys alone that the record has under their right name', async () => {
    const { value, unusedKeys } = await read(
      '{"text":"Well done 4B","event":true,"events":[],"texts":[]}',
    );
    expect({ value, unusedKeys }).toEqual({
      value: [post(FILE, 1, 1, { event: true })],
      unusedKeys: ['events', 'texts'],
    });
  });

  it('wants each id once', async () => {
    const { value, problems } = await read(
      '{"text":"Well done 4B","id":"a"}',
      '{"text":"Well done 4B","id":"a"}',
      '{"text":"Well done 4B","id":"queue.ndjson#4"}',
      '{"text":"Well done 4B"}',
    );
    expect(value.map(({ id }) => id)).toEqual(['a', 'queue.ndjson#4']);
    expect(problems).toEqual([
      problem(FILE, 2, 29, 'the post on line 1 has the same id: give each its own'),
      problem(FILE, 4, 1, 'the post on line 3 has the same id: give each its own'),
    ]);
  });

  it('needs a post', async () => {
    const none = { file: FILE, message: 'this file holds no posts: write one JSON object a line' };
    expect(await read('', ' ')).toEqual({
      value: [],
      problems: [none],
      unread: 1,
      notices: [],
      unusedKeys: [],
    });
  });

  it('reads a line of megabytes and a nest of thousands', async () => {
    const long = 'x'.repeat(2_000_000);
    const nest = '['.repeat(100_000) + ']'.repeat(100_000);
    const { value, problems, unusedKeys } = await read(
      JSON.stringify({ text: long, at: 'soon' }),
      JSON.stringify({ text: long }),
      `{"text":"Well done 4B","deep":${nest}}`,
      `{"text":${nest}}`,
      '['.repeat(100_000),
      JSON.stringify({ text: 'Hi', media: Array.from({ length: 50_000 }, () => 'a.jpg') }),
      JSON.stringify({
        text: 'Hi',
        media: [
          Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`k${index}`, 1])),
        ],
      }),
    );
    expect(value.map(({ text }) => text.length)).toEqual([12, 2]);
    expect(unusedKeys).toHaveLength(20);
    expect(problems.map(({ line, column }) => [line, column]).slice(0, 5)).toEqual([
      [1, 9],
      [1, 2_000_017],
      [2, 9],
      [4, 9],
      [5, 100_001],
    ]);
    expect(problems.filter(({ line }) => line === 6)).toHaveLength(20);
  });
});

describe('JSON', () => {
  const FILE = 'queue.json';
  const read = (text: string) => readPosts(text, FILE, OPTIONS);

  it('holds a list of posts, or one under “posts”, each with its line', async () => {
    const list =
      '[\n  {"text": "Well done 4B"},\n\n  {\n    "text": "Well done 4B", "id": "x", "tag": 1}\n]\n';
    const outcome = {
      value: [postAt(FILE, [1, 2], [2, 12]), postAt(FILE, [2, 4], [5, 13], { id: 'x' })],
      problems: [],
      unread: 0,
      notices: [],
      unusedKeys: ['tag'],
    };
    expect(await read(list)).toEqual(outcome);
    expect(await read(`{"posts": ${list}, "more": [1, 2]}`)).toEqual(outcome);
  });

  it('reports what is wrong at its place', async () => {
    expect(
      await read('[\n{"text": "Well done 4B"},\r\n7,\n  {"text": "Hi", "at": "noon"}]'),
    ).toEqual({
      value: [postAt(FILE, [1, 2], [2, 10])],
      problems: [
        problem(FILE, 3, 1, 'a post must have keys, such as text and at'),
        problem(
          FILE,
          4,
          24,
          'write the date and time as 2026-11-23T17:42 or 2026-11-23T17:42:00+00:00',
        ),
      ],
      unread: 2,
      notices: [],
      unusedKeys: [],
    });
  });

  it('is refused as a whole where it is broken or holds no list', async () => {
    const list = NO_LIST;
    const wrong: readonly [string, unknown][] = [
      ['[\n{"text": "a"', problem(FILE, 2, 13, 'the text ends too early: a comma or } is missing')],
      [
        '{"text": "a"}\n{"text": "b"}',
        problem(FILE, 2, 1, 'more text follows the end: each file or line holds one value'),
      ],
      ['{"text": "a"}', problem(FILE, 1, 1, list)],
      ['{"a": 1, "posts": "none"}', problem(FILE, 1, 19, list)],
      ['"text"', problem(FILE, 1, 1, list)],
      ['[]', problem(FILE, 1, 1, 'this file holds no posts')],
    ];
    for (const [text, expected] of wrong) {
      expect(await read(text)).toEqual({
        value: [],
        problems: [expected],
        unread: 1,
        notices: [],
        unusedKeys: [],
      });
    }
  });
});

describe('JSON that is cut short or broken', () => {
  const FILE = 'queue.json';
  const cut = (message: string, line: number, column: number) =>
    problem(FILE, line, column, `${message} (only the posts before this were read)`);
  const read = async (text: string) => {
    const { value, problems, unread } = await readPosts(text, FILE, OPTIONS);
    return { value, problems, unread };
  };

  it('gives the posts that are complete, and one problem where it ends', async () => {
    const whole = '{"text": "Well done 4B"},\n{"text": "Well done 4B"}';
    const broken: readonly [string, unknown][] = [
      [`[${whole}`, cut('the text ends too early: a comma or ] is missing', 2, 25)],
      [`[${whole},`, cut('the text ends too early: a value is missing', 2, 26)],
      [`[${whole},\n{"text": "Wel`, cut('this quotation mark is never closed', 3, 10)],
      [`[${whole}\n{"text": "b"}]`, cut('a comma or ] is missing here', 3, 1)],
      [
        `{"posts":[${whole}], "more": [1,`,
        cut('the text ends too early: a value is missing', 2, 39),
      ],
      [
        `{"n": 1, "posts":[${whole},{"id":`,
        cut('the text ends too early: a value is missing', 2, 32),
      ],
    ];
    for (const [text, expected] of broken) {
      const column = text.indexOf('"Well') + 1;
      const value = [postAt(FILE, [1, 1], [1, column]), postAt(FILE, [2, 2], [2, 10])];
      expect(await read(text)).toEqual({ value, problems: [expected], unread: 1 });
    }
  });
});

describe('YAML', () => {
  const FILE = 'queue.yaml';
  const read = (text: string) => readPosts(text, FILE, OPTIONS);

  it('holds a list of posts, or one under “posts”, each with its line', async () => {
    const list = '- text: Well done 4B\n\n- text: |-\n    Well done 4B\n  reply_to: x\n  tag: 1\n';
    const outcome = (first: number) => ({
      value: [
        postAt(FILE, [1, first], [first, 9]),
        postAt(FILE, [2, first + 2], [first + 2, 9], {
          replyTo: 'x',
          cells: { reply: { line: first + 4, column: 13, name: 'reply_to' } },
        }),
      ],
      problems: [],
      unread: 0,
      notices: [],
      unusedKeys: ['tag'],
    });
    expect(await read(list)).toEqual(outcome(1));
    expect(await read(`posts:\n${list}`)).toEqual(outcome(2));
  });

  it('reports what is wrong at its place', async () => {
    expect(await read('- text: Well done 4B\n- at: 2026-02-30T10:00\n  txt: Hi\n- 7\n')).toEqual({
      value: [postAt(FILE, [1, 1], [1, 9])],
      problems: [
        problem(FILE, 2, 7, 'this date or time does not exist: check the day and the hour'),
        problem(FILE, 3, 3, 'unknown key “txt”: did you mean “text”?'),
        problem(FILE, 4, 3, 'a post must have keys, such as text and at'),
      ],
      unread: 2,
      notices: [],
      unusedKeys: [],
    });
  });

  it('gives the posts that end above the first mistake in its notation', async () => {
    const { value, problems, unread } = await read(
      'posts:\n- text: Well done 4B\n- text: Well done 4B\n- text: "Well\n- text: b\n',
    );
    expect({ value, unread, lines: problems.map(({ line }) => line) }).toEqual({
      value: [postAt(FILE, [1, 2], [2, 9]), postAt(FILE, [2, 3], [3, 9])],
      unread: 1,
      lines: [4],
    });
  });

  it('is refused as a whole where it is broken or holds no list', async () => {
    const { value, problems, unread } = await read('- text: "a\n- text: b\n');
    expect({ value, unread, lines: problems.map(({ line }) => line) }).toEqual({
      value: [],
      unread: 1,
      lines: [1],
    });
    expect((await read('text: a\n')).problems).toEqual([problem(FILE, 1, 1, NO_LIST)]);
  });
});
