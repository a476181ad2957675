import type { Finding } from '../core/finding.ts';
import type { Severity } from '../core/severity.ts';
import { isAtLeast } from '../core/severity.ts';

export interface Limits {
  readonly failOn: Severity;
  readonly maxWarnings?: number;
}

/** Adds up what fails a run, finding by finding. */
export interface Verdict {
  readonly add: (findings: readonly Finding[]) => void;
  /** 2: something could not be read · 1: findings that matter · 0: the rest. */
  readonly exitCode: (problems: number) => 0 | 1 | 2;
}

export const createVerdict = ({ failOn, maxWarnings = Infinity }: Limits): Verdict => {
  let fails = false;
  let warnings = 0;
  return {
    add(findings) {
      for (const { severity, confidence } of findings) {
        // A guess never fails a run by itself.
        if (confidence === 'possible') continue;
        fails ||= isAtLeast(severity, failOn);
        if (severity === 'warning') warnings += 1;
      }
    },
    exitCode: (problems) => (problems > 0 ? 2 : fails || warnings > maxWarnings ? 1 : 0),
  };
};
