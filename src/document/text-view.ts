import type { Span } from '../core/span.ts';

/** A rewritten text and the way back to what was typed. */
export interface TextView {
  readonly source: string;
  /** Rewritten for matching: plain letters, plain quotes, nothing invisible. Case is kept. */
  readonly text: string;
  /** From offsets of `text` to offsets of `source`, widened to whole characters. */
  toSource(span: Span): Span;
}
