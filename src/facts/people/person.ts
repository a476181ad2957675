import type { Confidence } from '../../core/severity.ts';
import type { Span } from '../../core/span.ts';
import type { Part } from '../../document/document.ts';

export const PERSON_FORMS = [
  'given',
  'full',
  'surname',
  'titled',
  'initials',
  'nickname',
  'hashtag',
  'handle',
  'url',
  'file',
] as const;
export type PersonForm = (typeof PERSON_FORMS)[number];

export const PERSON_KINDS = ['child', 'staff', 'parent', 'adult', 'public', 'fictional'] as const;
/** Who a name most probably belongs to. */
export type PersonKind = (typeof PERSON_KINDS)[number];

/** A person named in a part of the post; the span covers the name alone, in the part's folded text. */
export interface PersonMention {
  readonly part: Part;
  readonly span: Span;
  readonly form: PersonForm;
  readonly who: PersonKind;
  readonly confidence: Confidence;
  /** Why, in words a teacher understands. Never the name itself. */
  readonly evidence: readonly string[];
}
