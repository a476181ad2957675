import type { JudgedPost, NotCheckable, Summary } from '../core/report.ts';

/** What a run adds up to, counted while its posts come. */
export interface Tally {
  readonly add: (judged: JudgedPost) => void;
  /** Posts read are posts judged, posts already out, and problems. */
  readonly summary: (problems: number, past?: number) => Summary;
  /** What could not be asked, each reason once, in the order in which posts showed it. */
  readonly unchecked: () => readonly NotCheckable[];
}

export const createTally = (): Tally => {
  const findings = { error: 0, warning: 0, info: 0 };
  const counts = { posts: 0, clean: 0, waived: 0, known: 0, copies: 0 };
  const byReason = new Map<string, { rules: Set<string>; posts: number }>();
  return {
    add(judged) {
      counts.posts += 1;
      const { findings: open, known, copyOf } = judged;
      if (open.length + known.length === 0 && !copyOf) counts.clean += 1;
      for (const { severity } of judged.findings) findings[severity] += 1;
      counts.waived += judged.waived.length;
      counts.known += judged.known.length;
      if (judged.copyOf) counts.copies += 1;
      for (const { rule, reason } of judged.unchecked) {
        const known = byReason.get(reason) ?? { rules: new Set(), posts: 0 };
        byReason.set(reason, known);
        known.rules.add(rule);
      }
      for (const reason of new Set(judged.unchecked.map((one) => one.reason))) {
        byReason.get(reason)!.posts += 1;
      }
    },
    summary: (problems, past = 0) => ({ ...counts, findings: { ...findings }, past, problems }),
    unchecked: () =>
      [...byReason].map(([reason, { rules, posts }]) => ({ reason, rules: [...rules], posts })),
  };
};
