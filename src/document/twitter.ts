import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';

/** What X itself would link in a text; spans are UTF-16 offsets and include the sign. */
export interface TwitterEntities {
  readonly hashtags: readonly (Span & { readonly tag: string })[];
  /** The span takes in the name of a list: `@name/list`. */
  readonly mentions: readonly (Span & { readonly handle: string })[];
  readonly urls: readonly (Span & { readonly url: string })[];
}

/** twitter-text behind a door of our own, so that posts without entities never load it. */
export interface TwitterText {
  entities(text: string): TwitterEntities;
  /** X's weighted length. */
  length(text: string): number;
  /** Offset at which a text passes a weighted length: what stands before it fits. */
  limit(text: string, max: number): number;
}

/** X links no domain whose last part has one letter, or begins with anything but a letter. */
const LINK = pattern(/[^\s.]\.\p{L}[\p{L}\p{M}-]/u);

/** Whether X might link an address; false is certain. */
export const mayHoldLink = (text: string): boolean => LINK.test(text);
