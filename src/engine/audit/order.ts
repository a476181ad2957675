import type { JudgedPost } from '../../core/report.ts';

const order = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** By time, then by what tells two posts of one second apart. */
export const byTime = (
  { post: a, at: atA, fingerprint: printA }: JudgedPost,
  { post: b, at: atB, fingerprint: printB }: JudgedPost,
): number =>
  order(atA ?? '', atB ?? '') ||
  order(a.id, b.id) ||
  order(a.origin.file, b.origin.file) ||
  order(a.origin.record, b.origin.record) ||
  order(printA, printB);
