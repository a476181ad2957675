import type { Span } from '../core/span.ts';
import type { Part } from '../document/document.ts';

interface Placed {
  readonly part: Part;
  readonly span: Span;
}

/** Spans of each part merged where they touch, in order. */
export type Stretches = ReadonlyMap<Part, readonly Span[]>;

export const stretchesOf = (placed: readonly Placed[]): Stretches => {
  const merged = new Map<Part, Span[]>();
  const ordered = [...placed].sort((a, b) => a.span.start - b.span.start);
  for (const { part, span } of ordered) {
    const spans = merged.get(part) ?? [];
    merged.set(part, spans);
    const last = spans.at(-1);
    if (last && span.start < last.end) {
      spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else spans.push(span);
  }
  return merged;
};

/** Whether a span shares a character with a stretch that does not lie wholly inside it. */
export const isTouched = (stretches: Stretches, { part, span }: Placed): boolean => {
  const spans = stretches.get(part) ?? [];
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end > span.start) high = middle;
    else low = middle + 1;
  }
  const first = spans[low];
  if (!first || first.start >= span.end) return false;
  if (first.start <= span.start) return true;
  for (let at = low; at < spans.length && spans[at]!.start < span.end; at += 1) {
    if (spans[at]!.end >= span.end) return true;
  }
  return false;
};
