import type { Span } from '../core/span.ts';

/** compromise behind a door of our own: a second opinion on a word. Spans in the text given. */
export interface Grammar {
  /** Words that it reads as an action, a quality, a place, a firm or a date: nobody's name. */
  otherThings(text: string): readonly Span[];
}
