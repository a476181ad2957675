/** A stretch of a string: UTF-16 offsets, `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The part of a post that a span or a finding belongs to. */
export type PartName = 'text' | `media[${number}].alt` | `media[${number}].file`;

/** Where a finding stands, in the words of the report format. */
export type Where = PartName | 'hashtag' | 'handle' | 'url' | 'at' | 'reply' | `media[${number}]`;

/** A stretch of one part of a post, in offsets of that part as it was written. */
export interface Place {
  readonly part: PartName;
  readonly span: Span;
}
