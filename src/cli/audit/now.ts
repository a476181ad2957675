import type { Problem } from '../../core/problem.ts';
import type { Io } from '../io.ts';
import { readTimeOf } from '../take-posts.ts';
import type { AuditOptions } from '../options.ts';

/** The moment of the run: the clock's, or what `--now` names. */
export const momentOf = (
  { now }: AuditOptions,
  timezone: string,
  { nowMs }: Io,
): { readonly nowMs: number } | { readonly problem: Problem } => {
  const read = readTimeOf(now, '--now', timezone);
  if (read === undefined) return { nowMs };
  return 'epochMs' in read ? { nowMs: read.epochMs } : { problem: read };
};
