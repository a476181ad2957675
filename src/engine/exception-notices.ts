import type { Policy } from '../core/policy.ts';
import type { Notice, NoticeKind } from '../core/problem.ts';
import type { Baseline, Waiver } from '../core/waiver.ts';

/** What exceptions are held against. */
export interface ExceptionSettings {
  /** The day of the run in the school’s zone, as 2026-11-23. */
  readonly today: string;
  /** The active policies, as the school’s configuration leaves them. */
  readonly policies: readonly Policy[];
  /** What the baseline’s file is called. */
  readonly baselineFile?: string;
}

/** What became of exceptions in a run. */
interface Outcome {
  readonly waivers: readonly Waiver[];
  readonly used: ReadonlySet<Waiver>;
  /** What the baseline records and no post showed. */
  readonly left: Baseline;
  readonly judgedAll: boolean;
}

const unusedWords = (rule: string, policies: readonly Policy[]): string | undefined => {
  const policy = policies.find(({ info }) => rule.startsWith(`${info.id}/`));
  // A policy that is not active says nothing of its waivers.
  if (!policy) return undefined;
  const isAsked = policy.rules.some(({ id }) => rule === `${policy.info.id}/${id}`);
  return isAsked
    ? `nothing needs the waiver of ${rule}: take it out, or check the fingerprint of its post`
    : `${rule} is switched off: take its waiver out`;
};

const waiverNotice = (
  waiver: Waiver,
  { used, judgedAll }: Outcome,
  { today, policies }: ExceptionSettings,
): readonly Notice[] => {
  const { rule, approved, expires, file, line } = waiver;
  const notice = (kind: NoticeKind, message: string): readonly Notice[] => [
    { kind, file, line, message },
  ];
  if (today > expires) {
    const message = `the waiver of ${rule} ended on ${expires}: its post is judged like any other`;
    return notice('waiver-expired', message);
  }
  if (today < approved) {
    return notice('waiver-not-yet', `the waiver of ${rule} holds from ${approved} on`);
  }
  const unused = used.has(waiver) || !judgedAll ? undefined : unusedWords(rule, policies);
  return unused === undefined ? [] : notice('waiver-unused', unused);
};

const staleNotice = (
  { left, judgedAll }: Outcome,
  { baselineFile = 'baseline' }: ExceptionSettings,
): readonly Notice[] => {
  const counts = [...left.values()].flatMap((rules) => [...rules.values()]);
  const count = counts.reduce((sum, one) => sum + one, 0);
  if (count === 0 || !judgedAll) return [];
  const message =
    count === 1
      ? 'one recorded finding is no longer there: policy-lint --prune-baseline takes it out'
      : `${count} recorded findings are no longer there: policy-lint --prune-baseline takes them out`;
  return [{ kind: 'baseline-stale', file: baselineFile, message }];
};

const placeKey = ({ file, line = 0, message }: Notice): string =>
  JSON.stringify([file, String(line).padStart(9, '0'), message]);

/** What is to be said of exceptions at the end of a run, in the order of their files. */
export const exceptionNotices = (
  outcome: Outcome,
  settings: ExceptionSettings,
): readonly Notice[] => {
  const told = outcome.waivers.flatMap((waiver) => waiverNotice(waiver, outcome, settings));
  const inOrder = told.sort((a, b) => (placeKey(a) < placeKey(b) ? -1 : 1));
  return [...inOrder, ...staleNotice(outcome, settings)];
};
