/** How an account presents itself. Absent: the archive does not say. */
export interface Profile {
  /** Without the `@`. */
  readonly handle?: string;
  readonly displayName?: string;
  readonly bio?: string;
  readonly website?: string;
  readonly location?: string;
  /** Whether only those may read it whom it lets in. */
  readonly isProtected?: boolean;
  /** Milliseconds since 1970 UTC. */
  readonly createdMs?: number;
}

/** An account that follows this one, or is followed by it. */
export interface Connection {
  readonly id: string;
  /** Without the `@`; many archives know ids alone. */
  readonly handle?: string;
}

/** A program that the account has let in. */
export interface ConnectedApp {
  readonly name: string;
  /** As the network calls them: `write`, `read`. */
  readonly permissions: readonly string[];
  /** Milliseconds since 1970 UTC. */
  readonly approvedMs?: number;
}

/** What an archive says of the account itself. What is absent was not in it. */
export interface ArchiveAccount {
  /** What reports call the archive. */
  readonly file: string;
  /** The kind of archive, in words: `X archive`. */
  readonly format: string;
  readonly profile: Profile;
  readonly followers?: readonly Connection[];
  readonly following?: readonly Connection[];
  readonly apps?: readonly ConnectedApp[];
  /** When it was made, milliseconds since 1970 UTC. */
  readonly exportedMs?: number;
  /** It is one of several files, and says so. */
  readonly isPartial?: true;
}

/** Why a record of an archive is no post to be judged. */
export const SKIP_REASONS = {
  replaced: 'an earlier version of a post that was edited',
  joined: 'the long form of a post, read together with it',
  direct: 'a private message',
  repeated: 'the same record in another part of the archive',
  'passed-on':
    'somebody else’s post that was passed on, of which the archive keeps only the address',
  wordless: 'a post that was passed on or liked, whose words the archive does not hold',
  unlike: 'no post: a poll vote, a pinned or a system record',
} as const;
export type SkipReason = keyof typeof SKIP_REASONS;
