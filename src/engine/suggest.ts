import type { Edit, Remedy } from '../checks/check.ts';
import type { Finding, Suggestion } from '../core/finding.ts';
import { groupBy } from '../core/group-by.ts';
import { partOfFinding, textOfPart } from '../core/parts.ts';
import type { Post } from '../core/post.ts';
import { remembered } from '../core/remembered.ts';
import { toIso } from '../time/zone.ts';
import { editPost, withoutOverlaps } from './edits.ts';
import type { Judged } from './judge.ts';

/** Judges a changed post by the same policies, without suggestions. */
export type Relint = (post: Post) => readonly Judged[];

type TextRemedy = Extract<Remedy, { readonly edits: unknown }>;

/** A changed post and what is still, or newly, wrong with it. */
interface Trial {
  readonly post: Post;
  /** Rules that find something in a part: `rule part`. */
  readonly broken: ReadonlySet<string>;
  /** Whether some rule finds more than it found before. */
  readonly isWorse: boolean;
}

/** Each costs a judgement of its own; a post that needs more of them needs a rewrite. */
const MOST_TRIALS = 40;

const placeOf = ({ finding }: Judged): string => `${finding.rule} ${partOfFinding(finding)}`;

const countByRule = (judged: readonly Judged[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { finding } of judged) counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
  return counts;
};

const isText = (remedy: Remedy | undefined): remedy is TextRemedy =>
  remedy !== undefined && 'edits' in remedy;

const firstEdits = ({ breach }: Judged): readonly Edit[] => {
  const remedy = breach.remedies?.[0];
  return isText(remedy) ? remedy.edits : [];
};

/** Tries changes of one post, each at most once. */
const createTrials = (post: Post, judged: readonly Judged[], relint: Relint) => {
  const before = countByRule(judged);
  const done = new Map<string, Trial>();
  let asked = 0;
  const tryPost = (changed: () => Post): Trial | undefined => {
    asked += 1;
    return asked > MOST_TRIALS ? undefined : tryOnce(changed());
  };
  const tryOnce = (changed: Post): Trial => {
    const key = JSON.stringify([changed.text, changed.media, changed.at]);
    const known = done.get(key);
    if (known) return known;
    const after = relint(changed);
    const isWorse = [...countByRule(after)].some(([rule, now]) => now > (before.get(rule) ?? 0));
    const trial = { post: changed, broken: new Set(after.map(placeOf)), isWorse };
    done.set(key, trial);
    return trial;
  };
  return {
    tryPost,
    tryEdits: (edits: readonly Edit[]) =>
      edits.length === 0 ? undefined : tryPost(() => editPost(post, withoutOverlaps(edits))),
  };
};

const withoutRepeats = (offered: readonly Suggestion[]): readonly Suggestion[] =>
  [...new Map([...offered].reverse().map((one) => [one.text, one])).values()].reverse();

/**
 * The remedies that hold: each is applied and judged again before it is offered. A text is offered
 * with every finding of the post mended where that works, else with this rule's findings mended, else
 * with this finding mended alone; and only if the rule then finds nothing more in that part, and no
 * rule finds more than before.
 */
export const suggestions = (
  post: Post,
  judged: readonly Judged[],
  relint: Relint,
  timezone: string,
): readonly Finding[] => {
  const { tryPost, tryEdits } = createTrials(post, judged, relint);
  const groups = groupBy(judged, ({ finding }) => finding.rule);
  const tryRule = remembered((rule) => tryEdits(groups.get(rule)!.flatMap(firstEdits)));
  let all: { readonly trial: Trial | undefined } | undefined;
  const tryAll = (): Trial | undefined =>
    (all ??= { trial: tryEdits(judged.flatMap(firstEdits)) }).trial;

  const settled = (trial: Trial | undefined, one: Judged): string | undefined => {
    if (!trial || trial.isWorse || trial.broken.has(placeOf(one))) return undefined;
    const part = partOfFinding(one.finding);
    const text = textOfPart(trial.post, part);
    return text?.trim() && text !== textOfPart(post, part) ? text : undefined;
  };
  const offer = (one: Judged, remedy: Remedy): Suggestion[] => {
    if (!isText(remedy)) {
      const at = { kind: 'instant', epochMs: remedy.postAtMs } as const;
      const moved = tryPost(() => ({ ...post, at }));
      const holds = moved && !moved.isWorse && !moved.broken.has(placeOf(one));
      return holds ? [{ title: remedy.title, text: toIso(remedy.postAtMs, timezone) }] : [];
    }
    const isFirst = one.breach.remedies?.[0] === remedy && remedy.edits.length > 0;
    const text =
      (isFirst ? (settled(tryAll(), one) ?? settled(tryRule(one.finding.rule), one)) : undefined) ??
      settled(tryEdits(remedy.edits), one);
    return text === undefined ? [] : [{ title: remedy.title, text }];
  };

  return judged.map((one) => ({
    ...one.finding,
    suggestions: withoutRepeats(
      (one.breach.remedies ?? []).flatMap((remedy) => offer(one, remedy)),
    ),
  }));
};
