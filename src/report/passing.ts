import type { Finding } from '../core/finding.ts';
import type { JudgedPost } from '../core/report.ts';
import { isAtLeast } from '../core/severity.ts';
import type { ReportOptions } from './options.ts';
import type { ShownPost } from './shown.ts';
import { shownText } from './shown.ts';
import { dateInWords } from './when.ts';

/** Whether a finding fails the run. A guess never does. */
export const isFailing = (
  { severity, confidence }: Finding,
  { failOn = 'error' }: Pick<ReportOptions, 'failOn'>,
): boolean => confidence !== 'possible' && isAtLeast(severity, failOn);

/** Why a post counts as neither passed nor failed; undefined when it does. */
export const skippedBecause = (judged: JudgedPost, { inWaiver }: ShownPost): string | undefined => {
  const { findings, waived, copyOf } = judged;
  if (findings.length > 0) return undefined;
  if (copyOf) return `the same words as record ${copyOf.record}, where they are judged`;
  const [first] = waived;
  if (!first) return undefined;
  const { approvedBy, expires, reason } = first.waiver;
  const more = waived.length > 1 ? ` and ${waived.length - 1} more` : '';
  return `exception until ${shownText(dateInWords(expires))}, approved by ${inWaiver(approvedBy)}: ${inWaiver(reason)}${more}`;
};
