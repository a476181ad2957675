import type { Problem } from './problem.ts';
import type { Severity } from './severity.ts';

export const CLAUSE_KINDS = ['draft', 'archive', 'media', 'attest', 'outside'] as const;

/** One numbered duty of the source document, paraphrased. */
export interface Clause {
  readonly id: string;
  readonly section: string;
  readonly requires: string;
  readonly kind: (typeof CLAUSE_KINDS)[number];
}

export const ACCOUNT_KINDS = ['school', 'department', 'class', 'personal'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export const isAccountKind = (word: string): word is AccountKind =>
  ACCOUNT_KINDS.some((kind) => kind === word);

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A question about a post; every key of one mapping must hold. */
export interface Condition {
  readonly all?: readonly Condition[];
  readonly any?: readonly Condition[];
  readonly not?: Condition;
  readonly account?: AccountKind | readonly AccountKind[];
  readonly reply?: boolean;
  readonly media?: boolean;
  /** `true`: declared by the author or in the calendar; words: declared with one of them. */
  readonly event?: boolean | string | readonly string[];
  readonly urgent?: boolean | string | readonly string[];
  readonly scheduled?: boolean;
  /** Local time of the post in the policy's zone: both ends belong to it. */
  readonly at?: {
    readonly days?: readonly Weekday[];
    readonly from?: string;
    readonly to?: string;
  };
  /** Another check, with its parameters: true when it finds something. */
  readonly check?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** Posts that show what a rule flags and allows; a text, or a post in the keys of our own files. */
export type Example = string | Readonly<Record<string, unknown>>;

/** One clause asking a check. */
export interface Rule {
  readonly id: string;
  readonly clause: string;
  readonly concept: string;
  readonly severity: Severity;
  readonly check: string;
  readonly with: Readonly<Record<string, unknown>>;
  readonly when?: Condition;
  readonly unless?: Condition;
  /** `{name}` stands for a value that the check tells. */
  readonly message: string;
  /** What to do or to write instead, in one sentence. */
  readonly advice?: string;
  readonly examples: { readonly flags: readonly Example[]; readonly allows: readonly Example[] };
  /** 1-based line in the policy file. */
  readonly line: number;
}

export interface PolicyInfo {
  readonly id: string;
  readonly title: string;
  /** ISO dates, as far as the document gives them: `2018-09-11`, `2019-09`. */
  readonly adopted?: string;
  readonly reviewDue?: string;
}

export interface Policy {
  readonly file: string;
  readonly info: PolicyInfo;
  /** IANA zone in which times are judged. */
  readonly timezone: string;
  readonly clauses: readonly Clause[];
  readonly rules: readonly Rule[];
}

/** A policy, or every reason why there is none. */
export interface PolicyRead {
  readonly policy?: Policy;
  readonly problems: readonly Problem[];
}
