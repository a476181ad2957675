import type { RecordKind } from './post.ts';
import type { Problem } from './problem.ts';
import type { Confidence, Severity } from './severity.ts';

export const CLAUSE_KINDS = ['draft', 'archive', 'media', 'attest', 'outside'] as const;

/** How often a person confirms something; `occasion`: whenever it happens. */
export const CADENCES = ['week', 'month', 'term', 'year', 'once', 'occasion'] as const;
export type Cadence = (typeof CADENCES)[number];

/** How often, as people say it. */
export const CADENCE_WORDS: Readonly<Record<Cadence, string>> = {
  week: 'every week',
  month: 'every month',
  term: 'every term',
  year: 'every year',
  once: 'once',
  occasion: 'when it happens',
};

/** Who confirms what only people can know, and how often. */
export interface SignOffDuty {
  readonly owner: string;
  readonly every: Cadence;
}

/** One numbered duty of the source document, paraphrased. */
export interface Clause {
  readonly id: string;
  readonly section: string;
  readonly requires: string;
  readonly kind: (typeof CLAUSE_KINDS)[number];
  /** Why nothing can be seen of it in posts. */
  readonly why?: string;
  readonly signOff?: SignOffDuty;
  /** Where it stands on matters on which policies differ: the side it takes, by topic. */
  readonly demands?: Readonly<Record<string, string>>;
}

export const ACCOUNT_KINDS = ['school', 'department', 'class', 'personal'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export const isAccountKind = (word: string): word is AccountKind =>
  ACCOUNT_KINDS.some((kind) => kind === word);

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const DAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

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
  /** Local time of the post in the policy's zone: both minutes belong to it, whole. */
  readonly at?: {
    readonly days?: readonly Weekday[];
    readonly from?: string;
    readonly to?: string;
  };
  /** Another check, with its parameters: true when it finds something. */
  readonly check?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  /** How sure the check, or the rule, must be; a guess is enough when absent. */
  readonly confidence?: Confidence;
  /** Another rule of the policy: true when it finds something. */
  readonly rule?: string;
  /** The subject of a department, the name of a class. */
  readonly subject?: string | readonly string[];
  /** Words of what posted it, and of who wrote it. */
  readonly source?: string | readonly string[];
  readonly author?: string | readonly string[];
  readonly repost?: boolean;
  /** Whether it is out already, as a post of an archive is. */
  readonly published?: boolean;
  readonly link?: boolean;
}

/** Posts that show what a rule flags and allows; a text, or a post in the keys of our own files. */
export type Example = string | Readonly<Record<string, unknown>>;

/** What a rule says of exceptions from it; `never`: none may be made. */
export type RuleWaiver =
  | 'never'
  | {
      /** Whoever approves one must hold one of these offices. */
      readonly roles?: readonly string[];
      /** How long one may last, whatever the severity. */
      readonly maxDays?: number;
    };

/** What a policy says of all exceptions from its rules. */
export interface PolicyWaivers {
  /** How long one may last, by the rule’s severity. */
  readonly maxDays?: Readonly<Partial<Record<Severity, number>>>;
}

/** One clause asking a check. */
export interface Rule {
  readonly id: string;
  readonly clause: string;
  readonly concept: string;
  readonly severity: Severity;
  readonly check: string;
  readonly with: Readonly<Record<string, unknown>>;
  /** Whose words it is asked of; absent: the account’s own alone. */
  readonly judges?: readonly RecordKind[];
  readonly when?: Condition;
  readonly unless?: Condition;
  readonly waiver?: RuleWaiver;
  /** `{name}` stands for a value that the check tells. */
  readonly message: string;
  /** What to do or to write instead, in one sentence. */
  readonly advice?: string;
  readonly examples: {
    readonly flags: readonly Example[];
    readonly allows: readonly Example[];
    /** Posts that it cannot judge until the school tells more. */
    readonly unchecked?: readonly Example[];
  };
  /** Where it is written, when that is not the policy’s own file. */
  readonly file?: string;
  /** 1-based line in that file. */
  readonly line: number;
}

/** One clause asking an audit about a whole account and its history. */
export interface AuditRule {
  /** Unlike that of any other rule or audit of the policy. */
  readonly id: string;
  readonly clause: string;
  readonly concept: string;
  readonly severity: Severity;
  readonly audit: string;
  readonly with: Readonly<Record<string, unknown>>;
  /** What to do about it, in one sentence. */
  readonly advice?: string;
  /** Where it is written, when that is not the policy’s own file. */
  readonly file?: string;
  /** 1-based line in that file. */
  readonly line: number;
}

/** What is changed in a rule; null takes a parameter, a condition or a limit of waivers away. */
export interface RuleChange {
  readonly severity?: Severity | 'off';
  readonly off?: boolean;
  /** Why it is switched off. */
  readonly reason?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly judges?: readonly RecordKind[] | null;
  readonly when?: Condition | null;
  readonly unless?: Condition | null;
  readonly waiver?: RuleWaiver | null;
  readonly message?: string;
  readonly advice?: string;
}

/** Changes of rules, by the rules’ ids. */
export type RuleChanges = Readonly<Record<string, RuleChange>>;

/** Something that the source document leaves open, with the answer that its rules take. */
export interface Question {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly asks: string;
  /** The answer that the rules as they are written give. */
  readonly default: string;
  /** What other answers change, by rule. */
  readonly otherwise: Readonly<Record<string, RuleChanges>>;
  /** The key of a school’s configuration that answers it instead. */
  readonly settledBy?: string;
}

/** A rule, or an audit, that a school does without. */
export interface SwitchedOff {
  readonly rule: string;
  readonly clause: string;
  readonly reason: string;
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
  /** What is asked of an archive, beside the rules that judge its posts. */
  readonly audits: readonly AuditRule[];
  readonly questions: readonly Question[];
  readonly off: readonly SwitchedOff[];
  readonly waivers?: PolicyWaivers;
}

/** A policy, or every reason why there is none. */
export interface PolicyRead {
  readonly policy?: Policy;
  readonly problems: readonly Problem[];
}
