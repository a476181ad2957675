import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mark, unmark } from '../core/marks.ts';
import { fold } from './fold.ts';

const textOf = (source: string): string => fold(source).text;

describe('folding', () => {
  it.each([
    ['bold', '𝐉𝐨𝐬𝐡', 'Josh'],
    ['script', '𝓙𝓸𝓼𝓱', 'Josh'],
    ['Fraktur', '𝕵𝖔𝖘𝖍', 'Josh'],
    ['double-struck', '𝕁𝕠𝕤𝕙 𝟚', 'Josh 2'],
    ['full-width', 'Ｊｏｓｈ＠＃！', 'Josh@#!'],
    ['circled', 'Ⓙⓞⓢⓗ ①⑫', 'Josh 112'],
    ['boxed', '🄹🅞🆂🄷 🅰⒣', 'JOSH Ah'],
    ['regional, apart', '🇯 🇴 🇸 🇭', 'J O S H'],
    ['small capitals', 'Jᴏꜱʜ', 'Josh'],
    ['superscript', 'ᴶᵒˢʰ ⁰⁷', 'Josh 07'],
    ['ligatures', 'ﬁeld traﬃc', 'field traffic'],
    ['keycaps', '0️⃣7️⃣', '07'],
    ['struck through', 'J̶o̶s̶h̶', 'Josh'],
    ['zero-width characters', 'J\u200Bo\u200Cs\u200D\u2060h\uFEFF', 'Josh'],
    ['soft hyphen', 'Jo\u00ADsh', 'Josh'],
    ['bidi marks and isolates', '\u202EJ\u2066os\u2069h\u200F', 'Josh'],
    ['tag characters', 'Jo\u{E0073}\u{E0068}sh', 'Josh'],
    ['variation selectors', '⭐️ ☀︎', '⭐ ☀'],
    ['decomposed accents', 'Zoe\u0308 and Siobha\u0301n', 'Zoë and Siobhán'],
    ['quotes', '“O’Neill” ‘s´', "\"O'Neill\" 's'"],
    ['odd spaces', 'Year\u00A06\u3000out\u2800now', 'Year 6 out now'],
    ['line separators', 'a\u2028b\u0085c\nd', 'a\nb\nc\nd'],
    ['named entities', 'fish &amp; chips &lt;3 &Eacute;d &rsquo;', "fish & chips <3 Éd '"],
    ['numeric entities', '&#64;Hexley &#x1F600; &#X26;', '@Hexley 😀 &'],
    ['entities twice over', '&amp;amp;amp; &amp;#39;', "& '"],
    ['entities in disguise', '&a\u200Bmp; ＆lt； &ａmp\u037E', '& < &'],
    ['invisible entities', 'J&#8203;o&shy;sh', 'Josh'],
    ['small and full-width signs', '﹫a ＠b ﹟c ＃d', '@a @b #c #d'],
    ['half a surrogate pair', 'a\uD83Db', 'a\uFFFDb'],
  ])('%s', (_, source, folded) => {
    expect(textOf(source)).toBe(folded);
  });

  it.each([
    'Year 6 🎉 R&D, AT&T; 5 &unknown; &#xD800; &#1; &',
    'ŁÓDŹ Zoë İpek Yıldız Tadhg Ø ß – — … ½ £5 ™ © ℹ',
    '🇬🇧🇫🇷 👍🏽 café',
    'Line one\r\nline two\tend',
  ])('leaves plain text as it is: %s', (source) => {
    expect(textOf(source)).toBe(source);
  });

  it.each([
    ['Cyrillic in a Latin word', 'Well done Маrk', 'Well done Mark'],
    ['Greek in a Latin word', 'Well done Jαmεs', 'Well done James'],
    ['Armenian, Cherokee, Lisu', 'Տam Ꭺnn ꓝred', 'Sam Ann Fred'],
    ['an accent on a look-alike', 'Zоё and Zоё', 'Zoë and Zoë'],
    ['an initial before an apostrophe', 'О’Neill', "O'Neill"],
    ['a whole word of nothing else', 'Well done АВЕ and ᒍᗩᗰEᔕ', 'Well done ABE and JAMES'],
  ])('maps look-alikes: %s', (_, source, folded) => {
    expect(textOf(source)).toBe(folded);
  });

  it.each([
    'Спасибо Оксана и Сара',
    'Word of the day: спасибо. Сос',
    'Καλημέρα to our Greek class',
    'Welcome Άννα!',
    'Happy π day, β-carotene, 5 µm, Δt',
    'а',
    '谢谢 Well done',
  ])('leaves words of another script: %s', (source) => {
    expect(textOf(source)).toBe(source);
  });
});

describe('the way back', () => {
  it.each([
    ['Hi ⟦𝓙𝓸𝓼𝓱⟧!', 'Josh'],
    ['Hi ⟦J\u200Bosh⟧\u200B!', 'Josh'],
    ['Hi \u202A⟦Josh⟧\u202C!', 'Josh'],
    ['Hi ⟦J̶o̶s̶h̶⟧!', 'Josh'],
    ['Zo⟦e\u0308⟧', 'ë'],
    ['fish ⟦&amp;⟧ chips', '&'],
    ['fish ⟦&amp;amp;⟧ chips', '&'],
    ['a ⟦ﬁ⟧eld', 'i'],
    ['⟦⭐️⟧ star', '⭐'],
    ['🎉⟦👍🏽⟧', '👍🏽'],
    ['⟦＠\u200BHexley⟧ 🎉', '@Hexley'],
    ['🎉 “⟦Маrk⟧”', 'Mark'],
  ])('%s', (marked, wanted) => {
    const { text: source } = unmark(marked);
    const { text, toSource } = fold(source);
    const start = text.indexOf(wanted);
    expect(mark(source, [toSource({ start, end: start + wanted.length })])).toBe(marked);
  });

  it('widens to whole characters where a span cuts one', () => {
    const { toSource } = fold('a 🎉 b');
    expect(toSource({ start: 3, end: 4 })).toEqual({ start: 2, end: 4 });
    expect(fold('ëx\u0323y').toSource({ start: 1, end: 2 })).toEqual({ start: 1, end: 3 });
  });

  it('keeps an empty span empty', () => {
    expect(fold('a\u200Bé').toSource({ start: 1, end: 1 })).toEqual({ start: 2, end: 2 });
  });
});

describe('laws', () => {
  const tricky = fc.constantFrom(
    ...['&', 'amp;', ';', '#', 'x41', '#1072;', 'lt', '\u200B', '\u0301', '\u0338', '\uFE0F'],
    ...['а', 'о', 'Т', 'и', 'ο', 'ό', 'ж', 'a', 'e', 'H', "'", '’', '＆', '\u037E', 'ﬁ', '🅰'],
    ...['🇬', '🇧', '👍', '🏽', '\u200D', '\uD83D', '\uDE00', 'ᄀ', 'ᅡ', 'ᆨ', '각', '𝓙', '①', ' '],
    ...['\u0344', '\u0958', '\u1FEF', '\u0374', '=', '_', '1', 'ё', 'й', 'µ', '\u16D67', '㍿'],
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: tricky, maxLength: 25 }),
    fc.string({
      unit: fc.oneof(tricky, fc.string({ unit: 'binary', maxLength: 1 })),
      maxLength: 30,
    }),
  );
  const RUNS = { numRuns: 3_000 };
  const isBoundary = (source: string, at: number): boolean =>
    !/^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(source.slice(Math.max(at - 1, 0), at + 1)) || at === 0;

  it('folding twice is folding once', () => {
    fc.assert(
      fc.property(text, (source) => {
        const once = textOf(source);
        expect(textOf(once)).toBe(once);
      }),
      RUNS,
    );
  });

  it('holds for every character of the planes in use', () => {
    const moved = Array.from({ length: 0x20000 }, (_, codePoint) => String.fromCodePoint(codePoint))
      .map(textOf)
      .filter((once) => textOf(once) !== once);
    expect(moved).toEqual([]);
  });

  it('every span leads back in range, to code point boundaries, in order', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { text: folded, toSource } = fold(source);
        let before = { start: 0, end: 0 };
        for (let start = 0; start < folded.length; start += 1) {
          const { start: from, end: to } = toSource({ start, end: start + 1 });
          expect(from).toBeGreaterThanOrEqual(before.start);
          expect(to).toBeGreaterThanOrEqual(before.end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(source.length);
          expect([from, to].every((at) => isBoundary(source, at))).toBe(true);
          before = { start: from, end: to };
        }
        const whole = toSource({ start: 0, end: folded.length });
        if (folded !== '') expect(whole.end).toBe(before.end);
      }),
      RUNS,
    );
  });

  it('a span of several characters is the hull of theirs', () => {
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), (source, a, b) => {
        const { text: folded, toSource } = fold(source);
        const start = Math.min(a, b, folded.length);
        const end = Math.min(Math.max(a, b), folded.length);
        fc.pre(end > start);
        const hull = {
          start: toSource({ start, end: start + 1 }).start,
          end: toSource({ start: end - 1, end }).end,
        };
        expect(toSource({ start, end })).toEqual(hull);
      }),
      RUNS,
    );
  });
});
