import type { Finding } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import type { Severity } from '../core/severity.ts';
import { isAtLeast } from '../core/severity.ts';

export interface Limits {
  readonly failOn: Severity;
  readonly maxWarnings?: number;
}

/** A guess never fails a run by itself. */
const counts = ({ confidence }: Finding): boolean => confidence !== 'possible';

/** 2: something could not be read · 1: findings that matter · 0: the rest. */
export const exitCodeOf = (
  { posts, problems }: Pick<Report, 'posts' | 'problems'>,
  { failOn, maxWarnings }: Limits,
): 0 | 1 | 2 => {
  if (problems.length > 0) return 2;
  const findings = posts.flatMap((post) => post.findings).filter(counts);
  if (findings.some(({ severity }) => isAtLeast(severity, failOn))) return 1;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return maxWarnings !== undefined && warnings > maxWarnings ? 1 : 0;
};
