import type { Span } from '../../core/span.ts';

interface Placed {
  readonly span: Span;
}

/** Whether a place meets one of those taken, which must be apart: the search is a binary one. */
export const overlaps = (taken: readonly Placed[]): ((place: Placed) => boolean) => {
  const ordered = [...taken].sort((a, b) => a.span.start - b.span.start);
  return ({ span }) => {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ordered[middle]!.span.end <= span.start) low = middle + 1;
      else high = middle;
    }
    const other = ordered[low];
    return other !== undefined && other.span.start < span.end;
  };
};
