import type { Confidence, Severity } from './severity.ts';
import type { Span, Where } from './span.ts';

export interface Citation {
  readonly policy: string;
  readonly section: string;
  readonly clause: string;
  readonly requires: string;
}

/** A change that was linted again and found clean. */
export interface Suggestion {
  readonly title: string;
  /** The whole of what is replaced: the post's new text, an alt text, or an ISO time with offset. */
  readonly text: string;
}

/** Another rule of the same policy that the same place breaks. */
export interface AlsoBroken {
  readonly rule: string;
  readonly severity: Severity;
  readonly citation: Citation;
}

/** Why a rule could not be asked of a post. */
export interface Unchecked {
  readonly rule: string;
  readonly clause: string;
  /** Finishes “not checkable: …”. */
  readonly reason: string;
}

/** A rule broken by a post. */
export interface Finding {
  /** `policy/rule`. */
  readonly rule: string;
  readonly concept: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** One sentence that stands alone and repeats no pupil's name. */
  readonly message: string;
  readonly where: Where;
  /** Offsets into the part that `where` belongs to; null when no characters are meant. */
  readonly range: Span | null;
  readonly evidence: readonly string[];
  readonly citation: Citation;
  /** Clauses that ask the same: one place is one finding, under the strictest rule. */
  readonly also: readonly AlsoBroken[];
  readonly advice?: string;
  readonly suggestions: readonly Suggestion[];
}

/** Every rule that the place of a finding breaks: its own first, then the others. */
export const brokenRules = ({ rule, severity, citation, also }: Finding): readonly AlsoBroken[] => [
  { rule, severity, citation },
  ...also,
];
