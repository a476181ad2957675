import { share } from './table.ts';

/** What was found against what is labelled, in posts or in mentions. */
export interface Score {
  readonly labelled: number;
  readonly found: number;
  /** How many of those found are right. */
  readonly right: number;
  /** How many of those labelled were found: `right` too, unless one may meet several. */
  readonly met?: number;
}

export interface Verdict {
  readonly isLabelled: boolean;
  readonly isFound: boolean;
}

export const scoreOf = (verdicts: readonly Verdict[]): Score => ({
  labelled: verdicts.filter(({ isLabelled }) => isLabelled).length,
  found: verdicts.filter(({ isFound }) => isFound).length,
  right: verdicts.filter(({ isFound, isLabelled }) => isFound && isLabelled).length,
});

export const SCORE_HEADING = ['labelled', 'found', 'right', 'precision', 'recall', 'F1'] as const;

/** The figures under `SCORE_HEADING`. */
export const scoreCells = ({ labelled, found, right, met = right }: Score): readonly string[] => {
  const [precision, recall] = [right / found, met / labelled];
  return [
    String(labelled),
    String(found),
    String(right),
    share(right, found),
    share(met, labelled),
    share(2 * precision * recall, precision + recall),
  ];
};
