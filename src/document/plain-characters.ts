import list from './data/small-capitals.txt?raw';
import { dataLines } from '../core/data-lines.ts';
import { fromHex } from './from-hex.ts';

/** What one character becomes. */
export interface PlainCharacter {
  /** Empty: the character is left out. */
  readonly text: string;
  /** It belongs to the character before it: a combining mark, a joiner, a skin tone. */
  readonly joins: boolean;
}

const JOINS =
  /[\p{M}\u200D\u1160-\u11FF\uD7B0-\uD7FF\u{16D63}-\u{16D6A}\u{1F3FB}-\u{1F3FF}\u{E0020}-\u{E007F}]/u;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
/** Marks that strike a letter through, underline it or box it in, as text decorators set them. */
const DECORATION =
  /[\u0305\u0332\u0333\u0335-\u0338\u20D2\u20D3\u20D8-\u20DA\u20DD-\u20E6\u20EA\u20EB]/u;
/** The Braille blank is no space to Unicode, but looks like one. */
const SPACE = /[\p{Zs}\u2800]/u;
const LINE_BREAK = /[\u0085\u2028\u2029]/u;
const SINGLE_QUOTE =
  /[\u00B4\u02B9\u02BB-\u02BD\u02C8\u0374\u055A\u1FFD\u2018-\u201B\u2032\u2035\uA78B\uA78C]/u;
const DOUBLE_QUOTE = /[\u00AB\u00BB\u02BA\u02EE\u201C-\u201F\u2033\u2036]/u;
const HYPHEN = /[\u2010\u2011\u2212]/u;

/** Blocks of letters and digits that differ from the plain ones in style alone; not the emoji ℹ. */
const STYLED =
  /[\u00AA\u00B2\u00B3\u00B9\u00BA\u02B0-\u02B8\u02E0-\u02E4\u1D2C-\u1D6A\u1D78\u1D9B-\u1DBF\u2024\u2070-\u209C\u2100-\u2138\u213A-\u214F\u2160-\u217F\u2460-\u24EA\u2C7C\u2C7D\uFB00-\uFB06\uFE50-\uFE6B\uFF01-\uFF5E\uFFE0-\uFFE6\u{1D400}-\u{1D7FF}\u{1F130}-\u{1F149}]/u;
/** What a styled character may become: one character, a number in a circle, a ligature's letters. */
const PLAIN = /^(?:[!-~\u00A2\u00A3\u00A5\u00A6\u00AC\u20A9]|\p{L}|\d\d|f[fil]{1,2}|st)$/u;

/** Letters in boxes and brackets that no normalisation form takes out, by the first of each row. */
const BOXED: readonly (readonly [first: number, plain: string])[] = [
  [0x249c, 'a'],
  [0x1f110, 'A'],
  [0x1f150, 'A'],
  [0x1f170, 'A'],
  [0x1f1e6, 'A'],
];

const findBoxed = (codePoint: number): string | undefined => {
  const row = BOXED.find(([first]) => codePoint >= first && codePoint < first + 26);
  return row && String.fromCharCode(row[1].charCodeAt(0) + codePoint - row[0]);
};

let smallCapitals: ReadonlyMap<string, string> | undefined;

const readSmallCapitals = (): ReadonlyMap<string, string> =>
  new Map(
    dataLines(list).flatMap((line) => {
      const [plain, ...codePoints] = line.split(' ') as [string, ...string[]];
      return codePoints.map((hex): [string, string] => [fromHex(hex), plain]);
    }),
  );

const toPlain = (character: string): string => {
  const composed = character.normalize('NFC');
  if (composed !== character) return [...composed].map(toPlain).join('');
  const codePoint = character.codePointAt(0)!;
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return '\uFFFD';
  if (INVISIBLE.test(character) || DECORATION.test(character)) return '';
  if (SPACE.test(character)) return ' ';
  if (LINE_BREAK.test(character)) return '\n';
  if (SINGLE_QUOTE.test(character)) return "'";
  if (DOUBLE_QUOTE.test(character)) return '"';
  if (HYPHEN.test(character)) return '-';
  if (STYLED.test(character)) {
    const plain = character.normalize('NFKC');
    if (plain !== character && PLAIN.test(plain)) return [...plain].map(toPlain).join('');
  }
  smallCapitals ??= readSmallCapitals();
  return findBoxed(codePoint) ?? smallCapitals.get(character) ?? character;
};

/** The work of one character is done once; a text of very many different ones must not fill memory. */
const MOST_KEPT = 4_000;
const kept = new Map<string, PlainCharacter>();

/** One character, in the form in which texts are matched. Looks at nothing beside it. */
export const plainCharacter = (character: string): PlainCharacter => {
  let plain = kept.get(character);
  if (!plain) {
    plain = { text: toPlain(character), joins: JOINS.test(character) };
    if (kept.size < MOST_KEPT) kept.set(character, plain);
  }
  return plain;
};
