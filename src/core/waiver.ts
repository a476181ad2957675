import type { Policy, Rule } from './policy.ts';
import type { Severity } from './severity.ts';

/** A recorded exception: somebody answers for letting one post break one rule until a day. */
export interface Waiver {
  /** `policy/rule`. */
  readonly rule: string;
  /** Fingerprint of the post’s words: another text is another post. */
  readonly post: string;
  readonly reason: string;
  readonly approvedBy: string;
  /** The approver’s office, where the policy asks for one. */
  readonly role?: string;
  /** Days in the school’s zone, as 2026-11-23; the exception holds to the end of `expires`. */
  readonly approved: string;
  readonly expires: string;
  readonly file: string;
  readonly line: number;
}

/** Findings that were there when the school began: how often a rule was broken, by post and rule. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** How long an exception may last where neither rule nor policy says. */
const MOST_DAYS: Readonly<Record<Severity, number>> = { error: 30, warning: 90, info: 365 };

/** What an exception from a rule must fulfil; undefined: none may be made. */
export interface WaiverTerms {
  readonly maxDays: number;
  /** Offices that may approve one; absent: anybody who gives their name. */
  readonly roles?: readonly string[];
}

export const waiverTermsOf = (
  { waivers }: Pick<Policy, 'waivers'>,
  { severity, waiver }: Pick<Rule, 'severity' | 'waiver'>,
): WaiverTerms | undefined => {
  if (waiver === 'never') return undefined;
  const maxDays = waiver?.maxDays ?? waivers?.maxDays?.[severity] ?? MOST_DAYS[severity];
  return { maxDays, ...(waiver?.roles && { roles: waiver.roles }) };
};
