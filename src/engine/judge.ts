import type { Breach } from '../checks/check.ts';
import type { Finding, Unchecked } from '../core/finding.ts';
import { groupBy } from '../core/group-by.ts';
import type { Post } from '../core/post.ts';
import { SEVERITIES } from '../core/severity.ts';
import type { Document } from '../document/document.ts';
import type { PreparedPolicy, PreparedRule } from './prepare.ts';

/** A finding before its remedies have been tried. */
export interface Judged {
  readonly finding: Omit<Finding, 'suggestions'>;
  readonly breach: Breach;
}

/** Instant at which a post goes out; null: unscheduled. */
export const instantOf = ({ at }: Post, nowMs: number): number | null => {
  if (at.kind === 'instant') return at.epochMs;
  return at.kind === 'now' ? nowMs : null;
};

const toFinding = (
  { id, rule, citation, message, advice }: PreparedRule,
  breach: Breach,
): Judged['finding'] => ({
  rule: id,
  concept: rule.concept,
  severity: rule.severity,
  also: [],
  confidence: breach.confidence,
  message: message(breach.data),
  where: breach.where,
  range: breach.range,
  evidence: breach.evidence,
  citation,
  ...(advice && { advice: advice(breach.data) }),
});

const isMedia = ({ where }: Judged['finding']): boolean => where.startsWith('media');

/** Most serious first, then as a reader meets them: text before pictures, left to right. */
const inReadingOrder = ({ finding: a }: Judged, { finding: b }: Judged): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
  Number(isMedia(a)) - Number(isMedia(b)) ||
  (isMedia(a) && a.where !== b.where ? (a.where < b.where ? -1 : 1) : 0) ||
  (a.range?.start ?? -1) - (b.range?.start ?? -1);

/** Findings of one policy that speak of one idea in one place. */
const placeOf = ({ finding: { citation, concept, where, range, confidence } }: Judged): string => {
  const doubt = confidence === 'possible' ? '?' : '';
  return `${citation.policy} ${concept} ${where} ${range?.start} ${range?.end}${doubt}`;
};

const isWorse = ({ finding: a }: Judged, { finding: b }: Judged): boolean =>
  SEVERITIES.indexOf(a.severity) < SEVERITIES.indexOf(b.severity);

/** One finding, under the strictest rule; the others are told with it. */
const inOne = (group: readonly Judged[]): Judged => {
  if (group.length === 1) return group[0]!;
  const lead = group.reduce((best, one) => (isWorse(one, best) ? one : best));
  const others = new Map(group.map(({ finding }) => [finding.rule, finding]));
  others.delete(lead.finding.rule);
  const also = [...others.values()].map(({ rule, severity, citation }) => ({
    rule,
    severity,
    citation,
  }));
  return { ...lead, finding: { ...lead.finding, also } };
};

/** Clauses that repeat each other make one finding of a place, not one each. */
const withoutEchoes = (judged: readonly Judged[]): Judged[] =>
  judged.length < 2 ? [...judged] : [...groupBy(judged, placeOf).values()].map(inOne);

/** What a post broke, and what could not be asked of it. */
export interface Verdict {
  readonly judged: readonly Judged[];
  readonly unchecked: readonly Unchecked[];
}

/** Asks every rule of every policy about one post. Pure: the same arguments give the same list. */
export const judge = (
  document: Document,
  policies: readonly PreparedPolicy[],
  nowMs: number,
): Verdict => {
  const atMs = instantOf(document.post, nowMs);
  const judged: Judged[] = [];
  const unchecked: Unchecked[] = [];
  for (const { policy, rules } of policies) {
    const input = { document, atMs, timezone: policy.timezone };
    for (const prepared of rules) {
      if (!prepared.applies(input)) continue;
      const reason = prepared.lacks?.(input);
      if (reason !== undefined) {
        unchecked.push({ rule: prepared.id, clause: prepared.rule.clause, reason });
      }
      for (const breach of prepared.run(input)) {
        judged.push({ finding: toFinding(prepared, breach), breach });
      }
    }
  }
  return { judged: withoutEchoes(judged).sort(inReadingOrder), unchecked };
};
