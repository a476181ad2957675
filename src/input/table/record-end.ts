/** Where the first record of a text ends, its line break included; or what is open at the end of it. */
export type RecordEnd = { readonly end: number } | { readonly open: 'line' | 'quotes' };

const QUOTE = 0x22;
const RETURN = 0x0d;
const FEED = 0x0a;

/** Blanks that may stand before a value. */
const isPadding = (unit: number): boolean => unit === 0x20 || unit === 0x09 || unit === 0x0c;

const behindPadding = (text: string, from: number, delimiter: number): number => {
  let at = from;
  for (let unit = text.charCodeAt(at); isPadding(unit) && unit !== delimiter;)
    unit = text.charCodeAt((at += 1));
  return at;
};

/** Behind the line break at `at`; undefined where only half of one may be there. */
const behindBreak = (text: string, at: number): number | undefined => {
  if (text.charCodeAt(at) === FEED) return at + 1;
  if (at + 1 === text.length) return undefined;
  return text.charCodeAt(at + 1) === FEED ? at + 2 : at + 1;
};

/** Where lines end that hold nothing, from `from` on in a text of whole lines. */
export const blankLines = (text: string, from: number, delimiter: string): number => {
  let end = from;
  for (;;) {
    const at = behindPadding(text, end, delimiter.charCodeAt(0));
    const unit = text.charCodeAt(at);
    if (unit !== FEED && unit !== RETURN) return end;
    end = behindBreak(text, at) ?? text.length;
  }
};

/** Finds it without keeping a cell, which takes a hundredth of the time of parsing them. */
export const endOfRecord = (text: string, delimiter: string, isAtEnd: boolean): RecordEnd => {
  const between = delimiter.charCodeAt(0);
  for (let at = 0; ;) {
    at = behindPadding(text, at, between);
    if (text.charCodeAt(at) === QUOTE) {
      let close = text.indexOf('"', at + 1);
      while (close >= 0 && text.charCodeAt(close + 1) === QUOTE)
        close = text.indexOf('"', close + 2);
      if (close < 0) return { open: 'quotes' };
      at = close + 1;
    }
    let unit = text.charCodeAt(at);
    while (at < text.length && unit !== between && unit !== FEED && unit !== RETURN)
      unit = text.charCodeAt((at += 1));
    if (at >= text.length) return isAtEnd ? { end: at } : { open: 'line' };
    if (unit !== between) {
      const end = behindBreak(text, at);
      if (end !== undefined) return { end };
      return isAtEnd ? { end: text.length } : { open: 'line' };
    }
    at += 1;
  }
};
