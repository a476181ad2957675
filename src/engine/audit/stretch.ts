import type { Period } from '../../core/audit.ts';
import type { Post } from '../../core/post.ts';

/** Where a post belongs: to the period that is looked at, to the one before, or to neither. */
export type Stretch = 'period' | 'before' | 'outside';

const holds = ({ startMs, endMs }: Period, epochMs: number): boolean =>
  startMs <= epochMs && epochMs < endMs;

/** What posts are sorted by. */
export interface Stretches {
  readonly period: Period;
  readonly previous?: Period;
  /** No days were asked for: everything belongs to the period. */
  readonly isWhole: boolean;
}

/** A post whose time nobody knows may belong to the period, so it does. */
export const stretchOf = ({ at }: Post, { period, previous, isWhole }: Stretches): Stretch => {
  if (isWhole || at.kind !== 'instant' || holds(period, at.epochMs)) return 'period';
  return previous && holds(previous, at.epochMs) ? 'before' : 'outside';
};
