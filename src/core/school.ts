import type { AccountKind, Weekday } from './policy.ts';

export interface Account {
  readonly name: string;
  readonly kind: AccountKind;
  readonly subject?: string;
  /** Without the `@`. */
  readonly handle?: string;
  /** What its profile says, as far as the school told: for audits. */
  readonly displayName?: string;
  readonly bio?: string;
  readonly website?: string;
}

export const TERM_SEASONS = ['autumn', 'spring', 'summer'] as const;
export type TermSeason = (typeof TERM_SEASONS)[number];

/** Days in the school's zone, as 2025-09-03, the last included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** A term as the school told it. */
export interface Term extends DayRange {
  readonly season: TermSeason;
}

export const DAY_OFF_KINDS = ['half-term', 'holiday', 'inset', 'closed'] as const;

/** Days of the school's own on which nobody is taught; bank holidays are known without being told. */
export interface DayOff extends DayRange {
  readonly kind: (typeof DAY_OFF_KINDS)[number];
}

/** An event of the school's calendar: `start` inclusive, `end` exclusive, milliseconds since 1970 UTC. */
export interface CalendarEvent {
  readonly title: string;
  readonly startMs: number;
  readonly endMs: number;
  /** What of the school year it marks; absent: something goes on. */
  readonly marks?: DayOff['kind'] | 'term' | 'bank-holiday';
}

/** Parts of the United Kingdom that keep the same bank holidays. */
export const HOLIDAY_DIVISIONS = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type HolidayDivision = (typeof HOLIDAY_DIVISIONS)[number];

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

/** What is known of an account of somebody else’s, by id or by handle. */
export interface DirectoryEntry {
  readonly id?: string;
  /** Without the `@`. */
  readonly handle?: string;
  readonly name?: string;
  readonly bio?: string;
  readonly website?: string;
  readonly group?: HandleGroup;
  /** What kind of account it is, in the school’s words: `person`, `school`, `charity`. */
  readonly kind?: string;
  /** Why it may stay as it is, or when somebody looked at it. */
  readonly reason?: string;
}

/** Something that somebody else wrote to the account. */
export interface Comment {
  /** Of the post that it is. */
  readonly id: string;
  /** When it was written, milliseconds since 1970 UTC. */
  readonly atMs?: number;
  /** Handle of its author, without the `@`. */
  readonly by?: string;
  readonly text?: string;
  /** Why it wants no answer, or how it was answered elsewhere: `spam`, `by phone`. */
  readonly closed?: string;
}

export const DEVICE_KINDS = ['phone', 'tablet', 'computer', 'service'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];
export const DEVICE_OWNERS = ['school', 'personal'] as const;

/** A device with which somebody posts, as the school keeps it on record. */
export interface Device {
  /** What archives call the app that posts from it: `Twitter for iPhone`. */
  readonly app: string;
  /** `service`: a program elsewhere, as a scheduler. */
  readonly kind: DeviceKind;
  readonly owner: (typeof DEVICE_OWNERS)[number];
  /** The last day on which it may be used, as 2026-07-21. */
  readonly until?: string;
  /** Who uses it: a name or an office. */
  readonly who?: string;
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
  /** Minutes before and after an event in which posts still belong to it; none when absent. */
  readonly calendarMargin?: number;
  /** In order, without overlaps, as far as they were told. */
  readonly terms: readonly Term[];
  readonly daysOff: readonly DayOff[];
  /** Whose bank holidays it keeps. */
  readonly holidays: HolidayDivision | 'none';
  readonly contacts: Contacts;
  readonly links: LinkLists;
  readonly subjects: readonly Subject[];
  /** Absent: not told. */
  readonly lessons?: readonly LessonTime[];
  /** Absent: not told. */
  readonly devices?: readonly Device[];
  /** When policies were reviewed last, by id: `2025-09-11`, `2025-09`. */
  readonly reviews?: Readonly<Record<string, string>>;
  /** What is known of those who follow and are followed; read for audits alone. */
  readonly directory?: readonly DirectoryEntry[];
  /** What others wrote to the account; absent: not told. Read for audits alone. */
  readonly comments?: readonly Comment[];
}

export const UNKNOWN_SCHOOL: School = {
  names: [],
  accounts: [],
  allowedHandles: [],
  handles: {},
  people: NOBODY,
  calendar: [],
  terms: [],
  daysOff: [],
  holidays: 'england-and-wales',
  contacts: { phones: [], emails: [], addresses: [], postcodes: [] },
  links: { allow: [], block: [] },
  subjects: [],
};
