import { array, assert, property, string } from 'fast-check';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from './yaml.ts';

const told = (text: string, firstLine?: number): string[] =>
  parseYaml(text, 'a.yaml', firstLine).problems.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );

describe('what is read', () => {
  it('keeps dates and clock times as text', () => {
    const text = 'a: 2018-09-11\nb: 2019-09\nc: 08:00\nd: yes\ne: off\nf: 3\ng: true\nh:\n';
    expect(parseYaml(text, 'a.yaml').value).toEqual({
      a: '2018-09-11',
      b: '2019-09',
      c: '08:00',
      d: 'yes',
      e: 'off',
      f: 3,
      g: true,
      h: null,
    });
  });

  it('reads core YAML only, whatever version the file asks for', () => {
    const text = '%YAML 1.1\n---\nday: 2018-09-11\nhouse: no\nclock: 8:30\n';
    expect(parseYaml(text, 'a.yaml')).toMatchObject({
      value: { day: '2018-09-11', house: 'no', clock: '8:30' },
      problems: [],
    });
  });

  it('repeats a part that is named once', () => {
    const { value, problems } = parseYaml('a: &x [1, 2]\nb: *x\n', 'a.yaml');
    expect({ value, problems }).toEqual({ value: { a: [1, 2], b: [1, 2] }, problems: [] });
  });
});

describe('mistakes in the notation', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['a:\n\tb: 1\n', ['2:1 this line is indented with a tab: use spaces instead']],
    ['a: 1\r\nb:\r\n\tc: 2\r\n', ['3:1 this line is indented with a tab: use spaces instead']],
    [
      'message: Well done: great\n',
      ['1:10 a colon followed by a space is in the middle of this text: put the text in quotes'],
    ],
    ['a: 1\n  b: 2\n', ['1:4 the next line is indented too far: line it up']],
    ['a:1\nb: 2\n', ['1:1 a space is missing after the colon']],
    ['- @OakfieldSci\n', ['1:3 a text that starts with @, ` or % must stand in quotes']],
    ['- *bold* text\n', ['1:3 a text that starts with * must stand in quotes']],
    ['- & tea\n', ['1:3 a text that starts with * or & must stand in quotes']],
    ['- !important\n', ['1:3 a text that starts with ! must stand in quotes']],
    [
      'a: 1\nb: "open\nc: 2\n',
      ['2:4 this quotation mark is never closed: close it, or double it in the text'],
    ],
    [
      "a: 'it's fine'\n",
      [
        '1:8 the text goes on after its closing quotation mark or bracket: put the whole text in quotes, and double those inside it',
      ],
    ],
    [
      'a: [x, y\nb: 2\n',
      ['2:1 the brackets above are not closed, or this line is not indented enough'],
    ],
    ['a: ]\n', ['1:4 there is a bracket too many: put the text in quotes if it belongs to it']],
    ['[a,, b]', ['1:4 there is one comma too many']],
    ['a: 1\nb\nc: 3\n', ['2:1 this key has no colon behind it: write it as “key: value”']],
    [
      'a:\n    b: 1\n  c: 2\n',
      ['3:1 the indentation does not fit: line this up with the lines it belongs to'],
    ],
    [
      'a:\n  - x\n - y\n',
      ['3:1 the indentation does not fit: line this up with the lines it belongs to'],
    ],
    ['a: "x"#y\n', ['1:7 a space is missing before #: add it, or put the text in quotes']],
    [
      'a: "C:\\Users"\n',
      ['1:7 a backslash between double quotes must be written twice: \\\\ (or use single quotes)'],
    ],
    ['a: >x\n  y\n', ['1:5 after | or > the text starts on the next line']],
    [
      'a: 1\n---\nb: 2\n',
      ['2:1 a second part starts here after a line of ---: a file holds one only'],
    ],
    ['? [a]\n: 1\n', ['1:3 a key must be a plain word: put a text that holds [ or { in quotes']],
    ['a: 1\n😀: 2\n😀: 3\n', ['3:1 “😀” stands here twice: keep one']],
    [
      'a: { b: 1, b: 2, c: 3, c: 4 }\n',
      ['1:12 “b” stands here twice: keep one', '1:24 “c” stands here twice: keep one'],
    ],
    ['x: &x { a: 1 }\ny:\n  <<: *x\n', ['3:3 “<<” cannot be used as a key']],
    ['a: !!binary aGk=\n', ['1:4 a text that starts with ! must stand in quotes']],
  ];
  it.each(table)('%j', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('are told all at once, each on its line', () => {
    expect(told('a:\n\tb: 1\nc: @x\nd: [1,, 2]\ne: 1\ne: 2\n')).toEqual([
      '2:1 this line is indented with a tab: use spaces instead',
      '3:4 a text that starts with @, ` or % must stand in quotes',
      '4:7 there is one comma too many',
      '6:1 “e” stands here twice: keep one',
    ]);
  });

  it('are counted from where the text starts in its file, and after a byte order mark', () => {
    expect(told('\uFEFFa: @x\n', 7)).toEqual([
      '7:4 a text that starts with @, ` or % must stand in quotes',
    ]);
  });
});

describe('places', () => {
  const source = parseYaml('a:\n  - b: 😀 x\n    c: &n [1, 2]\n  - d:\n    e: *n\n', 'a.yaml');
  it('of a value, a key, something empty and something repeated', () => {
    expect({
      list: source.placeOf(['a']),
      item: source.placeOf(['a', 1]),
      value: source.placeOf(['a', 0, 'b']),
      key: source.placeOfKey(['a', 0, 'b']),
      empty: source.placeOf(['a', 1, 'd']),
      repeated: source.placeOf(['a', 1, 'e', 1]),
      absent: source.placeOf(['a', 0, 'x', 'y']),
    }).toEqual({
      list: { line: 2, column: 3 },
      item: { line: 4, column: 5 },
      value: { line: 2, column: 8 },
      key: { line: 2, column: 5 },
      empty: { line: 4, column: 5 },
      repeated: { line: 3, column: 15 },
      absent: { line: 2, column: 5 },
    });
  });
});

describe('a hostile file', () => {
  it('may not multiply itself', () => {
    const lines = ['l0: &l0 [x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i += 1) {
      lines.push(
        `l${i}: &l${i} [${Array(8)
          .fill(`*l${i - 1}`)
          .join(', ')}]`,
      );
    }
    expect(told(lines.join('\n'))).toEqual(['2:15 at most 10 places may repeat another with *']);
  });

  it('may not contain itself', () => {
    expect(told('a: &a [*a]\n')).toEqual(['1:8 this part repeats itself without end']);
  });

  it('may not be big, deep or made of very many parts', () => {
    expect([
      told('x'.repeat(2_000_000)),
      told('['.repeat(1000)),
      told(Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')),
      told(`[${'[],'.repeat(300_000)}]`),
    ]).toEqual([
      ['1:1 the file is too big: a million characters at most'],
      ['1:66 the file is nested too deeply'],
      ['65:65 the file is nested too deeply'],
      ['1:1 the file has too many parts to be read'],
    ]);
  });

  it('cannot reach the prototype of anything', () => {
    const { value, problems } = parseYaml(
      '__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\n',
      'a.yaml',
    );
    expect(Object.keys(value as object)).toEqual(['constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(problems.map(({ message }) => message)).toEqual(['“__proto__” cannot be used as a key']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('yields a bounded number of problems', () => {
    const problems = told('a: @x\n'.repeat(5000));
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toMatch(/4950 more lines/u);
  });

  it('never makes the reader throw', () => {
    const piece = fc.constantFrom(
      ...['- ', ': ', '\n', '  ', '\t', '"', "'", '[', ']', '{', '}', ',', '#', '&a ', '*a', '!x '],
      ...['|', '>', '%', '@', '---\n', '? ', 'a', '\r', '\uFEFF', '\u0000', '😀', '\ud800', '<<'],
    );
    assert(
      property(
        fc.oneof(
          string(),
          array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const { problems, placeOf } = parseYaml(text, 'a.yaml');
          const lines = text.split('\n').length;
          expect(problems.every(({ line = 1 }) => line >= 1 && line <= lines)).toBe(true);
          expect(placeOf(['a', 0]).line).toBeLessThanOrEqual(lines);
        },
      ),
      { numRuns: 500 },
    );
  });
});
