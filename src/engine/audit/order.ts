import { compare } from '../../core/compare.ts';
import type { JudgedPost } from '../../core/report.ts';

/** By time, then by what tells two posts of one second apart. */
export const byTime = (
  { post: a, at: atA, fingerprint: printA }: JudgedPost,
  { post: b, at: atB, fingerprint: printB }: JudgedPost,
): number =>
  compare(atA ?? '', atB ?? '') ||
  compare(a.id, b.id) ||
  compare(a.origin.file, b.origin.file) ||
  compare(a.origin.record, b.origin.record) ||
  compare(printA, printB);
