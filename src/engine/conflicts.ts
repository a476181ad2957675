import type { Check, CheckInput } from '../checks/check.ts';
import type { Policy, Rule } from '../core/policy.ts';
import type { Post } from '../core/post.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import { preparePolicy } from './prepare.ts';
import { NO_TOOLS } from './tools.ts';

/** Two rules of different policies that no post can both keep. */
export interface Conflict {
  /** `policy/rule`. */
  readonly rules: readonly [string, string];
  readonly why: string;
}

/** The checks that look at nothing but the time. */
const TIME_CHECKS: ReadonlySet<string> = new Set(['posting-window']);

const QUARTER = 15 * 60_000;
const QUARTERS_A_WEEK = 7 * 24 * 4;
/** A week of winter, in which no clock changes. */
const MONDAY = Date.UTC(2026, 0, 5);

const ANY_POST: Post = {
  id: '',
  text: '',
  origin: { file: '', line: 1, record: 1 },
  at: { kind: 'unscheduled' },
  media: [],
};

interface TimeRule {
  readonly policy: string;
  readonly id: string;
  /** For each quarter of an hour of a week whether a post may go out. */
  readonly allows: readonly boolean[];
}

const isAboutTime = ({ check, when }: Rule): boolean => TIME_CHECKS.has(check) && !when;

const timeRules = (policy: Policy, checks: ReadonlyMap<string, Check>): readonly TimeRule[] => {
  const document = createDocument(ANY_POST, UNKNOWN_SCHOOL, NO_TOOLS);
  return preparePolicy(policy, checks).rules.flatMap(({ id, rule, run }): TimeRule[] => {
    if (!isAboutTime(rule)) return [];
    const isAllowed = (_: unknown, quarter: number): boolean => {
      const atMs = MONDAY + quarter * QUARTER;
      const input: CheckInput = { document, atMs, timezone: policy.timezone };
      return [...run(input)].length === 0;
    };
    return [
      { policy: policy.info.id, id, allows: Array.from({ length: QUARTERS_A_WEEK }, isAllowed) },
    ];
  });
};

/** Rules of different policies whose demands exclude each other. Policies are never merged: a person must choose. */
export const conflicts = (
  policies: readonly Policy[],
  checks: ReadonlyMap<string, Check>,
): readonly Conflict[] => {
  const timed = policies.filter((policy) => policy.rules.some(isAboutTime));
  if (timed.length < 2) return [];
  const rules = timed.flatMap((policy) => timeRules(policy, checks));
  return rules.flatMap((one, index) =>
    rules.slice(index + 1).flatMap((other): Conflict[] => {
      const isPossible = one.allows.some((allowed, quarter) => allowed && other.allows[quarter]);
      if (one.policy === other.policy || isPossible) return [];
      return [{ rules: [one.id, other.id], why: 'no time of the week suits both' }];
    }),
  );
};
