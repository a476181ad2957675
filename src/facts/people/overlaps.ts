import { countWhile } from '../../core/partition.ts';
import type { Span } from '../../core/span.ts';

interface Placed {
  readonly span: Span;
}

/** Whether a place meets one of those taken, which must be apart. */
export const overlaps = (taken: readonly Placed[]): ((place: Placed) => boolean) => {
  const ordered = [...taken].sort((a, b) => a.span.start - b.span.start);
  return ({ span }) => {
    const other = ordered[countWhile(ordered, (one) => one.span.end <= span.start)];
    return other !== undefined && other.span.start < span.end;
  };
};
