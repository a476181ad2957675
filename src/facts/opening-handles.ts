import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';
import type { Detector } from '../document/document.ts';
import type { Handle } from './handles.ts';
import { handles } from './handles.ts';

/** The handles of others with which a post begins, and so addresses them. */
export interface OpeningHandles {
  readonly handles: readonly Handle[];
  /** From the start of the text to its first word after the handles, in folded offsets. */
  readonly span: Span;
  /** What stands there when they are taken out: the first letter, as a capital. */
  readonly replacement: string;
}

/** After `Replying to`, which X itself writes over a reply. */
const OPENING = /^\s*(?:Replying to\s+)?$/i;
const SMALL_LETTER = pattern(/^\p{Ll}/u);
const BETWEEN = /^[\s,]*$/u;
const SEPARATOR = /[\s,:;.\u2013\u2014-]/u;

/** At most one: the handles at the very start of the text. */
export const openingHandles: Detector<OpeningHandles> = (document) => {
  const { body } = document;
  const opening: Handle[] = [];
  let end = 0;
  for (const handle of document.facts(handles)) {
    if (handle.part !== body || handle.isOwn) break;
    const gap = body.text.slice(end, handle.span.start);
    if (!(opening.length === 0 ? OPENING : BETWEEN).test(gap)) break;
    opening.push(handle);
    ({ end } = handle.span);
  }
  if (opening.length === 0) return [];
  while (end < body.text.length && SEPARATOR.test(body.text[end]!)) end += 1;
  const [letter] = SMALL_LETTER.exec(body.text.slice(end, end + 2)) ?? [''];
  return [
    {
      handles: opening,
      span: { start: 0, end: end + letter.length },
      replacement: letter.toUpperCase(),
    },
  ];
};
