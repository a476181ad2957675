import type { AccountKind, Weekday } from './policy.ts';

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

/** How the school may be reached in public: what no check takes for a private detail. */
export interface Contacts {
  /** As written anywhere: only digits count. */
  readonly phones: readonly string[];
  /** Addresses, or whole domains as `oakfield.example`. */
  readonly emails: readonly string[];
  readonly addresses: readonly string[];
  readonly postcodes: readonly string[];
}

/** Domains of links, without `www.`; a domain stands for all below it. */
export interface LinkLists {
  readonly allow: readonly string[];
  readonly block: readonly string[];
}

/** Groups of people whose handles a school keeps. */
export const HANDLE_GROUPS = [
  'pupils',
  'leavers',
  'parents',
  'staff',
  'press',
  'disputes',
] as const;
export type HandleGroup = (typeof HANDLE_GROUPS)[number];

/** What a department writes about. */
export interface Subject {
  readonly name: string;
  /** Words and phrases of its own, beside those that are known of every subject. */
  readonly words: readonly string[];
}

/** A stretch of the school week in which lessons are taught: local times, `to` not included. */
export interface LessonTime {
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
}

/** What the school's configuration says, whatever the policy. */
export interface School {
  /** What it is called, in full and for short. */
  readonly names: readonly string[];
  readonly accounts: readonly Account[];
  /** Handles of others that may be used, without the `@`. */
  readonly allowedHandles: readonly string[];
  /** Handles without the `@`; a group that is absent was not told. */
  readonly handles: Readonly<Partial<Record<HandleGroup, readonly string[]>>>;
  readonly people: KnownPeople;
  readonly calendar: readonly CalendarEvent[];
  readonly contacts: Contacts;
  readonly links: LinkLists;
  readonly subjects: readonly Subject[];
  /** Absent: not told. */
  readonly lessons?: readonly LessonTime[];
}

export const UNKNOWN_SCHOOL: School = {
  names: [],
  accounts: [],
  allowedHandles: [],
  handles: {},
  people: NOBODY,
  calendar: [],
  contacts: { phones: [], emails: [], addresses: [], postcodes: [] },
  links: { allow: [], block: [] },
  subjects: [],
};
