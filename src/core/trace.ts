import type { Published } from './post.ts';

/** What a post was for, as far as words tell. */
export const PURPOSES = [
  'achievement',
  'event',
  'notice',
  'learning',
  'thanks',
  'reply',
  'repost',
  'other',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Something that, put together with others, may tell who a child is. */
export const DETAIL_KINDS = [
  'initials',
  'year',
  'class',
  'club',
  'role',
  'place',
  'day',
  'description',
] as const;

/** Of many children at once: they tie no two posts together. */
export const COMMON_DETAILS: ReadonlySet<string> = new Set(['birthday', 'glasses']);

export interface Detail {
  readonly kind: (typeof DETAIL_KINDS)[number];
  /**
   * In one spelling, so that two posts with the same can be put together; never a name. In a trace only
   * a key of it, which tells nothing but whether two are the same.
   */
  readonly value: string;
}

/** Why a rule that a post would break lets it pass, for the report. */
export interface Excused {
  /** `policy/rule`. */
  readonly rule: string;
  readonly by: 'event' | 'urgent' | 'trip' | 'wording' | 'other';
  /** What exactly: the title of the calendar's event, the declared word, the wording. Never a name. */
  readonly what: string;
}

/** What audits look at that no finding tells: a few words for each post, so that millions can be kept. */
export interface Trace {
  readonly published?: Published;
  readonly purpose: Purpose;
  readonly isReply: boolean;
  /** The app that posted it. */
  readonly source?: string;
  /** Handles of others that it addresses, without the `@`, in small letters. */
  readonly mentions: readonly string[];
  /** Only of posts about one child that is not named. */
  readonly details: readonly Detail[];
  /** It speaks of the school or of its business. */
  readonly isSchoolTalk: boolean;
  readonly excused: readonly Excused[];
}
