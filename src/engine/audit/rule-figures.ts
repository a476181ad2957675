import type { RuleFigure } from '../../core/audit.ts';
import { brokenRules } from '../../core/finding.ts';
import type { Policy } from '../../core/policy.ts';
import type { JudgedPost } from '../../core/report.ts';
import { SEVERITIES } from '../../core/severity.ts';

interface Count {
  findings: number;
  posts: number;
  before: number;
}

export interface RuleFigures {
  readonly add: (judged: JudgedPost, isBefore: boolean) => void;
  /** Most often broken first; rules that nobody broke are there too. */
  readonly list: () => readonly RuleFigure[];
}

/** How often each rule of the policies was broken, now and before. */
export const createRuleFigures = (policies: readonly Policy[], hasBefore: boolean): RuleFigures => {
  const counts = new Map<string, Count>();
  const countOf = (rule: string): Count => {
    const known = counts.get(rule) ?? { findings: 0, posts: 0, before: 0 };
    counts.set(rule, known);
    return known;
  };
  return {
    add({ findings }: JudgedPost, isBefore: boolean): void {
      const broken = findings.flatMap((finding) => brokenRules(finding).map(({ rule }) => rule));
      for (const rule of broken) if (!isBefore) countOf(rule).findings += 1;
      for (const rule of new Set(broken)) countOf(rule)[isBefore ? 'before' : 'posts'] += 1;
    },
    list: (): readonly RuleFigure[] =>
      policies
        .flatMap(({ info, rules, clauses }) => {
          const byId = new Map(clauses.map((clause) => [clause.id, clause]));
          return rules.map(({ id, clause, severity }): RuleFigure => {
            const rule = `${info.id}/${id}`;
            const { findings, posts, before } = countOf(rule);
            const { section = '', requires = '' } = byId.get(clause) ?? {};
            return {
              rule,
              clause,
              section,
              requires,
              severity,
              findings,
              posts,
              before: hasBefore ? before : null,
            };
          });
        })
        .sort(
          (a, b) =>
            b.posts - a.posts ||
            SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
            (b.before ?? 0) - (a.before ?? 0) ||
            (a.rule < b.rule ? -1 : 1),
        ),
  };
};
