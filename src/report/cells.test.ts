import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cells, clip, visible, widthOf } from './cells.ts';

describe('visible', () => {
  it.each([
    ['plain text, #tags and £5', 'plain text, #tags and £5'],
    ['a\x1b[31mred', 'a␛[31mred'],
    ['\x1b]8;;https://oakfield.example\x07link', '␛]8;;https://oakfield.example␇link'],
    ['nul\0 return\r bell\x07 delete\x7f', 'nul␀ return␍ bell␇ delete␡'],
    ['two\nlines', 'two␊lines'],
    ['a\ttab', 'a    tab'],
    ['\x9b31m \x85', '\\u{9b}31m \\u{85}'],
    ['\u202eabc\u2066\u200f\u061c', '\\u{202e}abc\\u{2066}\\u{200f}\\u{61c}'],
    ['Jo\u200bsh \ufeff \u00ad \u3164', 'Jo\\u{200b}sh \\u{feff} \\u{ad} \\u{3164}'],
    ['\u2028 \u2029', '\\u{2028} \\u{2029}'],
    ['\u{e0041}\u{e007f}', '\\u{e0041}\\u{e007f}'],
    ['\ud83d x \udc00', '\\u{d83d} x \\u{dc00}'],
    ['a\u200db a\ufe0f', 'a\\u{200d}b a\\u{fe0f}'],
    ['\u0301lonely', '\\u{301}lonely'],
    ['see ##[error] here', 'see #\\u{23}[error] here'],
  ])('shows %j as %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it.each([
    '👨‍👩‍👧‍👦 ❤️ 🏳️‍🌈 👩🏽‍🚀 1️⃣ 🇬🇧',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    'مرحبا بكم في المدرسة',
    'می‌خواهم',
    'क्‍ष',
    'שלום לכולם',
    'Ysgol Gynradd, Łódź, Zoë, Zoe\u0308, 日本語',
  ])('leaves %j as it is', (text) => {
    expect(visible(text)).toBe(text);
  });

  it('shows at most eight marks on one letter', () => {
    expect(visible(`a${'\u0301'.repeat(10)}`)).toBe(`a${'\u0301'.repeat(8)}\\u{301}\\u{301}`);
  });

  it('changes nothing that it has shown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = visible(text);
        expect(visible(once)).toBe(once);
      }),
    );
  });
});

describe('widthOf', () => {
  it.each([
    ['abc', 3],
    ['日本語', 6],
    ['ｶﾅ', 2],
    ['한국', 4],
    ['\u1112\u1161\u11ab', 2],
    ['e\u0301', 1],
    ['🎉', 2],
    ['👨‍👩‍👧‍👦', 2],
    ['👩🏽‍🚀', 2],
    ['🇬🇧', 2],
    ['1️⃣', 2],
    ['❤️', 2],
    ['❤', 1],
    ['❤︎', 1],
    ['🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}', 2],
    ['\u202e', 8],
    ['\t', 4],
    ['', 0],
  ])('%j takes %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });
});

describe('cells', () => {
  it('cover the stretch they are asked for, without gaps, whatever is masked', () => {
    const spans = fc
      .uniqueArray(fc.nat(40), { minLength: 2, maxLength: 6 })
      .map((edges) => edges.sort((a, b) => a - b))
      .map((edges) =>
        edges
          .slice(0, edges.length - (edges.length % 2))
          .flatMap((start, index) => (index % 2 === 0 ? [{ start, end: edges[index + 1]! }] : [])),
      );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), spans, (text, masks) => {
        const inside = masks.filter(({ end }) => end <= text.length);
        const made = cells(text, undefined, inside);
        const edges = made.flatMap(({ start, end }) => [start, end]);
        const joined = [0, ...made.slice(0, -1).flatMap(({ end }) => [end, end]), text.length];
        expect(edges).toEqual(text === '' ? [] : joined);
      }),
    );
  });

  it('show the first letter of what is masked, and no more', () => {
    const shown = (text: string, start: number, end: number) =>
      cells(text, undefined, [{ start, end }])
        .map((cell) => cell.shown)
        .join('');
    expect(shown('Well done Josh!', 10, 14)).toBe('Well done J•••!');
    expect(shown('e\u0301mile', 0, 6)).toBe('e\u0301•••');
    expect(shown('#GoJosh', 3, 7)).toBe('#GoJ•••');
  });

  it('stay masked where they begin inside a name', () => {
    expect(cells('Josh!', { start: 2, end: 5 }, [{ start: 0, end: 4 }])).toEqual([
      { start: 2, end: 4, shown: '•••', width: 3 },
      { start: 4, end: 5, shown: '!', width: 1 },
    ]);
  });
});

describe('clip', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly', 7, 'exactly'],
    ['a little long', 8, 'a littl…'],
    ['日本語です', 5, '日本…'],
    ['日本語です', 6, '日本…'],
  ])('cuts %j to %i columns', (text, width, expected) => {
    expect(clip(text, width)).toBe(expected);
  });
});
