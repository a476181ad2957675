import type { Edit, Remedy } from '../checks/check.ts';
import type { Finding, Suggestion } from '../core/finding.ts';
import type { Post } from '../core/post.ts';
import type { PartName } from '../core/span.ts';
import { toIso } from '../time/zone.ts';
import { editPost, partOf, withoutOverlaps } from './edits.ts';
import type { Judged } from './judge.ts';

/** Judges a changed post by the same policies, without suggestions. */
export type Relint = (post: Post) => readonly Judged[];

const countByRule = (judged: readonly Judged[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { finding } of judged) counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
  return counts;
};

const partOfFinding = ({ where }: Judged['finding']): PartName =>
  where.includes('.') ? (where as PartName) : 'text';

/** Whether a change settles what a rule found in one part and makes nothing worse elsewhere. */
const settles = (
  { finding }: Judged,
  before: ReadonlyMap<string, number>,
  after: readonly Judged[],
): boolean => {
  const isSame = (other: Judged): boolean =>
    other.finding.rule === finding.rule && partOfFinding(other.finding) === partOfFinding(finding);
  if (after.some(isSame)) return false;
  return [...countByRule(after)].every(([rule, count]) => count <= (before.get(rule) ?? 0));
};

const hasEdits = (remedy: Remedy | undefined): remedy is Extract<Remedy, { edits: unknown }> =>
  remedy !== undefined && 'edits' in remedy;

const firstEdits = ({ breach }: Judged): readonly Edit[] => {
  const remedy = breach.remedies?.[0];
  return hasEdits(remedy) ? remedy.edits : [];
};

/**
 * The remedies that hold: each is applied and judged again before it is offered.
 * A text is offered with every finding of the post mended where that works,
 * else with this rule's findings mended.
 */
export const suggestions = (
  post: Post,
  judged: readonly Judged[],
  relint: Relint,
  timezone: string,
): readonly Finding[] => {
  const before = countByRule(judged);
  const tried = new Map<string, readonly Judged[]>();
  const judgeEdited = (edited: Post): readonly Judged[] => {
    const key = JSON.stringify([edited.text, edited.media, edited.at]);
    let result = tried.get(key);
    if (!result) {
      result = relint(edited);
      tried.set(key, result);
    }
    return result;
  };
  const all = judged.flatMap(firstEdits);

  const offerEdits = (one: Judged, remedy: Extract<Remedy, { edits: unknown }>): Suggestion[] => {
    const part = partOfFinding(one.finding);
    const sameRule = judged.filter(({ finding }) => finding.rule === one.finding.rule);
    const isFirst = one.breach.remedies?.[0] === remedy;
    const candidates = isFirst ? [all, sameRule.flatMap(firstEdits), remedy.edits] : [remedy.edits];
    for (const edits of candidates) {
      const edited = editPost(post, withoutOverlaps(edits));
      const text = partOf(edited, part);
      if (text === undefined || text.trim() === '' || text === partOf(post, part)) continue;
      if (settles(one, before, judgeEdited(edited))) return [{ title: remedy.title, text }];
    }
    return [];
  };

  const offer = (one: Judged, remedy: Remedy): Suggestion[] => {
    if (hasEdits(remedy)) return offerEdits(one, remedy);
    const moved: Post = { ...post, at: { kind: 'instant', epochMs: remedy.postAtMs } };
    return settles(one, before, judgeEdited(moved))
      ? [{ title: remedy.title, text: toIso(remedy.postAtMs, timezone) }]
      : [];
  };

  return judged.map((one) => {
    const offered = (one.breach.remedies ?? []).flatMap((remedy) => offer(one, remedy));
    const isNew = ({ text }: Suggestion, index: number): boolean =>
      offered.findIndex((other) => other.text === text) === index;
    return { ...one.finding, suggestions: offered.filter(isNew) };
  });
};
