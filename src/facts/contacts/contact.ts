import type { Confidence } from '../../core/severity.ts';
import type { Span } from '../../core/span.ts';
import type { Part } from '../../document/document.ts';

export const CONTACT_KINDS = [
  'phone',
  'email',
  'address',
  'postcode',
  'national-insurance',
  'bank',
  'card',
  'birth-date',
  'talk',
] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** A way to reach somebody, or a detail that proves who they are; the span counts the folded text. */
export interface Contact {
  readonly part: Part;
  readonly span: Span;
  readonly kind: ContactKind;
  /** What can be compared with a list: digits in national form, an e-mail address in lower case, words. */
  readonly value: string;
  /** `public`: a helpline or a famous house, which anybody may name. */
  readonly owner: 'person' | 'office' | 'public';
  readonly confidence: Confidence;
}
