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

/** What a list of pupils says of one written form of a name. */
export interface PupilName {
  /** A given name with a surname, or an initial with the other of the two. */
  readonly isFull: boolean;
  readonly isGiven: boolean;
  readonly isSurname: boolean;
  /** A short form, a part or another spelling: the list itself writes the name otherwise. */
  readonly isVariant: boolean;
  /** An everyday word too, or no longer than two letters: `Will`, `May`, `Jo`. */
  readonly isWord: boolean;
  /** Longer forms begin with it. */
  readonly begins: boolean;
}

/** A list of pupils that answers about names without telling them. */
export interface PupilList {
  /**
   * `key`: words in lower case without accents, apostrophes and hyphens, one space between:
   * `josh oneill`.
   */
  find(key: string): PupilName | undefined;
}

/** Names the school has told us about. */
export interface KnownPeople {
  readonly pupils: readonly string[];
  /** Pupils whose names are not at hand, as a built roster keeps them; beside `pupils`. */
  readonly roster?: PupilList;
  readonly adults: readonly string[];
  readonly parents: readonly string[];
  readonly visitors: readonly string[];
  /** People of history and stories. */
  readonly figures: readonly string[];
  readonly houses: readonly string[];
  /** Classes that bear the name of a person. */
  readonly classes: readonly string[];
  readonly places: readonly string[];
  readonly mascots: readonly string[];
  /** Names that may appear whoever bears them. */
  readonly approved: readonly string[];
}

const NOBODY: KnownPeople = {
  pupils: [],
  adults: [],
  parents: [],
  visitors: [],
  figures: [],
  houses: [],
  classes: [],
  places: [],
  mascots: [],
  approved: [],
};

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
  people: NOBODY,
  calendar: [],
};
