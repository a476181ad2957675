import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decoded, Encoding } from './decode.ts';
import { decode } from './decode.ts';
import { readPosts } from './index.ts';
import type { OpenedText } from './open-text.ts';
import { headOf, openText, wholeText } from './open-text.ts';
import type { Source } from './source.ts';

/** Bytes that come a few at a time. */
const inPieces = (bytes: Uint8Array, size: number): Source => ({
  *chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
  },
});
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const SMALL = 0;

const shown = (opened: OpenedText): unknown => {
  if ('problem' in opened) return opened;
  const { encoding, cut, damage, findChange } = opened;
  return { encoding, cut, damage, text: wholeText(opened, 'a.txt'), change: findChange() };
};
const openedIn = (bytes: Uint8Array, size: number, encoding?: Encoding): unknown =>
  shown(openText(inPieces(bytes, size), 'a.txt', encoding, SMALL));
const openedAtOnce = (bytes: Uint8Array, encoding?: Encoding): unknown =>
  shown(openText(bytes, 'a.txt', encoding));

const letters = fc
  .array(fc.constantFrom('Well done', ' 4B', '\n', '\r\n', ', ', '£5', 'é', '’', '🎉', '\uFEFF'))
  .map((parts) => `A${parts.join('')}`);
const utf16 = (text: string): Uint8Array =>
  new Uint8Array(
    Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).buffer,
  );
const oldBytes = fc.constantFrom(0x41, 0x20, 0x0a, 0x0d, 0xe9, 0xa3, 0x92, 0xc3, 0xa9, 0x81);
const encoded = fc.oneof(
  letters.map(utf8),
  letters.map((text) => utf8(`\uFEFF${text}`)),
  letters.map((text) => utf16(`\uFEFF${text}`)),
  fc.array(oldBytes, { minLength: 1 }).map((bytes) => Uint8Array.from(bytes)),
);

describe('openText', () => {
  it('reads a piece at a time what it reads at once', () => {
    const cutAnywhere = fc
      .tuple(encoded, fc.nat({ max: 3 }))
      .map(([bytes, left]) => bytes.slice(0, Math.max(4, bytes.length - left)));
    fc.assert(
      fc.property(cutAnywhere, fc.integer({ min: 1, max: 7 }), (bytes, size) => {
        expect(openedIn(bytes, size)).toEqual(openedAtOnce(bytes));
        expect(openedIn(bytes, size, 'windows-1252')).toEqual(openedAtOnce(bytes, 'windows-1252'));
      }),
      { numRuns: 500 },
    );
  });

  it('reads what decode reads', () => {
    fc.assert(
      fc.property(letters, (text) => {
        const { encoding, text: read } = decode(utf8(text), 'a.txt') as Decoded;
        expect(openedAtOnce(utf8(text))).toEqual({ encoding, text: read });
      }),
    );
  });

  it('shows where a character is cut in two at the end', () => {
    const bytes = utf8('text\nCrème brûlée – yes').subarray(0, -5);
    const cut = {
      file: 'a.txt',
      line: 2,
      column: 14,
      message:
        'this file ends in the middle of a character, so it was cut short: save or export it again',
    };
    const opened = { encoding: 'utf-8', cut, text: 'text\nCrème brûlée \ufffd' };
    expect([openedAtOnce(bytes), openedIn(bytes, 2)]).toEqual([opened, opened]);
  });

  it('says of long files what decode says of short ones', () => {
    const files = [
      utf8(''),
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]),
      utf8('Well\0done'),
      utf8('\u0001\u0002\u0003\u0004\u0005ab'),
      Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x42]),
      Uint8Array.from([...utf8('One\r\n\uFEFFtwo\n é '), 0xff, 0x41]),
    ];
    for (const bytes of files) expect(openedIn(bytes, 2)).toEqual(openedAtOnce(bytes));
  });

  it('reads round a few bytes that are no text', () => {
    const bytes = Uint8Array.from([...utf8('One\0\nTwo – and ten letters '), 0xff, 0xc3, 0x41]);
    const damage = {
      file: 'a.txt',
      message: 'this file does not look like text: save it as plain text (.txt, UTF-8)',
    };
    const opened = {
      encoding: 'utf-8',
      damage,
      text: 'One\0\nTwo – and ten letters \udcff\udcc3A',
    };
    expect([openedAtOnce(bytes), openedIn(bytes, 2)]).toEqual([
      opened,
      { ...opened, damage: expect.objectContaining({ line: 2, column: 23 }) },
    ]);
    const half = Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x0a, 0x00, 0x42]);
    const cut = expect.objectContaining({ line: 2, column: 1 });
    const read = { encoding: 'utf-16le', cut, text: 'A\n\ufffd' };
    expect([openedAtOnce(half), openedIn(half, 2)]).toEqual([read, read]);
  });

  it('loses one record to a byte that is no text', async () => {
    const bad = [0x4f, 0x6e, 0x65, 0x20, 0x63, 0x61, 0x66, 0xe9];
    const of = async (file: string, ...lines: readonly (readonly number[])[]) => {
      const { value, problems } = await readPosts(
        Uint8Array.from(lines.flatMap((line) => [...line, 0x0a])),
        file,
        { timezone: 'Europe/London' },
      );
      return [
        ...value.map(({ text, origin }) => `${origin.line} ${text}`),
        ...problems.map(({ line, column, message }) => `${line}:${column} ${message.slice(0, 21)}`),
      ];
    };
    const [head, first, last] = ['text,date', 'Café,', 'Last – of all,'].map((line) => [
      ...utf8(line),
    ]);
    expect(await of('a.csv', head!, first!, bad, last!)).toEqual([
      '2 Café',
      '4 Last – of all',
      '3:8 not valid UTF-8 (byte',
    ]);
    expect(await of('a.csv', head!, first!, [...utf8('"One\n\0two",')], last!)).toEqual([
      '2 Café',
      '5 Last – of all',
      '4:1 here stands a NUL, wh',
    ]);
    const json = (text: string): readonly number[] => [...utf8(`{"text":"${text}"}`)];
    expect(
      await of('a.ndjson', json('Café'), [0x22, ...bad, 0x22], json('a\0b'), json('Last')),
    ).toEqual(['1 Café', '4 Last', '2:9 not valid UTF-8 (byte', '3:11 here stands a NUL, wh']);
    expect(await of('a.txt', first!, bad)).toEqual(['2:8 not valid UTF-8 (byte']);
    expect(await of('a.json', [0x5b], json('a\0b'), [0x5d])).toEqual([
      'undefined:undefined this file does not lo',
    ]);
  });

  it('can be read again, and shows its beginning in whole lines', () => {
    const opened = openText(
      inPieces(utf8('\uFEFFOne\nTwo\nThree\n'), 3),
      'a.txt',
      undefined,
      SMALL,
    );
    if ('problem' in opened) throw new Error(opened.problem.message);
    expect([headOf(opened, 9), headOf(opened, 2), headOf(opened), wholeText(opened, 'a')]).toEqual([
      'One\nTwo\n',
      'On',
      'One\nTwo\nThree\n',
      'One\nTwo\nThree\n',
    ]);
    expect(opened.findChange()).toBeUndefined();
  });

  it('says when the file becomes another while it is read', () => {
    const changing = (second: Uint8Array): unknown => {
      let passes = 0;
      const source: Source = {
        chunks: () => {
          passes += 1;
          return [passes > 2 ? second : utf8('One\ntwo\n')];
        },
      };
      const opened = openText(source, 'a.txt', undefined, SMALL);
      if ('problem' in opened) return opened;
      return [wholeText(opened, 'a.txt'), opened.findChange()];
    };
    const problem = {
      file: 'a.txt',
      message: 'this file changed while it was read: save it, then run again',
    };
    expect(changing(utf8('One\ntwo\n'))).toEqual(['One\ntwo\n', undefined]);
    expect(changing(utf8('One\n'))).toEqual(['One\n', problem]);
    expect(changing(Uint8Array.from([0x4f, 0xff, 0x0a, 0x41, 0x41, 0x41, 0x41, 0x0a]))).toEqual([
      'O',
      problem,
    ]);
  });
});

describe('long files', () => {
  const OPTIONS = { timezone: 'Europe/London' };
  const MANY = 20_000;
  const readBoth = async (file: string, text: string) => {
    const bytes = utf8(text);
    expect(bytes.length).toBeGreaterThan(2 * 1024 * 1024);
    const inParts = await readPosts(inPieces(bytes, 65_537), file, OPTIONS);
    expect(inParts).toEqual(await readPosts(text, file, OPTIONS));
    return inParts;
  };

  it('give the same posts a piece at a time: tables', async () => {
    const rows = Array.from(
      { length: MANY },
      (_, index) =>
        `"Well done – ""${index}""\nand a second line for all of us to read, ${'x'.repeat(70)}",${1 + (index % 28)}/11/2026 08:30\r\n`,
    );
    const { value, problems, notices } = await readBoth(
      'queue.csv',
      `text,date\r\n${rows.join('')}`,
    );
    expect([value.length, problems, notices]).toEqual([MANY, [], []]);
    expect(value.at(-1)?.origin).toMatchObject({ line: 2 * MANY, record: MANY + 1 });
  });

  it('give the same posts a piece at a time: NDJSON', async () => {
    const lines = Array.from({ length: MANY }, (_, index) =>
      index % 1000 === 7 ? '{"text":' : `{"text":"Well done – ${index} ${'x'.repeat(90)}"}`,
    );
    const { value, problems } = await readBoth('queue.ndjson', `${lines.join('\n')}\n`);
    expect([value.length, problems.length]).toEqual([MANY - 20, 20]);
    expect(problems[0]).toMatchObject({ line: 8 });
  });

  it('of one line without end cost no more than that line', async () => {
    const endless = inPieces(utf8('x'.repeat(17_000_000)), 1_000_000);
    expect((await readPosts(endless, 'queue.ndjson', OPTIONS)).problems).toEqual([
      {
        file: 'queue.ndjson',
        line: 1,
        column: 1,
        message: 'this line is too long for one post: write one JSON object a line',
      },
    ]);
  });
});

describe('a file that is cut in the middle of a character', () => {
  const cutShort = (text: string): Uint8Array => utf8(`${text}’`).subarray(0, -1);
  const readCut = async (file: string, text: string): Promise<unknown> => {
    const { value, problems } = await readPosts(cutShort(text), file, { timezone: 'UTC' });
    const posts = value.map((post) => post.text);
    return { posts, problems: problems.map(({ line, message }) => `${line}: ${message}`) };
  };
  const CUT =
    'this file ends in the middle of a character, so it was cut short: save or export it again';

  it('gives the rows of a table', async () => {
    expect(await readCut('a.csv', 'date,text\n2026-11-23 09:00,Odd socks\n,Well')).toEqual({
      posts: ['Odd socks', 'Well\ufffd'],
      problems: [`3: ${CUT}`],
    });
  });

  it('gives the records of JSON before that', async () => {
    expect(await readCut('a.json', '[{"text":"Odd socks"},{"text":"Well')).toEqual({
      posts: ['Odd socks'],
      problems: ['1: this quotation mark is never closed (only the posts before this were read)'],
    });
    expect(await readCut('a.ndjson', '{"text":"Odd socks"}\n{"text":"Well')).toEqual({
      posts: ['Odd socks'],
      problems: ['2: this quotation mark is never closed'],
    });
    expect(await readCut('b.ndjson', '{"text":"Odd socks"}\n')).toMatchObject({
      posts: ['Odd socks'],
      problems: [expect.stringMatching(/^2: /u)],
    });
  });

  it('gives no draft, of which nobody knows how it goes on', async () => {
    for (const file of ['a.txt', 'a.yaml'])
      expect(await readCut(file, '- text: Odd socks')).toEqual({
        posts: [],
        problems: [`1: ${CUT}`],
      });
  });
});
