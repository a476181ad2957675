import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';

/** A stretch inside quotation marks, marks included; the span counts the part's folded text. */
export interface Quote {
  readonly part: Part;
  readonly span: Span;
}

/** A quotation that never closes is none; a longer one is a text of its own. */
const LONGEST = 400;
const MARK = pattern(/["'\u2018\u2019\u201c\u201d\u00ab\u00bb]/gu);
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"\u201d',
  '\u201c': '\u201d"',
  "'": "'\u2019",
  '\u2018': "\u2019'",
  '\u00ab': '\u00bb',
};
const LETTER = pattern(/[\p{L}\p{N}]/u);

/** An opening mark has no letter before it, a closing one no letter after it: `don't` is neither. */
const quotesIn = (part: Part): Quote[] => {
  const { text } = part;
  const found: Quote[] = [];
  let open: { readonly at: number; readonly closing: string } | undefined;
  for (const { 0: sign, index } of MARK.matchAll(text)) {
    if (open && index - open.at > LONGEST) open = undefined;
    const isAfterLetter = LETTER.test(text[index - 1] ?? ' ');
    const isBeforeLetter = LETTER.test(text[index + 1] ?? ' ');
    if (open) {
      if (!open.closing.includes(sign) || isBeforeLetter) continue;
      found.push({ part, span: { start: open.at, end: index + 1 } });
      open = undefined;
    } else if (!isAfterLetter && CLOSING[sign] !== undefined) {
      open = { at: index, closing: CLOSING[sign] };
    }
  }
  return found;
};

/** What stands in quotation marks: a pupil's, a poem's or a report's words, not the school's own. */
export const quotes: Detector<Quote> = ({ parts }) => parts.flatMap(quotesIn);
