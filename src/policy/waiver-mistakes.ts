import type { Policy, Rule } from '../core/policy.ts';
import { waiverTermsOf } from '../core/waiver.ts';
import { hiddenCharacterIn } from '../syntax/controls.ts';
import type { Mistake } from '../syntax/place.ts';
import type { Mapping } from '../syntax/plain-data.ts';
import { isDate } from '../core/calendar-dates.ts';
import { findUnknownRule, fullId } from './rule-names.ts';
import type { WaiverDays } from './waiver-days.ts';
import { dayMistakes, windowMistakes } from './waiver-days.ts';
import type { Roles, WaiverPeople, Wrong } from './waiver-people.ts';
import { approverMistakes, roleMistakes } from './waiver-people.ts';

/** What a waiver is held against. */
export interface WaiverContext {
  /** The active policies, as the school’s configuration leaves them. */
  readonly policies: readonly Policy[];
  readonly roles: Roles;
  /** The day of the run in the school’s zone, as 2026-11-23. */
  readonly today: string;
}

/** Fewer letters, or a single word, tell nobody why. */
const FEWEST_LETTERS = 10;

const isReason = (written: string): boolean => {
  const words = written.match(/\p{L}+/gu) ?? [];
  return words.length > 1 && words.join('').length >= FEWEST_LETTERS;
};

const findRule = (
  name: string,
  policies: readonly Policy[],
): { readonly policy: Policy; readonly rule: Rule } | undefined => {
  const policy = policies.find(({ info }) => name.startsWith(`${info.id}/`));
  const rule = policy?.rules.find((one) => fullId(policy, one) === name);
  return policy && rule && { policy, rule };
};

const isSwitchedOff = (name: string, policies: readonly Policy[]): boolean =>
  policies.some(({ info, off }) => off.some(({ rule }) => `${info.id}/${rule}` === name));

interface Written extends WaiverDays, WaiverPeople {
  readonly name: string | undefined;
}

const againstRule = (
  written: Written,
  index: number,
  policies: readonly Policy[],
  wrong: Wrong,
): readonly Mistake[] => {
  const { name } = written;
  if (name === undefined) return [];
  const found = findRule(name, policies);
  if (!found) {
    const unknown = isSwitchedOff(name, policies) ? undefined : findUnknownRule(name, policies);
    return unknown === undefined ? [] : [wrong('rule', unknown)];
  }
  const { policy, rule } = found;
  const terms = waiverTermsOf(policy, rule);
  if (!terms) return [wrong('rule', `${name} may never be waived: its policy allows no exception`)];
  return [
    ...roleMistakes(written, terms, name, index, wrong),
    ...windowMistakes(written, rule, terms, wrong),
  ];
};

/** What the shape of a waiver cannot say; what is not text is left to the shape. */
export const waiverMistakes = (
  entry: Mapping,
  index: number,
  { policies, roles, today }: WaiverContext,
): readonly Mistake[] => {
  const textOf = (key: string): string | undefined => {
    const value = entry[key];
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  };
  const wrong: Wrong = (key, message) => ({ kind: 'wrong', path: [index, key], message });
  const written: Written = {
    name: textOf('rule'),
    approver: textOf('approvedBy'),
    role: textOf('role'),
    approved: textOf('approved'),
    expires: textOf('expires'),
  };
  const { expires } = written;
  // Whoever approved what is over may have left since.
  const isOver = expires !== undefined && isDate(expires) && expires < today;
  const { reason } = entry;
  const isBad = typeof reason === 'string' && !isReason(reason);
  return [
    ...againstRule(written, index, policies, wrong),
    ...(isBad
      ? [wrong('reason', 'reason: say in a sentence why the post may go out all the same')]
      : []),
    ...(isOver ? [] : approverMistakes(written, roles, wrong)),
    ...dayMistakes(written, today, wrong),
    ...Object.entries(entry).flatMap(([key, value]) => {
      const hidden = typeof value === 'string' ? hiddenCharacterIn(value) : undefined;
      return hidden === undefined ? [] : [wrong(key, hidden)];
    }),
  ];
};
