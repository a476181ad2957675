import type { Policy } from '../core/policy.ts';
import type { Problem } from '../core/problem.ts';
import { waiverTermsOf } from '../core/waiver.ts';
import { addDays } from '../core/calendar-dates.ts';
import { fullId } from '../policy/rule-names.ts';
import type { WaiverContext } from '../policy/waiver-mistakes.ts';
import { entryMistakes } from '../policy/waivers.ts';
import { didYouMean } from '../syntax/closest.ts';
import { CHILD_NAMED, namesChild } from './names-child.ts';
import type { Setup } from './setup.ts';
import type { WaiverEntry } from './waive-entry.ts';
import type { WaiveOptions } from './options.ts';

const USUAL_DAYS = 7;

interface FoundRule {
  readonly name: string;
  readonly maxDays: number;
}

/** `policy/rule`, or a rule that one active policy alone has. */
const findRule = (
  named: string,
  policies: readonly Policy[],
): FoundRule | { readonly message: string } => {
  const all = policies.flatMap((policy) =>
    policy.rules.map((rule) => ({ policy, rule, name: fullId(policy, rule) })),
  );
  const meant = all.filter(({ name, rule }) => name === named || rule.id === named);
  const [one] = meant;
  if (!one) {
    const names = all.flatMap(({ name, rule }) => [name, rule.id]);
    const hint = didYouMean(named, names) || ': policy-lint policies lists them';
    return { message: `there is no rule “${named}” in an active policy${hint}` };
  }
  if (meant.length > 1) {
    return { message: `several policies have a rule “${named}”: write it as ${one.name}` };
  }
  const terms = waiverTermsOf(one.policy, one.rule);
  return { name: one.name, maxDays: terms?.maxDays ?? USUAL_DAYS };
};

const isBlank = (written: string | undefined): boolean => !written?.trim();

const unsaid = ({ reason, by }: WaiveOptions): readonly Problem[] => [
  ...(isBlank(reason)
    ? [{ file: '--reason', message: 'say why it may go out all the same, as --reason "…"' }]
    : []),
  ...(isBlank(by) ? [{ file: '--by', message: 'say who approved it, as --by "A. Okafor"' }] : []),
];

/** The option that a key of a waiver comes from. */
const optionOf = (key: unknown, { until }: WaiveOptions): string => {
  if (key === 'reason') return '--reason';
  if (key === 'approvedBy') return '--by';
  if (key === 'expires') return until === undefined ? '--days' : '--until';
  // What is missing in the entry as a whole can only be the office: all else is there.
  return key === 'role' || key === undefined ? '--role' : 'waive';
};

const mistakesIn = (
  entry: WaiverEntry,
  options: WaiveOptions,
  context: WaiverContext,
  isToldOfRule: boolean,
): readonly Problem[] =>
  entryMistakes(entry, 0, context)
    .filter(({ path: [, key] }) => key !== 'rule' || !isToldOfRule)
    .filter(({ path: [, key] }) => key !== 'reason' || !isBlank(options.reason))
    .filter(({ path: [, key] }) => key !== 'approvedBy' || !isBlank(options.by))
    .map(({ path: [, key], message }) => ({
      file: optionOf(key, options),
      message: message.replace(/^(?:reason:?|approvedBy|expires|role(?= must)) /u, ''),
    }));

/** A waiver as the command line says it, for a post that is still to be found. */
export interface Draft {
  readonly entry: WaiverEntry;
  /** Whatever its file would not take, and what is not said at all. */
  readonly problems: readonly Problem[];
}

/** Reads the command line. */
export const draftWaiver = async (
  ruleNamed: string,
  post: string,
  options: WaiveOptions,
  context: WaiverContext,
  { school }: Pick<Setup, 'school'>,
): Promise<Draft> => {
  const rule = findRule(ruleNamed, context.policies);
  const { reason = '', by = '', role, until, days } = options;
  const lasts = days ?? Math.min(USUAL_DAYS, 'maxDays' in rule ? rule.maxDays : USUAL_DAYS);
  const entry: WaiverEntry = {
    rule: 'name' in rule ? rule.name : ruleNamed,
    post,
    reason: reason.trim(),
    approvedBy: by.trim(),
    ...(role !== undefined && { role: role.trim() }),
    approved: context.today,
    expires: until ?? addDays(context.today, lasts),
  };
  const isUnknown = 'message' in rule;
  return {
    entry,
    problems: [
      ...(isUnknown ? [{ file: 'waive', message: rule.message }] : []),
      ...unsaid(options),
      ...mistakesIn(entry, options, context, isUnknown),
      ...((await namesChild(entry.reason, school))
        ? [{ file: '--reason', message: CHILD_NAMED }]
        : []),
      ...((await namesChild(entry.role ?? '', school))
        ? [{ file: '--role', message: CHILD_NAMED }]
        : []),
    ],
  };
};
