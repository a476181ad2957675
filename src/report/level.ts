import type { Finding } from '../core/finding.ts';
import type { Severity } from '../core/severity.ts';
import { CONFIDENCES, SEVERITIES } from '../core/severity.ts';

/** What is known of a finding when it is told to a machine that counts. */
type Graded = Pick<Finding, 'severity' | 'confidence'>;

export const isGuess = ({ confidence }: Graded): boolean => confidence === 'possible';

/** How loudly a build is told: a guess one step lower, because it never fails a run by itself. */
export const levelOf = (finding: Graded): Severity => {
  if (!isGuess(finding)) return finding.severity;
  return finding.severity === 'error' ? 'warning' : 'info';
};

/** 0 for the worst: by level, then the surest first, then the more serious rule. */
export const rankOf = (finding: Graded): number =>
  SEVERITIES.indexOf(levelOf(finding)) * CONFIDENCES.length * SEVERITIES.length +
  CONFIDENCES.indexOf(finding.confidence) * SEVERITIES.length +
  SEVERITIES.indexOf(finding.severity);

/** Behind every finding that counts. */
export const LAST_RANK = SEVERITIES.length * CONFIDENCES.length * SEVERITIES.length;
