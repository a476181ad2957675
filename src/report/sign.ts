import { eastAsianWidth } from 'get-east-asian-width';

/** What a reader sees as one: a letter with its marks, an emoji, or something made visible. */
export interface Sign {
  /** UTF-16 units of the text. */
  readonly length: number;
  readonly shown: string;
  /** Columns of a terminal. */
  readonly width: number;
}

/** More combining marks than any script puts on one letter: the rest are shown as escapes. */
const TAIL = String.raw`(?:(?!\p{DI})\p{M}|[\u1161-\u11ff\ud7b0-\ud7ff]){0,8}`;
/** Scripts whose ordinary spelling uses the two joiners between letters. */
const JOINING = String.raw`[\p{scx=Arab}\p{scx=Deva}\p{scx=Beng}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Knda}\p{scx=Taml}]`;
const JOINER = String.raw`(?:(?<=${JOINING})[\u200c\u200d](?=${JOINING}))?`;
/** Never shown as they are: controls, lone surrogates, line separators, what has no shape of its own. */
const HIDDEN = String.raw`\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{DI}\ufff9-\ufffb\ufffe\uffff`;
const PICTURE = String.raw`\p{ExtPict}(?:\p{EMod}|\ufe0f)?`;
/** England, Scotland, Wales: the only flags spelt with tag characters. */
const BRITISH = String.raw`\u{1f3f4}\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}`;

const WIDE = [
  String.raw`\p{RI}\p{RI}`,
  BRITISH,
  String.raw`[0-9#*]\ufe0f?\u20e3`,
  String.raw`${PICTURE}(?:\u200d${PICTURE}){1,6}`,
  String.raw`\p{ExtPict}(?:\p{EMod}|\ufe0f)`,
].join('|');
const TEXT = String.raw`\p{ExtPict}\ufe0e|##(?=\[)|[^${HIDDEN}\p{M}]${TAIL}${JOINER}`;

let compiled: RegExp | undefined;

/** Compiling takes milliseconds, which most posts need not spend. */
const clusters = (): RegExp =>
  (compiled ??= new RegExp(`(?<wide>${WIDE})|(?<text>${TEXT})|[^]`, 'uy'));

const TAB = '    ';

/** Every form is visible, and none of them is what it stands for. */
const escapeOf = (sign: string): string => {
  const code = sign.codePointAt(0)!;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '␡' : `\\u{${code.toString(16)}}`;
};

const textWidth = (sign: string): number => {
  const base = eastAsianWidth(sign.codePointAt(0)!);
  return sign.length === 1 ? base : base + (sign.match(/\p{Mc}/gu)?.length ?? 0);
};

const rareSign = (text: string, at: number): Sign => {
  const pattern = clusters();
  pattern.lastIndex = at;
  const { 0: sign, groups } = pattern.exec(text)!;
  const { length } = sign;
  if (groups!['wide']) return { length, shown: sign, width: 2 };
  if (sign === '\t') return { length, shown: TAB, width: TAB.length };
  // an old workflow command of GitHub’s runner, which acts wherever in a line it stands
  if (sign === '##') return { length, shown: '#\\u{23}', width: 7 };
  if (groups!['text']) return { length, shown: sign, width: textWidth(sign) };
  const shown = escapeOf(sign);
  return { length, shown, width: shown.length };
};

/** Letters, digits and signs of Western writing, one column each, that nothing here changes. */
const isPlain = (code: number): boolean =>
  (code >= 0x20 && code <= 0x7e) ||
  (code >= 0xa0 && code < 0x300 && code !== 0xad) ||
  (code >= 0x2010 && code <= 0x2027) ||
  code === 0x2039 ||
  code === 0x203a ||
  (code >= 0x2400 && code <= 0x2421) ||
  code === 0x20ac;

const HASH = 0x23;
/** First halves of the code points of most emoji. */
const isEmojiHalf = (unit: number): boolean => unit >= 0xd83c && unit <= 0xd83e;

/** Whether what stands at `at` cannot belong to the sign before it. */
const startsAnew = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit) || unit < 0x20 || isPlain(unit)) return true;
  const isTone = unit === 0xd83c && text.charCodeAt(at + 1) >= 0xdffb;
  return isEmojiHalf(unit) && !isTone;
};

/** The sign that starts at `at`. */
export const signAt = (text: string, at: number): Sign => {
  const unit = text.charCodeAt(at);
  if (isPlain(unit) && startsAnew(text, at + 1) && !(unit === HASH && text[at + 1] === '#')) {
    return { length: 1, shown: text.charAt(at), width: 1 };
  }
  if (isEmojiHalf(unit) && startsAnew(text, at + 2)) {
    const point = text.codePointAt(at)!;
    const isPair = point > 0xffff;
    if (isPair && eastAsianWidth(point) === 2) {
      return { length: 2, shown: text.slice(at, at + 2), width: 2 };
    }
  }
  return rareSign(text, at);
};
