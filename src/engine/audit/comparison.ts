import { auditedPost } from '../../audits/audit.ts';
import type { Comparison } from '../../core/audit.ts';
import type { Finding } from '../../core/finding.ts';
import type { Policy } from '../../core/policy.ts';
import type { JudgedPost } from '../../core/report.ts';
import { createFirstFew } from './first-few.ts';
import { byTime } from './order.ts';

const MOST_SHOWN = 200;

/** A guess stops nobody. */
const stops = ({ severity, confidence }: Finding): boolean =>
  severity === 'error' && confidence !== 'possible';

type Differing = Comparison['posts'][number];

export interface Comparing {
  /** The post as our policies judge it; the other's findings are taken note of. */
  readonly take: (judged: JudgedPost, isCounted: boolean) => JudgedPost;
  readonly end: () => Comparison;
}

/** What another policy would have said of the posts that ours judged. */
export const createComparison = ({ info, rules }: Policy): Comparing => {
  const counts = { stopped: 0, letThrough: 0, both: 0, neither: 0 };
  const byRule = new Map<string, number>();
  const differing = createFirstFew<{ judged: JudgedPost; shown: Differing }>(
    MOST_SHOWN,
    ({ judged: a }, { judged: b }) => byTime(a, b),
  );
  const isTheirs = ({ citation }: Finding): boolean => citation.policy === info.id;
  return {
    take(judged: JudgedPost, isCounted: boolean): JudgedPost {
      const theirs = judged.findings.filter((one) => isTheirs(one) && stops(one));
      const ours = judged.findings.filter((one) => !isTheirs(one));
      const own: JudgedPost = {
        ...judged,
        findings: ours,
        waived: judged.waived.filter(({ finding }) => !isTheirs(finding)),
        unchecked: judged.unchecked.filter(({ rule }) => !rule.startsWith(`${info.id}/`)),
      };
      if (!isCounted) return own;
      const isOurs = ours.some(stops);
      const side =
        theirs.length > 0 ? (isOurs ? 'both' : 'stopped') : isOurs ? 'letThrough' : 'neither';
      counts[side] += 1;
      if (side === 'stopped') {
        for (const rule of new Set(theirs.map((one) => one.rule))) {
          byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
        }
      }
      if (side === 'stopped' || side === 'letThrough') {
        const blamed = side === 'stopped' ? theirs : ours.filter(stops);
        const shown: Differing = {
          ...auditedPost(judged),
          side: side === 'stopped' ? 'stopped' : 'let-through',
          rules: [...new Set(blamed.map(({ rule }) => rule))],
        };
        differing.add({ judged, shown });
      }
      return own;
    },
    end: (): Comparison => {
      const clauses = new Map(rules.map(({ id, clause }) => [`${info.id}/${id}`, clause]));
      return {
        policy: info,
        ...counts,
        rules: [...byRule]
          .map(([rule, posts]) => ({ rule, clause: clauses.get(rule) ?? '', posts }))
          .sort((a, b) => b.posts - a.posts || (a.rule < b.rule ? -1 : 1)),
        posts: differing.list().map(({ shown }) => shown),
      };
    },
  };
};
