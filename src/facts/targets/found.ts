import type { Confidence } from '../../core/severity.ts';
import type { Span } from '../../core/span.ts';

/** Somebody a text is aimed at, before it is said how; the span counts the body's folded text. */
export interface Found {
  readonly span: Span;
  readonly target: 'child' | 'adult' | 'group';
  readonly isNamed: boolean;
  readonly confidence: Confidence;
  /** "one child who is named": ends the sentence that says why. */
  readonly who: string;
}
