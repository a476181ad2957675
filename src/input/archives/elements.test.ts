import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from '../../cli/archive/decode-utf8.ts';
import type { Element, Flaw } from './elements.ts';
import { createElementReader } from './elements.ts';

const read = (text: string | Uint8Array, size = 1_000_000): readonly (Element | Flaw)[] => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const reader = createElementReader(decodeUtf8);
  const found: (Element | Flaw)[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    found.push(...reader.add(bytes.subarray(at, at + size)));
  }
  return [...found, ...reader.end(false)];
};

const file = (...records: readonly string[]): string =>
  `window.YTD.tweets.part0 = [\n${records.join(',\n')}\n]`;

const record = (id: number, text = 'Odd socks'): string =>
  `  {\n    "tweet" : {\n      "id" : "${id}",\n      "text" : ${JSON.stringify(text)}\n    }\n  }`;

const value = (id: number, text = 'Odd socks') => ({ tweet: { id: String(id), text } });

const CLOSED = 'this quotation mark is never closed';
const CUT = 'this file ends in the middle of this record: what follows is missing';
const BEHIND =
  'something other than records stands behind the end of this list: somebody changed this file, or put two together';
const UNCLOSED = 'this file ends too early: its list is never closed, so records may be missing';

describe('the records of a file', () => {
  it('have lines and numbers', () => {
    expect(read(file(record(1), record(2), record(3)))).toEqual([
      { value: value(1), line: 2, record: 1 },
      { value: value(2), line: 8, record: 2 },
      { value: value(3), line: 14, record: 3 },
    ]);
  });

  it.each([
    ['a semicolon and a line behind the list', (text: string) => `${text};\n`],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['nothing before the list', (text: string) => text.slice(text.indexOf('['))],
    ['another name', (text: string) => text.replace(/^[^=]*/u, 'let a$b ')],
    ['a comma behind the last', (text: string) => text.replace(/\n\]$/u, ',\n]')],
  ])('are read with %s', (_, change) => {
    expect(read(change(file(record(1), record(2))))).toEqual([
      { value: value(1), line: 2, record: 1 },
      { value: value(2), line: 8, record: 2 },
    ]);
  });

  it('are read without any line breaks, and without anything around them', () => {
    const all = JSON.stringify([value(1, '},{"tweet":{'), value(2)]);
    expect(read(`window.YTD.tweet.part0 = ${all}`)).toEqual([
      { value: value(1, '},{"tweet":{'), line: 1, record: 1 },
      { value: value(2), line: 1, record: 2 },
    ]);
    expect(read('a = [ {"b":1}, {"b":2} ]')).toEqual([
      { value: { b: 1 }, line: 1, record: 1 },
      { value: { b: 2 }, line: 1, record: 2 },
    ]);
  });

  it('may hold lists of what begins as they do', () => {
    const one = { id: '1', mentions: [{ id: '5' }, { id: '6' }] };
    for (const space of [0, 2]) {
      const found = read(`a = ${JSON.stringify([one, one, one], null, space)}`, 7);
      expect(found.map((element) => ('value' in element ? element.value : element))).toEqual([
        one,
        one,
        one,
      ]);
    }
  });

  it('are the same wherever the bytes are cut, and however they are written', () => {
    const records = fc.array(
      fc.record({ id: fc.string({ unit: 'binary' }), list: fc.array(fc.jsonValue()) }),
      { minLength: 1, maxLength: 12 },
    );
    const law = fc.property(
      records,
      fc.integer({ min: 3, max: 99 }),
      fc.constantFrom(0, 1, 2, '\t'),
      fc.boolean(),
      (all, size, space, isWrapped) => {
        const written = isWrapped ? all.map((one) => ({ tweet: one })) : all;
        const text = `x = ${JSON.stringify(written, null, space)}`;
        const expected = (JSON.parse(text.slice(4)) as readonly unknown[]).map((one, index) => ({
          value: one,
          record: index + 1,
        }));
        const found = read(text, size);
        expect(found.map(({ line: _, ...rest }) => rest)).toEqual(expected);
        expect(found).toEqual(read(text));
      },
    );
    fc.assert(law, { numRuns: 100 });
  });
});

describe('a broken record', () => {
  const broken = (own: string) => read(file(record(1), own, record(3)), 40);
  const first = { value: value(1), line: 2, record: 1 };
  const third = { value: value(3), line: 14, record: 3 };

  it.each([
    ['an open quotation mark', record(2).replace('socks"', 'socks'), 11, 16, CLOSED],
    ['a missing brace', `${record(2).slice(0, -4)}   `, 14, 1, ''],
    ['a missing comma', record(2).replace(',', ' '), 11, 7, ''],
    ['a cut text', '  {\n    "tweet" : {\n\n\n\n', 14, 1, ''],
  ])('is one problem: %s', (what, own) => {
    const found = broken(own);
    expect({ what, found }).toMatchObject({ what, found: [first, { record: 2 }, { record: 3 }] });
    expect(found[1]).toHaveProperty('broken');
    expect(found[2]).toHaveProperty('value', third.value);
  });

  it('has the line and the column of its mistake', () => {
    expect(broken(record(2).replace('"id" :', '"id"'))).toEqual([
      first,
      { broken: 'a colon behind the key is missing here', line: 10, column: 12, record: 2 },
      third,
    ]);
  });

  it('may be the first, without a key', () => {
    const found = read(file(record(1).replace('"tweet"', 'tweet'), record(2), record(3)));
    expect(found).toEqual([
      expect.objectContaining({ record: 1, line: 3, column: 5 }),
      { value: value(2), line: 8, record: 2 },
      third,
    ]);
  });

  it('may stand in a file without line breaks', () => {
    const all = JSON.stringify([value(1), value(2), value(3)]).replace('"id":"2"', '"id":2"');
    expect(read(`a = ${all}`)).toEqual([
      { value: value(1), line: 1, record: 1 },
      expect.objectContaining({ line: 1, column: 62, record: 2 }),
      { value: value(3), line: 1, record: 3 },
    ]);
  });

  it('is one, whatever records are inside it', () => {
    const list = [value(5), value(6), value(7)];
    for (const [space, quoted] of [
      [0, list.slice(2)],
      [2, list],
    ] as const) {
      const nested = { tweet: { id: 2, quoted, answered: value(8) } };
      const all = JSON.stringify([value(1), nested, value(3)], null, space);
      expect(read(`a = ${all.replace(/"id": ?2/u, '"id": two')}`)).toMatchObject([
        { value: value(1), record: 1 },
        { broken: 'a value is missing here', record: 2 },
        { value: value(3), record: 3 },
      ]);
    }
  });

  it('is one, however often it seems to begin', () => {
    for (const opening of ['{"tweet":{', '{"tweet":', '[{"tweet":{']) {
      const own = record(2).replace('"2"', opening.repeat(100_000));
      const found = read(file(record(1), own, record(3)), 65_536);
      expect(found).toEqual([
        first,
        expect.objectContaining({ broken: expect.any(String) as unknown, line: 10, record: 2 }),
        third,
      ]);
    }
  });

  it('does not take the next with it that it opens into', () => {
    const all = `[${JSON.stringify(value(1))},{"tweet":{"list":[${JSON.stringify(value(2))}]`;
    expect(read(`a = ${all}`)).toMatchObject([{ record: 1 }, { record: 2 }, { value: value(2) }]);
  });

  it('costs the same however many there are', () => {
    const all = [value(1), value(2)].map((one) => `${JSON.stringify(one)},`).join('');
    const found = read(`a = [${all}${'{"tweet":{"id":,'.repeat(100_000)}]`);
    expect(found.map((element) => 'record' in element && element.record)).toEqual(
      Array.from({ length: 100_002 }, (_, index) => index + 1),
    );
  });

  it('may hold bytes that are no text', () => {
    const bytes = new TextEncoder().encode(file(record(1), record(2, 'Odd ? socks'), record(3)));
    bytes[bytes.indexOf('?'.charCodeAt(0))] = 0xff;
    const [, second, last] = read(bytes, 50);
    expect(second).toMatchObject({ line: 11, column: 21, record: 2 });
    expect(second).toHaveProperty('broken', expect.stringMatching(/^not valid UTF-8 \(byte FF\)/u));
    expect(last).toEqual(third);
  });

  it('may be too long for a record; the next is read', () => {
    const endless = `  {\n    "tweet" : { "id" : "2", "text" : "${'a'.repeat(40 * 1024 * 1024)}" }\n  }`;
    expect(read(file(record(1), endless, record(3)), 1024 * 1024)).toEqual([
      first,
      {
        broken: 'this record is too long for one post, so it was not read',
        line: 8,
        column: 3,
        record: 2,
      },
      { value: value(3), line: 11, record: 3 },
    ]);
  });
});

describe('what stands behind the end of a list', () => {
  const first = { value: value(1), line: 2, record: 1 };
  const second = { value: value(2), line: 8, record: 2 };

  it('costs no record and is named', () => {
    const whole = file(record(1), record(2));
    expect(read(`${whole}\nfoo bar`, 50)).toEqual([first, second, { flaw: BEHIND, line: 14 }]);
    expect(read(`${whole}]`)).toEqual([first, second, { flaw: BEHIND, line: 14 }]);
    expect(read(`${file(record(1))} <p>`)).toEqual([first, { flaw: BEHIND, line: 8 }]);
    expect(read('a = [] // odd')).toEqual([{ flaw: BEHIND, line: 1 }]);
  });

  it('may be another list', () => {
    const both = `${file(record(1), record(2))}\n${file(record(3), record(4))}`;
    expect(read(both)).toEqual([
      first,
      second,
      { flaw: BEHIND, line: 14 },
      { value: value(3), line: 16, record: 3 },
      { value: value(4), line: 22, record: 4 },
    ]);
  });
});

describe('a file that is cut short', () => {
  const whole = file(record(1), record(2));

  it('loses its last record', () => {
    expect(read(whole.slice(0, -30))).toEqual([
      { value: value(1), line: 2, record: 1 },
      expect.objectContaining({ broken: CUT, record: 2 }),
    ]);
  });

  it('between two records loses none that anybody can see', () => {
    for (const cut of [1, 2]) {
      expect(read(whole.slice(0, -cut)).at(-1)).toEqual({ flaw: UNCLOSED });
    }
    expect(read(`${file(record(1)).slice(0, -2)},\n`)).toEqual([
      { value: value(1), line: 2, record: 1 },
      { flaw: UNCLOSED },
    ]);
  });

  it('is one problem where its container says so', () => {
    const reader = createElementReader(undefined);
    const found = reader.add(new TextEncoder().encode(whole.slice(0, -30)));
    expect([...found, ...reader.end(true)]).toEqual([{ value: value(1), line: 2, record: 1 }]);
  });
});

describe('a file that its container does not give', () => {
  it('is not called empty as well', () => {
    expect(createElementReader(undefined).end(true)).toEqual([]);
  });
});

describe('a file without records', () => {
  it.each([
    ['x = [ ]', []],
    ['x = []', []],
    ['', [{ flaw: 'this file is empty', line: 1 }]],
    [
      '{"a":[1]}',
      [{ flaw: 'this file holds no list of records, as the files of an archive do', line: 1 }],
    ],
    [
      'Odd socks day',
      [{ flaw: 'this file holds no list of records, as the files of an archive do', line: 1 }],
    ],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
