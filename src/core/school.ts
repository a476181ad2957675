import type { AccountKind } from './policy.ts';

export interface Account {
  readonly name: string;
  readonly kind: AccountKind;
  readonly subject?: string;
  /** Without the `@`. */
  readonly handle?: string;
}

/** An event of the school's calendar: `start` inclusive, `end` exclusive, milliseconds since 1970 UTC. */
export interface CalendarEvent {
  readonly title: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** Names the school has told us about. */
export interface KnownPeople {
  readonly pupils: readonly string[];
  readonly adults: readonly string[];
  readonly houses: readonly string[];
  readonly mascots: readonly string[];
  /** Names that may appear whoever bears them. */
  readonly approved: readonly string[];
}

/** The account that a name or a handle, with or without its sign, means. */
export const findAccount = (written: string, accounts: readonly Account[]): Account | undefined => {
  const bare = written.replace(/^[@＠]/u, '').toLowerCase();
  return accounts.find(
    ({ name, handle }) => name.toLowerCase() === bare || handle?.toLowerCase() === bare,
  );
};

/** What the school's configuration says, whatever the policy. */
export interface School {
  readonly accounts: readonly Account[];
  /** Handles of others that may be used, without the `@`. */
  readonly allowedHandles: readonly string[];
  readonly people: KnownPeople;
  readonly calendar: readonly CalendarEvent[];
}

export const UNKNOWN_SCHOOL: School = {
  accounts: [],
  allowedHandles: [],
  people: { pupils: [], adults: [], houses: [], mascots: [], approved: [] },
  calendar: [],
};
