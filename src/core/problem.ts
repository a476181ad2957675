/** Input that could not be read, or a policy or configuration that could not be loaded. */
export interface Problem {
  readonly file: string;
  /** 1-based; absent when the whole file is meant. */
  readonly line?: number;
  /** 1-based, in UTF-16 units. */
  readonly column?: number;
  /** One plain sentence: what is wrong and what to do. */
  readonly message: string;
}

/** What deserves a look and stops nobody: an exception that ended, two posts at one minute. */
export interface Notice extends Problem {
  readonly kind: NoticeKind;
}

export const NOTICE_KINDS = [
  'waiver-expired',
  'waiver-not-yet',
  'waiver-unused',
  'baseline-stale',
  'same-minute',
  'duplicate',
  'past',
  'clock-change',
  'date-order',
  'calendar',
  'archive',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Either what was asked for, or every reason why not. Both when some of it could be read. */
export interface Loaded<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
