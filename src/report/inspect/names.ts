import type { InspectedPost } from '../../core/inspection.ts';
import { countWhile } from '../../core/partition.ts';
import { partOfFinding } from '../../core/parts.ts';
import type { Span, Where } from '../../core/span.ts';
import type { Mask } from '../mask.ts';
import { maskOf } from '../mask.ts';

/** What to mask in one inspected post. */
export const maskOfInspected = ({ post, names }: InspectedPost, reveal: boolean): Mask =>
  maskOf({ post, names, findings: [] }, reveal);

/** What to mask in a stretch of a part, in offsets of that stretch. */
export const masksWithin = (mask: Mask, where: Where, { start, end }: Span): readonly Span[] => {
  const all = mask.inPart(partOfFinding({ where }));
  const found: Span[] = [];
  for (let at = countWhile(all, (one) => one.end <= start); at < all.length; at += 1) {
    const one = all[at]!;
    if (one.start >= end) break;
    found.push({ start: Math.max(one.start, start) - start, end: Math.min(one.end, end) - start });
  }
  return found;
};
