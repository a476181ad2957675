import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoding } from './decode.ts';
import { decode } from './decode.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : part)));
const utf16 = (text: string, isLittle: boolean): number[] =>
  [...text].flatMap((letter) =>
    Array.from({ length: letter.length }, (_, index) => letter.charCodeAt(index)).flatMap((unit) =>
      isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
    ),
  );

const read = (content: Uint8Array, encoding?: Encoding): unknown => {
  const decoded = decode(content, 'draft.txt', encoding);
  return 'problem' in decoded ? decoded.problem : `${decoded.encoding}: ${decoded.text}`;
};
const problem = (message: string, place = {}): unknown => ({
  file: 'draft.txt',
  ...place,
  message,
});
const notUtf8 = (byte: string, line: number, column: number): unknown =>
  problem(
    `not valid UTF-8 (byte ${byte}): save the file as UTF-8, or add --encoding windows-1252 if an older Windows program wrote it`,
    { line, column },
  );

describe('decode', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    expect(read(utf8('Da iawn – Siân 🎉\r\n'))).toBe('utf-8: Da iawn – Siân 🎉\r\n');
    expect(read(bytes([0xef, 0xbb, 0xbf], 'Ł'))).toBe('utf-8: Ł');
    expect(read(bytes([0xef, 0xbb, 0xbf], 'Ł'), 'utf-8')).toBe('utf-8: Ł');
  });

  it('reads UTF-16 by its byte order mark, by its NULs or when told', () => {
    const text = 'Trip to Hexley – £4 🎉';
    expect(read(bytes([0xff, 0xfe], utf16(text, true)))).toBe(`utf-16le: ${text}`);
    expect(read(bytes([0xfe, 0xff], utf16(text, false)))).toBe(`utf-16be: ${text}`);
    expect(read(bytes(utf16(text, true)))).toBe(`utf-16le: ${text}`);
    expect(read(bytes(utf16(text, false)))).toBe(`utf-16be: ${text}`);
    expect(read(bytes(utf16('日本', false)), 'utf-16be')).toBe('utf-16be: 日本');
    expect(read(bytes([0xff, 0xfe], utf16('half', true), [0x41]))).toEqual(
      problem('this file ends in half a UTF-16 character: save it again as UTF-8'),
    );
  });

  it('keeps a surrogate that stands alone', () => {
    const decoded = decode(bytes([0xff, 0xfe, 0x3d, 0xd8, 0x41, 0x00]), 'draft.txt');
    expect(decoded).toEqual({ text: '\ud83dA', encoding: 'utf-16le' });
  });

  it('reads what Notepad wrote in Windows-1252', () => {
    const notepad: readonly [Uint8Array, string][] = [
      [bytes('Cakes ', [0xa3], '2.50 each'), 'Cakes £2.50 each'],
      [
        bytes([0x93], 'Wow', [0x94], ' ', [0x96], ' 4B', [0x92], 's show', [0x85]),
        '“Wow” – 4B’s show…',
      ],
      [bytes('Caf', [0xe9], ' open'), 'Café open'],
      [bytes('Zo', [0xeb], ' and ', [0xc9], 'abha and Si', [0xe2], 'n'), 'Zoë and Éabha and Siân'],
      [
        bytes('CAF', [0xc9], ', 20', [0xb0], ', ', [0xbd], ' price, ', [0x80], '5'),
        'CAFÉ, 20°, ½ price, €5',
      ],
      [bytes('25m', [0xb2], ' of grass ', [0xa9], ' Hexley'), '25m² of grass © Hexley'],
    ];
    expect(notepad.map(([content]) => read(content))).toEqual(
      notepad.map(([, text]) => `windows-1252: ${text}`),
    );
  });

  it('refuses bytes that make sense in no encoding, with the place of the first', () => {
    expect(read(bytes('Fun ', [0xc3, 0x28]))).toEqual(notUtf8('C3', 1, 5));
    expect(read(bytes('Line one\r\nthen ', [0x81]))).toEqual(notUtf8('81', 2, 6));
    expect(read(bytes('Mixed: é 🎉 and ', [0xe9]))).toEqual(notUtf8('E9', 1, 17));
    expect(read(bytes([0xef, 0xbb, 0xbf], 'a', [0xfe, 0xff]))).toEqual(notUtf8('FE', 1, 2));
    expect(read(bytes('cut in the middle of ', [0xf0, 0x9f, 0x8e]))).toEqual(notUtf8('F0', 1, 22));
  });

  it('takes letters of other old encodings for what they are: not Windows-1252', () => {
    const others: readonly Uint8Array[] = [
      bytes('don', [0xd5], 't (Mac)'),
      bytes('nice ', [0xd0], ' really (Mac dash)'),
      bytes('caf', [0x82], ' (DOS)'),
      bytes('cost ', [0x9c], '5 (DOS)'),
      bytes([0xa3], 'ukasz (Central European)'),
      bytes('Micha', [0xb3], ' (Central European)'),
    ];
    expect(others.map((content) => read(content))).toEqual(
      others.map(() => expect.objectContaining({ file: 'draft.txt', line: 1 })),
    );
  });

  it('does as it is told', () => {
    expect(read(bytes('Micha', [0xb3]), 'windows-1252')).toBe('windows-1252: Micha³');
    expect(read(bytes([0x81, 0x80]), 'windows-1252')).toBe('windows-1252: \u0081€');
    expect(read(utf8('é'), 'windows-1252')).toBe('windows-1252: Ã©');
    expect(read(bytes([0xa3], '5'), 'utf-8')).toEqual(notUtf8('A3', 1, 1));
  });

  it('refuses overlong forms, surrogates and code points beyond Unicode', () => {
    const invalid = [
      [0xc0, 0xaf],
      [0xe0, 0x80, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xf5],
    ];
    expect(invalid.map((sequence) => read(bytes('ok é ', sequence)))).toEqual(
      ['C0', 'E0', 'ED', 'F4', 'F5'].map((byte) => notUtf8(byte, 1, 6)),
    );
  });

  it('says in plain words what is no text', () => {
    const word = bytes('PK', [3, 4, 0, 0], '....[Content_Types].xml....word/document.xml');
    const files: readonly [Uint8Array, string][] = [
      [word, 'this looks like a Word document, not text: open it and save it as plain text (.txt)'],
      [
        bytes('PK', [3, 4, 0, 0], 'xl/workbook.xml'),
        'this looks like an Excel workbook, not text: open it and save it as plain text (.txt)',
      ],
      [
        bytes('PK', [3, 4, 0, 0], 'photos/1.jpg'),
        'this looks like a ZIP archive, not text: unpack it first, or judge it with policy-lint audit if it holds what was posted',
      ],
      [
        bytes([0x89], 'PNG\r\n'),
        'this looks like a picture (PNG), not text: name the picture under media: in a draft instead',
      ],
      [
        bytes([0xff, 0xd8, 0xff, 0xe0]),
        'this looks like a picture (JPEG), not text: name the picture under media: in a draft instead',
      ],
      [
        bytes('%PDF-1.7'),
        'this looks like a PDF document, not text: copy its text into a plain text file (.txt)',
      ],
      [
        bytes('{\\rtf1\\ansi Well done}'),
        'this looks like a rich text document (RTF), not text: open it and save it as plain text (.txt)',
      ],
      [
        bytes([0xd0, 0xcf, 0x11, 0xe0]),
        'this looks like an old Office document, not text: open it and save it as plain text (.txt)',
      ],
      [
        bytes('Well', [0], 'done'),
        'this file does not look like text: save it as plain text (.txt, UTF-8)',
      ],
      [
        bytes([1, 2, 3, 4, 5], 'ab'),
        'this file does not look like text: save it as plain text (.txt, UTF-8)',
      ],
      [bytes(), 'this file is empty: write its text and save it'],
      [bytes([0xef, 0xbb, 0xbf]), 'this file is empty: write its text and save it'],
    ];
    expect(files.map(([content]) => read(content))).toEqual(
      files.map(([, message]) => problem(message)),
    );
  });

  it('lets a stray control character through: what reports print is escaped', () => {
    expect(read(utf8('Well done \u001b[31m4B'))).toBe('utf-8: Well done \u001b[31m4B');
  });

  it('agrees with the platform’s decoder on every text, and never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const decoded = decode(utf8(text), 'draft.txt', 'utf-8');
        if ('text' in decoded) expect(decoded.text).toBe(text.replace(/^\uFEFF/u, ''));
        else expect(decoded.problem.message).toMatch(/this (?:file|looks)/u);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ size: 'large' }), (content) => {
        expect(Object.keys(decode(content, 'draft.txt'))).toContainEqual(
          expect.stringMatching(/^(?:text|problem)$/u),
        );
      }),
    );
  });
});
