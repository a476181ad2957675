import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellStarts, placeInRow } from './cell-places.ts';
import type { BadRow, Row } from './rows.ts';
import { readRows } from './rows.ts';

const rowsOf = (text: string, delimiter = ','): readonly (Row | BadRow)[] => [
  ...readRows([text], { delimiter }),
];
const shown = (text: string): readonly string[] =>
  rowsOf(text).map((row) =>
    'cells' in row
      ? `${row.line} ${row.record} ${JSON.stringify(row.cells)}`
      : `${row.line} ${row.message.slice(0, 30)}`,
  );
/** Cuts a text into pieces of a few letters. */
const cut = (text: string, size: number): readonly string[] =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );

describe('readRows', () => {
  it('counts lines and records where cells hold line breaks (case 4)', () => {
    expect(shown('a,b\r\n"one\ntwo",c\r\n\r\n,,\r\n"x ""y""",z')).toEqual([
      '1 1 ["a","b"]',
      '2 2 ["one\\ntwo","c"]',
      '5 4 ["","",""]',
      '6 5 ["x \\"y\\"","z"]',
    ]);
  });

  it('reads lines that end as an old Mac ends them', () => {
    expect(shown('a,b\rc,"d\re"\rf,g')).toEqual([
      '1 1 ["a","b"]',
      '2 2 ["c","d\\re"]',
      '4 3 ["f","g"]',
    ]);
  });

  it('loses one line to a quotation mark that is never closed (case 5)', () => {
    expect(shown('a,b\n"open,1\nc,d\n"e",f\ng,h\n')).toEqual([
      '1 1 ["a","b"]',
      '2 a quotation mark that opens in',
      '3 3 ["c","d"]',
      '4 4 ["e","f"]',
      '5 5 ["g","h"]',
    ]);
    expect(shown('"open\nb,"next"\nc,"d')).toEqual([
      '1 a quotation mark that opens in',
      '2 2 ["b","next"]',
      '3 a quotation mark that opens in',
    ]);
  });

  it('reads a cell that is closed, however many lines it has', () => {
    const long = `a,b\n"${'x\n'.repeat(450_000)}",c\nd,e\n`;
    expect(rowsOf(long).slice(1)).toEqual([
      expect.objectContaining({ cells: ['x\n'.repeat(450_000), 'c'], line: 2, record: 2 }),
      expect.objectContaining({ cells: ['d', 'e'], line: 450_003, record: 3 }),
    ]);
  });

  it('says what is true of a row that is too long, and goes on where it ends', () => {
    const shownLong = (text: string) =>
      rowsOf(text).map((row) => ('message' in row ? row : row.cells));
    const tooLong = 'this row is longer than a million characters: no post is';
    for (const cell of ['x'.repeat(1_100_000), 'Well done.\n'.repeat(500_000)]) {
      expect(shownLong(`a,b\n"${cell}",c\nd,e\n`)).toEqual([
        ['a', 'b'],
        { line: 2, message: tooLong },
        ['d', 'e'],
      ]);
    }
    const open = shownLong(`a,b\n"${'Well done,x\n'.repeat(800_000)}`);
    expect(open.slice(0, 3)).toEqual([
      ['a', 'b'],
      {
        line: 2,
        message: expect.stringContaining('not closed within eight million characters'),
      },
      ['Well done', 'x'],
    ]);
    expect(open).toHaveLength(800_001);
  });

  it('counts lines that hold nothing and leaves them out', () => {
    expect(shown(`\n \na,b${'\n'.repeat(1_000_000)}c,d\n\n\n"e`)).toEqual([
      '3 3 ["a","b"]',
      '1000003 1000003 ["c","d"]',
      '1000006 a quotation mark that opens in',
    ]);
  });

  it('gives up where nearly every row is broken, and says how many lines it left out', () => {
    // Each line opens a quotation mark that the next one’s closes in the middle of a text.
    const read = rowsOf('"a\nb"c\n'.repeat(500));
    const problems = read.filter((row) => 'message' in row);
    expect(problems).toHaveLength(26);
    expect(problems.at(-1)?.message).toMatch(/its last \d+ lines, from here on, were left out/u);
    const last = problems.at(-1)!.line;
    expect(problems.at(-1)?.message).toContain(` ${1000 - last + 1} lines`);
  });

  it('stands what is hard to swallow', () => {
    expect(rowsOf(`a,b\n"${'""'.repeat(100_000)}",c\n`)[1]).toMatchObject({
      cells: ['"'.repeat(100_000), 'c'],
    });
    expect(rowsOf(`a,b\n${','.repeat(1_000_000)}\nc,d`)[1]).toMatchObject({ line: 2 });
    expect(rowsOf(`a,b\n${','.repeat(1_000_000)}\nc,d`).at(-1)).toMatchObject({ line: 3 });
  });

  const cell = fc
    .oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('a', ' ', '"', ',', ';', '\t', '\n', '\r\n', '’', '🎉', '=1'))
        .map((parts) => parts.join('')),
    )
    .map((text) => text.replace(/[\uD800-\uDFFF]/gu, '').replace(/\r(?!\n)/gu, ''));
  interface Written {
    readonly rows: readonly (readonly string[])[];
    readonly delimiter: string;
    readonly newline: string;
    readonly quotesAll: boolean;
    readonly endsInBreak: boolean;
    readonly size: number;
  }
  const table: fc.Arbitrary<Written> = fc.record({
    rows: fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    quotesAll: fc.boolean(),
    endsInBreak: fc.boolean(),
    size: fc.integer({ min: 1, max: 30 }),
  });
  const written = ({ rows, delimiter, newline, quotesAll, endsInBreak }: Written): string => {
    const quoted = (text: string): string =>
      quotesAll || /^\s|["\r\n\f]/u.test(text) || text.includes(delimiter)
        ? `"${text.replaceAll('"', '""')}"`
        : text;
    return (
      rows.map((cells) => cells.map(quoted).join(delimiter)).join(newline) +
      (endsInBreak ? newline : '')
    );
  };

  it('reads back whatever was written, at its very place, however it is cut', () => {
    fc.assert(
      fc.property(table, (one) => {
        const text = written(one);
        const { delimiter, size } = one;
        const read = [...readRows(cut(text, size), { delimiter, batch: size })];
        expect(read.map((row) => ('cells' in row ? row.cells : row.message))).toEqual(one.rows);
        expect(read).toEqual([...readRows([text], { delimiter })]);
        const lines = text.split(/\r\n|\r|\n/u);
        for (const row of read as readonly Row[]) {
          const starts = cellStarts(row, delimiter, Infinity);
          expect(starts).toHaveLength(row.cells.length);
          for (const [column, { offset, isQuoted }] of starts.entries()) {
            const place = placeInRow(row, offset);
            const [first = ''] = row.cells[column]!.split(/\r\n|\r|\n/u);
            const inFile = isQuoted ? first.replaceAll('"', '""') : first;
            const found = lines[place.line - 1]!.slice(place.column - 1);
            expect(found.slice(0, inFile.length)).toBe(inFile);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, and reads the same however the text is cut', () => {
    const noise = fc
      .array(fc.constantFrom('a', '"', ',', '\n', '\r', '\r\n', ' ', '""', '",', '"\n', '🎉', '\0'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(noise, fc.integer({ min: 1, max: 9 }), (text, size) => {
        expect([...readRows(cut(text, size), { delimiter: ',', batch: size })]).toEqual(
          rowsOf(text),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
