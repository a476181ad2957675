import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import { twitterEntities } from './twitter-entities.ts';

/** A #hashtag; the span counts the part's folded text and includes the sign. */
export interface Hashtag {
  readonly part: Part;
  readonly span: Span;
  /** Without the sign, as typed but folded. */
  readonly tag: string;
}

/** Hashtags of the text and of the alt texts, by X's own grammar. */
export const hashtags: Detector<Hashtag> = (document) =>
  document
    .facts(twitterEntities)
    .flatMap(({ part, hashtags: found }) =>
      found.map(({ start, end, tag }) => ({ part, span: { start, end }, tag })),
    );
