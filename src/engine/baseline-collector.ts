import { brokenRules } from '../core/finding.ts';
import type { JudgedPost } from '../core/report.ts';
import type { Baseline } from '../core/waiver.ts';

/** Counts what posts break while they come, to be written as a baseline. */
export interface BaselineCollector {
  /** Takes a post as exceptions left it: what somebody answers for is no part of a baseline. */
  readonly add: (judged: JudgedPost) => void;
  readonly baseline: () => Baseline;
}

export const createBaselineCollector = (): BaselineCollector => {
  const counted = new Map<string, Map<string, number>>();
  return {
    add({ fingerprint, findings, known }) {
      for (const { rule } of [...findings, ...known].flatMap(brokenRules)) {
        const rules = counted.get(fingerprint) ?? new Map<string, number>();
        counted.set(fingerprint, rules);
        rules.set(rule, (rules.get(rule) ?? 0) + 1);
      }
    },
    baseline: () => counted,
  };
};

/** A baseline without what is no longer there: of what was recorded and what was seen the smaller. */
export const prunedBaseline = (recorded: Baseline, seen: Baseline): Baseline =>
  new Map(
    [...recorded].flatMap(([post, rules]) => {
      const kept = [...rules].flatMap(([rule, count]) => {
        const left = Math.min(count, seen.get(post)?.get(rule) ?? 0);
        return left > 0 ? [[rule, left] as const] : [];
      });
      return kept.length > 0 ? [[post, new Map(kept)] as const] : [];
    }),
  );
